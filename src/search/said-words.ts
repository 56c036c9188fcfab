import type { Said } from './said.ts'

/** What a search says beside its hits, in English; `undefined` when there is nothing to say. */
export function messageOf(said: readonly Said[]): string | undefined {
  return said.length === 0 ? undefined : said.map(formatSaid).join(' ')
}

function formatSaid(said: Said): string {
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
