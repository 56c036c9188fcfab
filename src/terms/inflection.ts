/**
 * The base form that an English word shares with its plural and its possessive: `robots`, `robot's` -> `robot`.
 *
 * Only these two: a term entry names things, and further stemming would mark `operation` where an entry says
 * `operating`. Input is lower case; a word of three letters or fewer has no ending to spare.
 */
export function baseForm(word: string): string {
  const owned = word.replace(/['’]s?$/u, '')
  if (owned.length <= 3) return owned
  if (owned.endsWith('ies')) return `${owned.slice(0, -3)}y`
  if (/(?:ss|sh|ch|x|z)es$/u.test(owned)) return owned.slice(0, -2)
  return /[^su]s$/u.test(owned) && !owned.endsWith('is') ? owned.slice(0, -1) : owned
}
