/**
 * Breaks a title into lines of a width. Widths are guessed by the kind of character, a little on the wide side: a line
 * that ends early looks well, one that is cut off does not. English breaks at spaces, Chinese anywhere but before a
 * sign that closes and behind one that opens (W3C clreq).
 */
export function breakLines(title: string, size: number, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const piece of title
    .replaceAll(/[\p{Cc}\p{Cs}\s]+/gu, ' ')
    .trim()
    .match(pieces) ?? []) {
    if (line !== '' && widthOf((line + piece).trimEnd()) * size > width) {
      lines.push(line.trimEnd())
      line = ''
    }
    line += piece
    // A word longer than a line is cut where it must be.
    while (widthOf(line) * size > width && Array.from(line).length > 1) {
      const cut = longestPrefix(line, width / size)
      lines.push(cut)
      line = line.slice(cut.length)
    }
  }
  if (line.trim() !== '') lines.push(line.trimEnd())
  return lines
}

/** As many lines as `breakLines` needs, all about as long: no last one of a character or a word. */
export function balancedLines(title: string, size: number, width: number): string[] {
  let lines = breakLines(title, size, width)
  for (let narrower = width - size / 2; narrower > width / 2; narrower -= size / 2) {
    const balanced = breakLines(title, size, narrower)
    if (balanced.length > lines.length) break
    lines = balanced
  }
  return lines
}

const opening = '（《「『〈【〔“‘'
const closing = '，。、；：！？）》」』〉】〕”’…'

/** A Han character with the signs that cling to it, or a run of anything else up to its space. */
const pieces = new RegExp(
  `[${opening}]*[\\p{Script=Han}\\u3000-\\u303f\\uff00-\\uffef][${closing}]*|[^\\s\\p{Script=Han}\\u3000-\\u303f\\uff00-\\uffef]+\\s?|\\s`,
  'gu',
)

function longestPrefix(text: string, width: number): string {
  let prefix = ''
  for (const character of text) {
    if (prefix !== '' && widthOf(prefix + character) > width) break
    prefix += character
  }
  return prefix
}

/** In heights of a line of letters. */
function widthOf(text: string): number {
  let width = 0
  for (const character of text) width += widths.find(([kind]) => kind.test(character))?.[1] ?? 1
  return width
}

const widths: readonly (readonly [RegExp, number])[] = [
  [/[ijl.,:;!'|’‘]/u, 0.31],
  [/\s/u, 0.26],
  [/[mwMW@%]/u, 0.95],
  [/[A-Z&]/u, 0.7],
  [/[\u0021-\u024f]/u, 0.59],
]
