import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { firstLang } from '../../../corpus/locale.ts'
import { DateField } from './DateField.tsx'
import { filterNames, filtersOf, withFilter, wordsOf, type FilterName } from './filters.ts'
import type { Facets } from './protocol.ts'
import type { SearchSession } from './session.ts'

export type FilterBarProps = { session: SearchSession; query: string; onQuery: (query: string) => void }

/** Filters as boxes. They stand in the query, where they can be typed, shared and taken out as well. */
export function FilterBar({ session: { client, reader }, query, onQuery }: FilterBarProps) {
  const { t } = useTranslation('search')
  const [facets, setFacets] = useState<Facets | null>(null)
  const filters = filtersOf(query)
  const lang = firstLang(reader.page.locale)
  const count = filterNames.filter((name) => filters[name] !== null).length
  const put = (name: FilterName) => (value: string) => onQuery(withFilter(query, name, value === '' ? null : value))
  const load = (): void => {
    // The boxes without a list still work; the next opening asks again.
    if (facets === null) client.ask('facets', {}).then(setFacets, () => undefined)
  }
  const choices = (name: 'notice' | 'term', listed: readonly { readonly id: string; readonly name: string }[]) => {
    const value = filters[name] ?? ''
    const known = listed.some(({ id }) => id === value) || value === ''
    return (
      <Choose label={t(name === 'notice' ? 'filter.notice' : 'filter.term')} value={value} onChoose={put(name)}>
        {known ? null : <option value={value}>{value}</option>}
        {listed.map(({ id, name: shown }) => (
          <option key={id} value={id} lang={lang}>
            {shown}
          </option>
        ))}
      </Choose>
    )
  }
  return (
    <details
      className="search-filters"
      onToggle={(event) => {
        if (event.currentTarget.open) load()
      }}
    >
      <summary>{count === 0 ? t('filter.title') : t('filter.some', { count })}</summary>
      <div className="search-filter-boxes">
        {choices('notice', facets?.notices.map(({ id, titles }) => ({ id, name: titles[lang] })) ?? [])}
        <Choose label={t('filter.lang')} value={filters.lang ?? ''} onChoose={put('lang')}>
          <option value="en">{t('filter.english')}</option>
          <option value="zh-Hant">{t('filter.chinese')}</option>
        </Choose>
        {choices('term', facets?.terms.map(({ id, names }) => ({ id, name: names[lang] })) ?? [])}
        <DateField label={t('filter.after')} value={filters.after ?? ''} onDate={put('after')} />
        <DateField label={t('filter.before')} value={filters.before ?? ''} onDate={put('before')} />
        {count === 0 ? null : (
          <button type="button" className="plain" onClick={() => onQuery(wordsOf(query))}>
            {t('filter.clear')}
          </button>
        )}
      </div>
    </details>
  )
}

type ChooseProps = { label: string; value: string; onChoose: (value: string) => void; children: ReactNode }

function Choose({ label, value, onChoose, children }: ChooseProps) {
  const { t } = useTranslation('search')
  return (
    <label className="search-field">
      <span>{label}</span>
      <select value={value} onChange={(event) => onChoose(event.target.value)}>
        <option value="">{t('filter.any')}</option>
        {children}
      </select>
    </label>
  )
}
