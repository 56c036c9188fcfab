import type { Edit } from '../corpus/edit.ts'
import { bracketAt, readingMatch } from './bracket.ts'
import { isHan } from './chars.ts'
import type { RecoveryModel } from './model.ts'

/**
 * Strips readings that stand in brackets behind their own character: 發(fā)布.
 *
 * A toned or neutral-tone reading of the very character before the bracket is stripped wherever it stands. A reading
 * without its tone, 甲(jia), may as well be an abbreviation or an English word, so these are stripped only where the
 * text makes a habit of them: `HABIT` or more readings, and nearly every bracket of this shape is one. A text that
 * means its readings says so with `keep`.
 *
 * Units  runs count in the text given, and take in the brackets only.
 */
export function findReadings(text: string, model: RecoveryModel): Edit[] {
  const sure: Edit[] = []
  const weak: Edit[] = []
  let others = 0
  for (let i = 1; i < text.length; i++) {
    const open = text.charCodeAt(i)
    if (open !== 0x28 && open !== 0xff08) continue
    const char = text.charCodeAt(i - 1)
    const bracket = isHan(char) ? bracketAt(text, i) : null
    if (bracket === null) continue
    const match = readingMatch(model, char, bracket.inside)
    const edit: Edit = { kind: 'reading', at: { from: i, to: bracket.to }, was: text.slice(i, bracket.to), is: '' }
    // A single letter is a list letter before it is the neutral tone of 阿 or 额.
    if (match === 'toned' || (match === 'neutral' && bracket.inside.length > 1)) sure.push(edit)
    else if (match !== null) weak.push(edit)
    else others += 1
  }
  const habit = sure.length + weak.length >= HABIT && others <= OTHERS_IN_HABIT * (sure.length + weak.length)
  return habit ? [...sure, ...weak].sort((a, b) => a.at.from - b.at.from) : sure
}

/** As many readings as chance does not make: one bracketed syllable in a hundred fits its character by accident. */
const HABIT = 3
const OTHERS_IN_HABIT = 0.1
