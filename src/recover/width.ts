import type { Edit } from '../corpus/edit.ts'

/**
 * Full-width Latin: ＭＤＴ as MDT. A word of two letters or more, with the digits and signs inside it, and web addresses;
 * single letters (Ａ組, or several, a space between each two) and bare digits are a common and deliberate style and stay.
 */
export function findWideLatin(text: string): Edit[] {
  return [...text.matchAll(wideWord)]
    .filter(([found]) => found.split(WIDE_SPACE).some((word) => (word.match(anyLetter)?.length ?? 0) > 1))
    .map((found) => ({
      kind: 'width',
      at: { from: found.index, to: found.index + found[0].length },
      was: found[0],
      is: [...found[0]].map(narrowed).join(''),
    }))
}

const WIDE_SPACE = '\u3000'

const letter = '[Ａ-Ｚａ-ｚ]'
const anyLetter = new RegExp(letter, 'gu')
const alphanumeric = '[Ａ-Ｚａ-ｚ０-９]'
/** What joins letters and digits to one word, or two words of letters. */
const inside = `${alphanumeric}|[－．＿＆／＠＋](?=${alphanumeric})|\\u3000(?=${letter})`
const address = '[ｈＨ][ｔＴ]{2}[ｐＰ][ｓＳ]?：／／[！-～]+'
const wideWord = new RegExp(`${address}|(?:[０-９]+[－．]?)*${letter}(?:${inside})*${letter}(?:${inside})*`, 'gu')

const FULL_WIDTH_SHIFT = 0xfee0

function narrowed(char: string): string {
  const code = char.charCodeAt(0)
  if (code === 0x3000) return ' '
  return code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - FULL_WIDTH_SHIFT) : char
}
