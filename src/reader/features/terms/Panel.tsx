import './terms.css'
import { useEffect, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SentenceId, TermId } from '../../../corpus/ids.ts'
import { fold } from '../../../text/fold.ts'
import { useAddress, useReader } from '../../islands/reader.ts'
import { Dispersion } from './Dispersion.tsx'
import { Counts, EntryName, langsFor, preferredTerm } from './EntryWords.tsx'
import { followLit, stepTo } from './lit.ts'
import { noticeTerms, type NoticeTerm } from './notice-terms.ts'
import { TermDetails } from './TermDetails.tsx'
import { useLoad } from './use-load.ts'
import { useTermName } from './use-term-name.tsx'

const orders = ['place', 'name', 'count'] as const

type Order = (typeof orders)[number]

const orderWords = { place: 'termList.byPlace', name: 'termList.byName', count: 'termList.byCount' } as const

/** The terms of this notice; or the one of the address, lit in the text, with the way from place to place. */
export function Panel() {
  const reader = useReader()
  const { term } = useAddress()
  useEffect(() => followLit(reader), [reader])
  const { t } = useTranslation('terms')
  const loaded = useLoad(reader.loadCorpus)
  if (loaded.state === 'loading') return <p role="status">{t('termCard.loading')}</p>
  if (loaded.state === 'failed') return <p role="alert">{t('termCard.failed')}</p>
  const terms = noticeTerms(loaded.value)
  return term === null ? <List terms={[...terms.values()]} /> : <One id={term} term={terms.get(term)} />
}

/** More than fit a screen many times over; the rest comes when it is asked for. */
const shownAtFirst = 100

function List({ terms }: { terms: readonly NoticeTerm[] }) {
  const { t } = useTranslation('terms')
  const { page, address } = useReader()
  const [wanted, setWanted] = useState('')
  const [order, setOrder] = useState<Order>('place')
  const [most, setMost] = useState(shownAtFirst)
  const id = useId()
  if (terms.length === 0) return <p>{t('termList.none')}</p>
  const words = fold(wanted)
    .split(/\s+/u)
    .filter((word) => word !== '')
  const matching = sorted(terms, order, page.locale).filter(({ entry }) => {
    const names = fold(
      langsFor(page.locale)
        .flatMap((lang) => entry.terms[lang].map(({ text }) => text))
        .join('\n'),
    )
    return words.every((word) => names.includes(word))
  })
  const shown = matching.slice(0, most)
  return (
    <>
      <div className="list-tools">
        <label htmlFor={`${id}filter`}>{t('termList.filter')}</label>
        <input
          id={`${id}filter`}
          type="search"
          value={wanted}
          autoComplete="off"
          onChange={(event) => setWanted(event.target.value)}
        />
        <label htmlFor={`${id}order`}>{t('termList.sort')}</label>
        <select
          id={`${id}order`}
          value={order}
          onChange={(event) => setOrder(orders.find((one) => one === event.target.value) ?? 'place')}
        >
          {orders.map((one) => (
            <option key={one} value={one}>
              {t(orderWords[one])}
            </option>
          ))}
        </select>
      </div>
      <p role="status" className="quiet">
        {matching.length === 0 ? t('termList.noMatch') : t('termList.count', { count: matching.length })}
      </p>
      <ul role="list" className="notice-terms">
        {shown.map(({ entry, counts, places }) => (
          <li key={entry.id}>
            <button type="button" onClick={() => address.change({ term: entry.id }, 'push')}>
              <EntryName entry={entry} locale={page.locale} />
              <Counts counts={counts} t={t} />
              <Dispersion places={places} />
            </button>
          </li>
        ))}
      </ul>
      {shown.length === matching.length ? null : (
        <button type="button" className="plain" onClick={() => setMost(most + shownAtFirst)}>
          {t('termList.more', { count: matching.length - shown.length })}
        </button>
      )}
    </>
  )
}

function sorted(
  terms: readonly NoticeTerm[],
  order: Order,
  locale: Parameters<typeof langsFor>[0],
): readonly NoticeTerm[] {
  if (order === 'place') return terms
  if (order === 'count') return [...terms].sort((a, b) => b.places.length - a.places.length)
  const [lang = 'en'] = langsFor(locale)
  const collator = new Intl.Collator(locale)
  return [...terms].sort((a, b) => collator.compare(preferredTerm(a.entry, lang), preferredTerm(b.entry, lang)))
}

function One({ id, term }: { id: TermId; term: NoticeTerm | undefined }) {
  const { t } = useTranslation('terms')
  const reader = useReader()
  const name = useTermName(id)
  const sentences: readonly SentenceId[] = [...new Set((term?.places ?? []).map(({ sentence }) => sentence))]
  return (
    <div className="one-term">
      <p>
        <button type="button" className="plain" onClick={() => reader.address.change({ term: null }, 'push')}>
          {t('termList.back')}
        </button>
      </p>
      <h3 className="term-title">{name}</h3>
      {sentences.length === 0 ? null : (
        <p className="steps">
          <button type="button" className="plain" onClick={() => stepTo(reader, sentences, -1)}>
            {t('termList.previous')}
          </button>
          <button type="button" className="plain" onClick={() => stepTo(reader, sentences, 1)}>
            {t('termList.next')}
          </button>
        </p>
      )}
      <TermDetails id={id} />
    </div>
  )
}
