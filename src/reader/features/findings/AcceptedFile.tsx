import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { AcceptedFinding } from '../../../corpus/finding.ts'
import { useReader } from '../../islands/reader.ts'
import { findingsFile } from './accepted.ts'

export type AcceptedFileProps = {
  published: readonly AcceptedFinding[]
  here: readonly AcceptedFinding[]
  /** False where the browser keeps nothing. */
  isKept: boolean
}

/** What was accepted on this device, as the file that makes it so for every reader: to copy or to download. */
export function AcceptedFile({ published, here, isKept }: AcceptedFileProps) {
  const { t } = useTranslation('findings')
  const { say } = useReader()
  const id = useId()
  const file = findingsFile(published, here)
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(file)
      say(t('accept.copied'))
    } catch {
      say(t('accept.notCopied'))
    }
  }
  return (
    <section className="accepted-file">
      <p>{t('accept.explained')}</p>
      {isKept ? null : <p role="alert">{t('accept.notKept')}</p>}
      <label htmlFor={id}>{t('accept.file')}</label>
      <textarea id={id} readOnly rows={6} value={file} spellCheck={false} />
      <p className="finding-actions">
        <button type="button" className="plain" onClick={() => void copy()}>
          {t('accept.copy')}
        </button>
        <button type="button" className="plain" onClick={() => download(file)}>
          {t('accept.download')}
        </button>
      </p>
    </section>
  )
}

function download(text: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  link.download = 'findings.json'
  link.click()
  URL.revokeObjectURL(link.href)
}
