/**
 * A text converted so that every character stays in its place: same length, same offsets, in UTF-16 code units.
 * Phrases are converted as phrases where that keeps the places; a character whose counterpart is longer or shorter
 * (some 660, all rare) stays as it is.
 */
export function unitForUnit(text: string, convert: (text: string) => string): string {
  const before = Array.from(text)
  const after = Array.from(convert(text))
  const inPlace = after.length === before.length ? after : before.map(convert)
  return before
    .map((character, at) => {
      const shown = inPlace[at] ?? character
      return shown.length === character.length ? shown : character
    })
    .join('')
}
