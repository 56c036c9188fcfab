/**
 * What a search says besides its hits, as data, so that an interface can say it in its own language;
 * `formatSaid` is the English of it.
 */
export type Said =
  | { readonly kind: 'nothing-to-find' }
  | { readonly kind: 'only-filters' }
  | { readonly kind: 'only-left-out' }
  /** `notice:` or `lang:` with a value that it cannot have. */
  | { readonly kind: 'odd-value'; readonly field: 'lang' | 'notice'; readonly value: string }
  | { readonly kind: 'odd-date'; readonly field: string; readonly value: string }
  | { readonly kind: 'no-word'; readonly field: string }
  /** What looked like a field and was read as text. */
  | { readonly kind: 'no-field'; readonly name: string; readonly fields: readonly string[] }
  | { readonly kind: 'no-notice'; readonly name: string }
  /** lunr's words for it, in English. */
  | { readonly kind: 'not-understood'; readonly detail: string }
  /** A sound that so much of the collection may have that it was not looked up. */
  | { readonly kind: 'vague-sound' }
  | { readonly kind: 'sounds-like'; readonly phrase: string }
  | { readonly kind: 'respelt'; readonly word: string; readonly known: readonly string[] }

export function formatSaid(said: Said): string {
  switch (said.kind) {
    case 'nothing-to-find':
      return 'The query has no letter, digit or character to look for.'
    case 'only-filters':
      return 'Add a word to look for beside the filter.'
    case 'only-left-out':
      return 'The query only says what to leave out: add a word to look for.'
    case 'odd-value':
      return said.field === 'lang'
        ? `“lang:${said.value}” names no language here: write lang:en or lang:zh.`
        : `“notice:${said.value}” names no notice: a notice’s name is as in its address, notice:some-name.`
    case 'odd-date':
      return `“${said.field}:${said.value}” is no date: write ${said.field}:2021, ${said.field}:2021-05 or ${said.field}:2021-05-31.`
    case 'no-word':
      return `“${said.field}:” needs a word behind it.`
    case 'no-field':
      return `“${said.name}:” is no field and was read as text. The fields are ${said.fields.map((one) => `${one}:`).join(' ')}`
    case 'no-notice':
      return `There is no notice named “${said.name}” here.`
    case 'not-understood':
      return `The query was not understood: ${said.detail}.`
    case 'vague-sound':
      return 'Too many words here could be read so: type more syllables, with their tones.'
    case 'sounds-like':
      return `Nothing has “${said.phrase}”; rows with what sounds like it are shown.`
    case 'respelt':
      return `Nothing has “${said.word}”; rows with ${said.known.map((one) => `“${one}”`).join(' or ')} are shown.`
  }
}
