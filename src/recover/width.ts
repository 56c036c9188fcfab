import type { Edit } from '../corpus/edit.ts'

/**
 * Full-width Latin: ＭＤＴ as MDT. A word of two letters or more, with the digits and signs inside it; single letters
 * (Ａ組) and bare digits are a common and deliberate style and stay.
 */
export function findWideLatin(text: string): Edit[] {
  return [...text.matchAll(wideWord)].map((found) => ({
    kind: 'width',
    at: { from: found.index, to: found.index + found[0].length },
    was: found[0],
    is: [...found[0]].map(narrowed).join(''),
  }))
}

const letter = '[Ａ-Ｚａ-ｚ]'
const wideWord = new RegExp(
  `(?:[０-９]+[－．]?)*${letter}(?:[Ａ-Ｚａ-ｚ０-９]|[－．＿＆／＠＋\\u3000](?=[Ａ-Ｚａ-ｚ０-９]))*${letter}[０-９]*`,
  'gu',
)

const FULL_WIDTH_SHIFT = 0xfee0

function narrowed(char: string): string {
  const code = char.charCodeAt(0)
  if (code === 0x3000) return ' '
  return code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - FULL_WIDTH_SHIFT) : char
}
