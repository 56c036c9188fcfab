import type { Edit } from '../corpus/edit.ts'

/**
 * Stray spaces between two Han characters, as text taken from a laid-out page has them: 再 生 醫 學.
 *
 * A space between Han characters is as often meant (a heading and its subtitle, a list of names), so they are taken
 * out only in runs where characters stand singly: `FEWEST` or more in a row, each by itself, a space between each two.
 */
export function findStraySpaces(text: string): Edit[] {
  const edits: Edit[] = []
  for (const found of text.matchAll(singles))
    for (const space of found[0].matchAll(anySpace)) {
      const from = found.index + space.index
      edits.push({ kind: 'space', at: { from, to: from + 1 }, was: space[0], is: '' })
    }
  return edits
}

/** Two characters may be a heading drawn apart (目 錄) and three a name; four in a row are damage. */
const FEWEST = 4
/** Hard and thin spaces come from pages that drew a line of characters apart. Full-width ones are typesetting. */
const blank = '[ \\u00a0\\u2002-\\u200a]'
const anySpace = new RegExp(blank, 'gu')
const marks = '，。、；：？！'
const single = `[\\u3400-\\u9fff${marks}]`
// A mark may close up with the last of them, 餐 具，and open up what follows.
const singles = new RegExp(
  `(?<![^\\s${marks}（「『])(?:${single}${blank}){${FEWEST - 1},}(?:${single}(?![^\\s${marks}）」』])|[${marks}])`,
  'gu',
)
