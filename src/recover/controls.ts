import type { Edit } from '../corpus/edit.ts'

/**
 * Characters that are not seen but change what is: zero width, soft hyphens, byte order marks inside a text, and the
 * bidi controls, which can make a text read otherwise than it is stored (Unicode TR 36; "Trojan Source", 2021).
 * They are taken out of what is shown, each as a recorded edit, so that a reader can be told of every one.
 *
 * Joiners stay where a script or an emoji needs them: between characters that are neither Han, Latin nor space.
 */
export function findControls(text: string): Edit[] {
  const edits: Edit[] = []
  for (const found of text.matchAll(
    /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/gu,
  )) {
    const at = found.index
    const isJoiner = found[0] === '\u200c' || found[0] === '\u200d'
    if (isJoiner && joins(text.slice(Math.max(0, at - 2), at), text.slice(at + 1, at + 3))) continue
    edits.push({ kind: 'control', at: { from: at, to: at + 1 }, was: found[0], is: '' })
  }
  return edits
}

function joins(before: string, after: string): boolean {
  return needsJoiner.test(before) && needsJoinerAhead.test(after)
}

const plain = '\\s\\p{Script=Han}\\p{Script=Latin}\\p{P}0-9\\u200b-\\u200f'
const needsJoiner = new RegExp(`[^${plain}]$`, 'u')
const needsJoinerAhead = new RegExp(`^[^${plain}]`, 'u')
