import type { TFunction } from 'i18next'
import type { Reason } from '../../../search/locate.ts'
import type { Said } from '../../../search/said.ts'
import type { ExampleKind, LineOrder, Trouble } from './protocol.ts'

/** What search says, in the interface's words. Every kind has its own, so that the compiler finds a new one first. */
export type SearchWords = TFunction<'search'>

export const reasonNames = {
  exact: 'reason.exact',
  folded: 'reason.folded',
  inflected: 'reason.inflected',
  term: 'reason.term',
  prefix: 'reason.prefix',
  inside: 'reason.inside',
  words: 'reason.words',
  romanised: 'reason.romanised',
  spelling: 'reason.spelling',
} as const satisfies Record<Reason, string>

export const exampleNames = {
  abbreviation: 'example.abbreviation',
  term: 'example.term',
  simplified: 'example.simplified',
  romanised: 'example.romanised',
  phrase: 'example.phrase',
  side: 'example.side',
} as const satisfies Record<ExampleKind, string>

export const orderNames = {
  place: 'order.place',
  left: 'order.left',
  right: 'order.right',
} as const satisfies Record<LineOrder, string>

const troubleNames = {
  unreachable: 'trouble.unreachable',
  missing: 'trouble.missing',
  damaged: 'trouble.damaged',
  broken: 'trouble.broken',
} as const satisfies Record<Trouble['kind'], string>

export function troubleWords({ kind, file }: Trouble, online: boolean, t: SearchWords): string {
  if (kind === 'missing' && file === null) return t('trouble.noIndex')
  return kind === 'unreachable' && !online ? t('trouble.offline') : t(troubleNames[kind])
}

export function saidWords(said: Said, t: SearchWords): string {
  switch (said.kind) {
    case 'nothing-to-find':
      return t('said.nothingToFind')
    case 'only-filters':
      return t('said.onlyFilters')
    case 'only-left-out':
      return t('said.onlyLeftOut')
    case 'odd-value':
      return said.field === 'lang' ? t('said.oddLang', said) : t('said.oddNotice', said)
    case 'odd-date':
      return t('said.oddDate', said)
    case 'no-word':
      return t('said.noWord', said)
    case 'no-field':
      return t('said.noField', { name: said.name, fields: said.fields.map((one) => `${one}:`).join(' ') })
    case 'no-notice':
      return t('said.noNotice', said)
    case 'not-understood':
      return t('said.notUnderstood', said)
    case 'vague-sound':
      return t('said.vagueSound')
    case 'sounds-like':
      return t('said.soundsLike', said)
    case 'respelt':
      return t('said.respelt', {
        word: said.word,
        known: said.known.map((one) => t('said.quoted', { one })).join(t('said.or')),
      })
  }
}

/** `12 rows`, or what is known of their number. */
export function countWords(
  { count, exact }: { readonly count: number; readonly exact: boolean },
  t: SearchWords,
): string {
  return exact ? t('count.exact', { count }) : t('count.most', { count })
}
