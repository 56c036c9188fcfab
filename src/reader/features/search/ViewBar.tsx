import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useReader } from '../../islands/reader.ts'
import { Choice } from '../../islands/Choice.tsx'
import { lineOrders } from './protocol.ts'
import type { View } from './live.ts'
import type { SearchSession } from './session.ts'
import { saveText } from './save-text.ts'
import { orderNames } from './words.ts'

export type ViewBarProps = { session: SearchSession; view: View; query: string; onView: (view: View) => void }

/** Rows of a table of lines that is saved at most: what a spreadsheet opens without complaint. */
const mostRowsSaved = 10_000

/** Rows by notice, or lines in context, in which order; the lines can be saved, which of thousands takes a while. */
export function ViewBar({ session: { client }, view, query, onView }: ViewBarProps) {
  const { t } = useTranslation('search')
  const { say } = useReader()
  const [isSaving, setSaving] = useState(false)
  const save = async (): Promise<void> => {
    if (view.kind !== 'lines' || isSaving) return
    setSaving(true)
    try {
      const table = await client.ask('table', { query, order: view.order, most: mostRowsSaved })
      if (table !== null) saveText('duidu-lines.tsv', 'text/tab-separated-values', table)
    } catch {
      say(t('trouble.unreachable'))
    } finally {
      setSaving(false)
    }
  }
  return (
    <div className="search-views">
      <Choice
        legend={t('view.legend')}
        name="search-view"
        value={view.kind}
        options={[
          { value: 'list', label: t('view.list') },
          { value: 'lines', label: t('view.lines') },
        ]}
        onChoose={(kind) => onView(kind === 'list' ? { kind } : { kind: 'lines', order: 'place' })}
      />
      {view.kind === 'list' ? null : (
        <>
          <Choice
            legend={t('order.legend')}
            name="search-order"
            value={view.order}
            options={lineOrders.map((value) => ({ value, label: t(orderNames[value]) }))}
            onChoose={(order) => onView({ kind: 'lines', order })}
          />
          <button type="button" className="plain" aria-disabled={isSaving} onClick={() => void save()}>
            {t(isSaving ? 'lines.saving' : 'lines.export')}
          </button>
        </>
      )}
    </div>
  )
}
