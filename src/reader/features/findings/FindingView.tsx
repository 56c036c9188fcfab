import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Finding, FindingPlace } from '../../../corpus/finding.ts'
import { langs } from '../../../corpus/lang.ts'
import type { Corpus } from '../../../corpus/notice.ts'
import { SideWords, Text } from '../../notice/Text.tsx'
import { hasHan } from '../../notice/scripts-in-text.ts'
import { useReader } from '../../islands/reader.ts'
import { excerptsOf } from './excerpt.ts'
import { expectedWords, findingParts, kindWords } from './words.ts'

export type FindingViewProps = {
  finding: Finding
  corpus: Corpus
  /** Paints the words that it is about. */
  onShow: (places: readonly FindingPlace[]) => void
  onAccept?: (reason: string) => void
  accepted?: { readonly reason: string; readonly by: 'here' | 'editor' }
  onUndo?: () => void
}

/** One finding: what was noticed, where, both texts, what was expected, what follows from it, and how to accept it. */
export function FindingView({ finding, corpus, onShow, onAccept, accepted, onUndo }: FindingViewProps) {
  const { t } = useTranslation('findings')
  const excerpts = excerptsOf(corpus, finding)
  return (
    <article className="finding">
      <p className="kind">{t(kindWords[finding.kind])}</p>
      <p className="what">
        <Sentence finding={finding} />
      </p>
      <Expected finding={finding} />
      <dl className="both-texts">
        {langs.map((lang) => (
          <div key={lang}>
            <dt>{t(lang === 'en' ? 'check.english' : 'check.chinese')}</dt>
            <dd>
              {excerpts[lang].length === 0 ? t('check.nothing') : null}
              {excerpts[lang].map(({ text, about }, index) => {
                const words = <SideWords key={index} text={text} lang={lang} />
                return about ? <mark key={index}>{words}</mark> : words
              })}
            </dd>
          </div>
        ))}
      </dl>
      <Consequences finding={finding} />
      {accepted === undefined ? null : (
        <p className="reason">
          {t(accepted.by === 'here' ? 'accept.here' : 'accept.published')}. {t('accept.because')}{' '}
          <SideWords text={accepted.reason} lang={hasHan(accepted.reason) ? 'zh-Hant' : 'en'} />
        </p>
      )}
      <p className="finding-actions">
        <a className="go" href={`#${finding.sentence}`} onClick={() => onShow(finding.places)}>
          {t('check.go', { id: finding.sentence })}
        </a>
        {accepted?.by === 'here' && onUndo !== undefined ? (
          <button type="button" className="plain" onClick={onUndo}>
            {t('accept.undo')}
          </button>
        ) : null}
      </p>
      {onAccept === undefined ? null : <Accept onAccept={onAccept} />}
    </article>
  )
}

/** The interface's sentence; the texts' words in it in a language of their own. */
function Sentence({ finding }: { finding: Finding }) {
  const { t } = useTranslation('findings')
  const { page } = useReader()
  return findingParts(finding, t).map(({ text, own }, index) =>
    own ? (
      <SideWords key={index} text={text} lang={hasHan(text) ? 'zh-Hant' : 'en'} />
    ) : (
      <Text key={index} text={text} context={page.locale} />
    ),
  )
}

function Expected({ finding }: { finding: Finding }) {
  const { t } = useTranslation('findings')
  const words = expectedWords(finding)
  if (words.length === 0) return null
  return (
    <p className="expected">
      {t('check.expected')}{' '}
      {words.map((one, index) => (
        <span key={one}>
          {index === 0 ? null : ' · '}
          <SideWords text={one} lang={hasHan(one) ? 'zh-Hant' : 'en'} />
        </span>
      ))}
    </p>
  )
}

function Consequences({ finding: { consequences = [] } }: { finding: Finding }) {
  const { t } = useTranslation('findings')
  if (consequences.length === 0) return null
  return (
    <details>
      <summary>
        {t('check.consequences')} ({consequences.length})
      </summary>
      <ul>
        {consequences.map((one) => (
          <li key={one.key}>
            <Sentence finding={one} />
          </li>
        ))}
      </ul>
    </details>
  )
}

function Accept({ onAccept }: { onAccept: (reason: string) => void }) {
  const { t } = useTranslation('findings')
  const [isOpen, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const id = useId()
  if (!isOpen)
    return (
      <p>
        <button type="button" className="plain" onClick={() => setOpen(true)}>
          {t('accept.open')}
        </button>
      </p>
    )
  return (
    <form
      className="accept"
      onSubmit={(event) => {
        event.preventDefault()
        if (reason.trim() !== '') onAccept(reason.trim())
      }}
    >
      <label htmlFor={id}>{t('accept.reason')}</label>
      <textarea
        id={id}
        required
        rows={2}
        value={reason}
        autoFocus
        onChange={(event) => setReason(event.target.value)}
      />
      <p className="finding-actions">
        <button type="submit" className="plain">
          {t('accept.keep')}
        </button>
        <button type="button" className="plain" onClick={() => setOpen(false)}>
          {t('accept.cancel')}
        </button>
      </p>
    </form>
  )
}
