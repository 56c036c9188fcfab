/**
 * The marker of an ordered list's item, as a browser would show it. `type` is the list's attribute:
 * `1` (the default), `a`, `A`, `i` or `I`. Letters and Roman numerals fall back to digits where they have no form.
 */
export function orderedMarker(number: number, type: unknown): string {
  if (type === 'a' || type === 'A') return `${cased(letters(number) ?? String(number), type === 'A')}.`
  if (type === 'i' || type === 'I') return `${cased(roman(number) ?? String(number), type === 'I')}.`
  return `${number}.`
}

/** 1 is a, 26 is z, 27 is aa. */
function letters(number: number): string | null {
  if (number < 1) return null
  const rest = Math.floor((number - 1) / 26)
  return (rest > 0 ? (letters(rest) ?? '') : '') + String.fromCharCode(97 + ((number - 1) % 26))
}

const numerals = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
] as const

/** Roman numerals go from 1 to 3999. */
function roman(number: number): string | null {
  if (number < 1 || number > 3999) return null
  let rest = number
  let written = ''
  for (const [value, sign] of numerals) {
    written += sign.repeat(Math.floor(rest / value))
    rest %= value
  }
  return written
}

function cased(text: string, upper: boolean): string {
  return upper ? text.toUpperCase() : text
}
