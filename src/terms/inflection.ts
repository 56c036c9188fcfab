/**
 * The base form that an English word shares with its plural, its possessive and its other spelling:
 * `robots`, `robot's` -> `robot`; `analyses` -> `analysis`; `anaesthetise` -> `anesthetize`.
 *
 * Only these: a term entry names things, and further stemming would mark `operation` where an entry says
 * `operating`. Input is lower case; a word of three letters or fewer has no ending to spare. Two unrelated words that
 * fall together cost a mark only when a whole term of them does.
 */
export function baseForm(word: string): string {
  const owned = word.replace(/['’]s?$/u, '')
  if (owned.length <= 3) return owned
  return oneSpelling(singular(owned))
}

function singular(word: string): string {
  const known = irregular.get(word)
  if (known !== undefined) return known
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`
  if (/[^aeiou]yses$/u.test(word) || word.endsWith('alyses')) return `${word.slice(0, -2)}is`
  if (/(?:ss|sh|ch|x|z)es$/u.test(word)) return word.slice(0, -2)
  return /[^su]s$/u.test(word) && !word.endsWith('is') ? word.slice(0, -1) : word
}

/** British spellings of Greek and Latin words as American ones; both sides of a match are turned alike. */
function oneSpelling(word: string): string {
  return word
    .replace(/(?<=[a-z])ae(?=[a-z])/gu, 'e')
    .replace(/^ae(?=[a-z])/u, 'e')
    .replace(/(?<=[a-z]{3})is(?=(?:e|ed|es|ing|ation)$)/u, 'iz')
    .replace(/(?<=[a-z]{2})our$/u, 'or')
    .replace(/(?<=[a-z]{2})tre$/u, 'ter')
    .replace(/programme$/u, 'program')
}

/** Plurals that no ending tells. */
const irregular: ReadonlyMap<string, string> = new Map(
  Object.entries({
    children: 'child',
    men: 'man',
    women: 'woman',
    people: 'people',
    feet: 'foot',
    teeth: 'tooth',
    mice: 'mouse',
    criteria: 'criterion',
    phenomena: 'phenomenon',
    bacteria: 'bacterium',
    viruses: 'virus',
    diagnoses: 'diagnosis',
    prostheses: 'prosthesis',
    metastases: 'metastasis',
    indices: 'index',
    matrices: 'matrix',
    lives: 'life',
    knives: 'knife',
  }),
)
