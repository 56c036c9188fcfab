import { useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { limits } from '../../../../annotations/limits.ts'
import { defaultAnswers, mergeStep, type MergeAnswer, type MergeKind } from '../../../../annotations/merge.ts'
import { sayOutcome } from '../state/say-outcome.ts'
import type { Session } from '../state/session.ts'
import { ImportPlanView } from './ImportPlanView.tsx'
import { readFile, type ImportPlan } from './read-file.ts'

type Reading =
  { readonly kind: 'idle' } | { readonly kind: 'busy' } | { readonly kind: 'failed'; readonly large: boolean }

/** Takes notes in from a file: what it would bring is shown first, and nothing is replaced without consent. */
export function Import({ session }: { session: Session }) {
  const { t } = useTranslation('notes')
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [reading, setReading] = useState<Reading>({ kind: 'idle' })
  const [plan, setPlan] = useState<ImportPlan | null>(null)

  const read = async (file: File): Promise<void> => {
    setPlan(null)
    if (file.size > limits.bytes) {
      setReading({ kind: 'failed', large: true })
      return
    }
    setReading({ kind: 'busy' })
    try {
      setPlan(await readFile(session, await file.text()))
      setReading({ kind: 'idle' })
    } catch {
      setReading({ kind: 'failed', large: false })
    }
  }
  const done = (): void => {
    setPlan(null)
    if (input.current !== null) input.current.value = ''
    input.current?.focus()
  }
  const take = (answers: Readonly<Record<MergeKind, MergeAnswer>>): void => {
    if (plan === null) return
    const step = mergeStep(session.own(), plan.entries, ({ kind }) => answers[kind])
    void session
      .perform(step)
      .then((outcome) => sayOutcome(session, outcome, t('noteSaid.imported', { count: step.length })))
    done()
  }
  return (
    <details className="notes-import">
      <summary>{t('travel.import')}</summary>
      <label htmlFor={id}>{t('travel.file')}</label>
      <input
        ref={input}
        id={id}
        type="file"
        accept=".json,.jsonld,application/json,application/ld+json"
        onChange={(event) => {
          const file = event.target.files?.[0]
          if (file !== undefined) void read(file)
        }}
      />
      <p className="note-help">{t('travel.accepts')}</p>
      {reading.kind === 'busy' ? <p role="status">{t('import.reading')}</p> : null}
      {reading.kind === 'failed' ? (
        <p role="alert">{reading.large ? t('fault.fileTooLarge', { limit: limits.bytes }) : t('import.unreadable')}</p>
      ) : null}
      {plan === null ? null : <ImportPlanView plan={plan} answers={defaultAnswers} onTake={take} onCancel={done} />}
    </details>
  )
}
