import { useId, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { colours, parseColour } from '../../../../annotations/annotation.ts'
import { parseNoticeId } from '../../../../corpus/ids.ts'
import { langs } from '../../../../corpus/lang.ts'
import { colourNames } from '../parts/colours.ts'
import type { Session } from '../state/session.ts'
import { everything, orders, type Filter, type Listed, type Order } from './filter.ts'

export type FiltersProps = {
  session: Session
  notes: readonly Listed[]
  titles: ReadonlyMap<string, string>
  filter: Filter
  order: Order
  onFilter: (filter: Filter) => void
  onOrder: (order: Order) => void
}

const orderNames = {
  place: 'noteFilter.place',
  newest: 'noteFilter.newest',
  oldest: 'noteFilter.oldest',
  colour: 'noteFilter.byColour',
} as const satisfies Record<Order, string>

export function Filters({ notes, titles, filter, order, onFilter, onOrder }: FiltersProps) {
  const { t } = useTranslation('notes')
  const all = notes.map(({ note }) => note)
  const notices = [...new Set(all.map(({ target }) => target.notice))]
  const tags = [...new Set(all.flatMap((note) => note.tags))].sort()
  const used = new Set(all.map(({ colour }) => colour))
  const set = [filter.tag, filter.colour, filter.lang].filter((one) => one !== null).length
  return (
    <form
      className="notes-filter"
      role="search"
      aria-label={t('noteFilter.label')}
      onSubmit={(event) => event.preventDefault()}
    >
      <Field label={t('noteFilter.text')}>
        {(id) => (
          <input
            id={id}
            type="search"
            value={filter.text}
            onChange={(event) => onFilter({ ...filter, text: event.target.value })}
          />
        )}
      </Field>
      <details>
        <summary>
          {t('noteFilter.more')}
          {set === 0 ? null : ` (${set})`}
        </summary>
        <div className="filter-fields">
          <Field label={t('noteFilter.notice')} wide>
            {(id) => (
              <select
                id={id}
                value={filter.notice ?? ''}
                onChange={(event) => onFilter({ ...filter, notice: parseNoticeId(event.target.value) })}
              >
                <option value="">{t('noteFilter.all')}</option>
                {[...new Set([...notices, ...(filter.notice === null ? [] : [filter.notice])])].map((notice) => (
                  <option key={notice} value={notice}>
                    {titles.get(notice) ?? notice}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field label={t('noteFilter.tag')}>
            {(id) => (
              <select
                id={id}
                value={filter.tag ?? ''}
                onChange={(event) => onFilter({ ...filter, tag: event.target.value || null })}
              >
                <option value="">{t('noteFilter.all')}</option>
                {tags.map((tag) => (
                  <option key={tag}>{tag}</option>
                ))}
              </select>
            )}
          </Field>
          <Field label={t('noteFilter.colour')}>
            {(id) => (
              <select
                id={id}
                value={filter.colour ?? ''}
                onChange={(event) => onFilter({ ...filter, colour: parseColour(event.target.value) })}
              >
                <option value="">{t('noteFilter.all')}</option>
                {colours
                  .filter((colour) => used.has(colour) || colour === filter.colour)
                  .map((colour) => (
                    <option key={colour} value={colour}>
                      {t(colourNames[colour])}
                    </option>
                  ))}
              </select>
            )}
          </Field>
          <Field label={t('noteFilter.lang')}>
            {(id) => (
              <select
                id={id}
                value={filter.lang ?? ''}
                onChange={(event) =>
                  onFilter({ ...filter, lang: langs.find((lang) => lang === event.target.value) ?? null })
                }
              >
                <option value="">{t('noteFilter.all')}</option>
                {langs.map((lang) => (
                  <option key={lang} value={lang}>
                    {t(lang === 'en' ? 'noteLang.english' : 'noteLang.chinese')}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field label={t('noteFilter.order')}>
            {(id) => (
              <select
                id={id}
                value={order}
                onChange={(event) => onOrder(orders.find((one) => one === event.target.value) ?? 'place')}
              >
                {orders.map((one) => (
                  <option key={one} value={one}>
                    {t(orderNames[one])}
                  </option>
                ))}
              </select>
            )}
          </Field>
        </div>
      </details>
      {filter.orphans ? (
        <button type="button" className="plain" onClick={() => onFilter(everything)}>
          {t('noteFilter.clear')}
        </button>
      ) : null}
    </form>
  )
}

function Field({ label, wide, children }: { label: string; wide?: boolean; children: (id: string) => ReactNode }) {
  const id = useId()
  return (
    <div className={wide === true ? 'filter-field wide' : 'filter-field'}>
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </div>
  )
}
