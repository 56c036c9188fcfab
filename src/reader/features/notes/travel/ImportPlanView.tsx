import { useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Annotation } from '../../../../annotations/annotation.ts'
import type { MergeAnswer, MergeEntry, MergeKind } from '../../../../annotations/merge.ts'
import { useReader } from '../../../islands/reader.ts'
import { SideWords, Text } from '../../../notice/Text.tsx'
import { formatInstant } from '../parts/instant.ts'
import { faultWords } from './fault-words.ts'
import type { ImportPlan } from './read-file.ts'

type Answers = Readonly<Record<MergeKind, MergeAnswer>>

export type ImportPlanViewProps = {
  plan: ImportPlan
  answers: Answers
  onTake: (answers: Answers) => void
  onCancel: () => void
}

/** Kinds that ask for a decision; new ones come in and equal ones stay as they are. */
const asked = ['newer', 'older', 'conflict'] as const

const kindNames = {
  new: 'import.new',
  same: 'import.same',
  newer: 'import.newer',
  older: 'import.older',
  conflict: 'import.conflict',
} as const satisfies Record<MergeKind, string>

const answerNames = {
  keep: 'import.keepMine',
  take: 'import.takeTheirs',
  both: 'import.keepBoth',
} as const satisfies Record<MergeAnswer, string>

/** Examples that are shown of a kind. */
const few = 3

export function ImportPlanView({ plan, answers: first, onTake, onCancel }: ImportPlanViewProps) {
  const { t } = useTranslation('notes')
  const [answers, setAnswers] = useState(first)
  const ids = useId()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const of = (kind: MergeKind): readonly MergeEntry[] => plan.entries.filter((entry) => entry.kind === kind)
  const coming = plan.entries.filter(({ kind }) => answers[kind] !== 'keep').length
  return (
    <section className="import-plan" aria-labelledby={`${ids}title`}>
      <h3 id={`${ids}title`} ref={heading} tabIndex={-1}>
        {t('import.title')}
      </h3>
      <ul>
        {(['new', 'same'] as const).map((kind) =>
          of(kind).length === 0 ? null : <li key={kind}>{t(kindNames[kind], { count: of(kind).length })}</li>,
        )}
        {plan.foreign === 0 ? null : <li>{t('import.foreign', { count: plan.foreign })}</li>}
        {plan.homeless === 0 ? null : <li>{t('import.homeless', { count: plan.homeless })}</li>}
      </ul>
      {asked.map((kind) => {
        const entries = of(kind)
        return entries.length === 0 ? null : (
          <fieldset key={kind} className="import-ask">
            <legend>{t(kindNames[kind], { count: entries.length })}</legend>
            {entries.slice(0, few).map((entry) => (
              <Example key={entry.theirs.id} entry={entry} />
            ))}
            {(['keep', 'take', 'both'] as const).map((answer) => (
              <label key={answer} className="switch">
                <input
                  type="radio"
                  name={ids + kind}
                  checked={answers[kind] === answer}
                  onChange={() => setAnswers({ ...answers, [kind]: answer })}
                />
                <span>{t(answerNames[answer])}</span>
              </label>
            ))}
          </fieldset>
        )
      })}
      <Faults plan={plan} />
      <p className="note-actions">
        <button type="button" className="plain strong" disabled={coming === 0} onClick={() => onTake(answers)}>
          {t('import.take', { count: coming })}
        </button>
        <button type="button" className="plain" onClick={onCancel}>
          {t('editor.cancel')}
        </button>
      </p>
    </section>
  )
}

function Example({ entry }: { entry: MergeEntry }) {
  const { t } = useTranslation('notes')
  if (entry.kind === 'new') return null
  const { mine, theirs } = entry
  return (
    <div className="import-example">
      <p>
        <SideWords text={mine.target.quote.exact} lang={mine.target.lang} />
      </p>
      <dl>
        <dt>{t('import.mine')}</dt>
        <dd>
          <Short note={mine} />
        </dd>
        <dt>{t('import.theirs')}</dt>
        <dd>
          <Short note={theirs} />
        </dd>
      </dl>
    </div>
  )
}

function Short({ note }: { note: Annotation }) {
  const { locale } = useReader().words
  const words = [note.note, ...note.tags.map((tag) => `#${tag}`)].filter(Boolean).join(' ')
  return (
    <>
      <Text text={words.slice(0, 200)} context={locale} /> <time>{formatInstant(note.modified, locale)}</time>
    </>
  )
}

/** Faults that are listed one by one. */
const most = 50

function Faults({ plan: { faults } }: { plan: ImportPlan }) {
  const { t } = useTranslation('notes')
  const { locale } = useReader().words
  if (faults.length === 0) return null
  return (
    <details className="import-faults" open={faults.length <= few}>
      <summary>{t('import.bad', { count: faults.length })}</summary>
      <ul>
        {faults.slice(0, most).map((fault, index) => (
          <li key={index}>
            {fault.path.length === 0 ? null : <code>{fault.path.join('.')}</code>}{' '}
            <Text text={faultWords(fault, t)} context={locale} />
          </li>
        ))}
      </ul>
      {faults.length <= most ? null : <p>{t('import.moreBad', { count: faults.length - most })}</p>}
    </details>
  )
}
