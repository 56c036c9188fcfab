import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Session } from '../state/session.ts'
import type { Listed } from '../panel/filter.ts'
import { download, downloadJson, fileName } from './download.ts'
import { notesAsHtml } from './notes-as-html.tsx'
import { reportEntries } from './report-entries.ts'
import { shareNotes } from './share-link.ts'

/** Sends the listed notes out, in the form that is asked for. */
export function Export({ session, notes }: { session: Session; notes: readonly Listed[] }) {
  const { t } = useTranslation('notes')
  const { reader } = session
  const [busy, setBusy] = useState(false)
  const own = notes.filter(({ owner }) => owner !== 'shared').map(({ note }) => note)
  const report = async (form: 'md' | 'html' | 'tsv'): Promise<void> => {
    setBusy(true)
    try {
      const [{ formatMarkdown, formatHtml }, { formatNotesTsv }] = await Promise.all([
        import('../../../../annotations/report.ts'),
        import('../../../../annotations/tsv.ts'),
      ])
      const entries = await reportEntries(session, own)
      const words = {
        title: t('report.title'),
        orphan: t('report.orphan'),
        tags: t('report.tags'),
        locale: reader.words.locale,
      }
      if (form === 'md') download(fileName('md'), 'text/markdown', formatMarkdown(entries, words))
      else if (form === 'html') {
        const rendered = await notesAsHtml(
          own.map(({ note }) => note),
          words.locale,
        )
        const html = formatHtml(entries, words, (note) => rendered.get(note) ?? '')
        download(fileName('html'), 'text/html', html)
      } else download(fileName('tsv'), 'text/tab-separated-values', formatNotesTsv(entries))
      reader.say(t('noteSaid.exported', { count: own.length }))
    } finally {
      setBusy(false)
    }
  }
  const here = own.filter(({ target }) => target.notice === own[0]?.target.notice)
  return (
    <details className="notes-export">
      <summary>{t('travel.export')}</summary>
      <p>{t('travel.which', { count: own.length })}</p>
      <p className="note-actions">
        <button
          type="button"
          className="plain"
          disabled={own.length === 0}
          onClick={() => {
            downloadJson(session, own)
            reader.say(t('noteSaid.exported', { count: own.length }))
          }}
        >
          {t('travel.jsonld')}
        </button>
        <button type="button" className="plain" disabled={busy || own.length === 0} onClick={() => void report('md')}>
          {t('travel.markdown')}
        </button>
        <button type="button" className="plain" disabled={busy || own.length === 0} onClick={() => void report('html')}>
          {t('travel.html')}
        </button>
        <button type="button" className="plain" disabled={busy || own.length === 0} onClick={() => void report('tsv')}>
          {t('travel.tsv')}
        </button>
        <button
          type="button"
          className="plain"
          disabled={own.length === 0 || here.length !== own.length}
          onClick={() => void shareNotes(session, own)}
        >
          {t('travel.link')}
        </button>
        <button type="button" className="plain" onClick={() => window.print()}>
          {t('travel.print')}
        </button>
      </p>
      <p className="note-help">{t('travel.help')}</p>
    </details>
  )
}
