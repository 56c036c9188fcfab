import { useTranslation } from 'react-i18next'
import { langs } from '../../../corpus/lang.ts'
import type { Corpus } from '../../../corpus/notice.ts'
import { sliceRun } from '../../../corpus/run.ts'
import { useReader } from '../../islands/reader.ts'
import { SideWords } from '../../notice/Text.tsx'
import { usePaint } from './use-paint.ts'
import { factValue } from './words.ts'

/** The figures that both texts state: the value with its bound, what it counts in either language, and its row. */
export function Facts({ corpus }: { corpus: Corpus }) {
  const { t } = useTranslation('findings')
  const { page } = useReader()
  const show = usePaint()
  const facts = corpus.facts ?? []
  if (facts.length === 0) return <p>{t('fact.none')}</p>
  return (
    <>
      <p className="quiet">{t('fact.explained')}</p>
      <ol role="list" className="facts">
        {facts.map((fact) => (
          <li key={`${fact.sentence} ${fact.places.en.at.from}`}>
            <p className="fact-value">{factValue(fact, page.locale, t)}</p>
            {langs.map((lang) => {
              const { at, subject } = fact.places[lang]
              const run = { from: at.from, to: Math.max(at.to, subject?.to ?? at.to) }
              return (
                <p key={lang}>
                  <SideWords text={sliceRun(corpus.sides[lang].text, run)} lang={lang} />
                </p>
              )
            })}
            <a
              className="go"
              href={`#${fact.sentence}`}
              onClick={() => show(langs.map((lang) => ({ lang, at: fact.places[lang].at })))}
            >
              {t('check.go', { id: fact.sentence })}
            </a>
          </li>
        ))}
      </ol>
    </>
  )
}
