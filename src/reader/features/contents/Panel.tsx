import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { otherLang } from '../../../corpus/lang.ts'
import { firstLang } from '../../../corpus/locale.ts'
import { useReader } from '../../islands/reader.ts'
import { Text } from '../../notice/Text.tsx'
import { outlineOf, type OutlineEntry } from './outline.ts'

/** The notice's outline in both languages, the interface's first. */
export function Panel() {
  const { t } = useTranslation()
  const { loadCorpus, page } = useReader()
  const [outline, setOutline] = useState<readonly OutlineEntry[] | 'failed' | null>(null)
  useEffect(() => {
    loadCorpus().then(
      (corpus) => setOutline(outlineOf(corpus)),
      () => setOutline('failed'),
    )
  }, [loadCorpus])
  if (outline === 'failed') return <p role="alert">{t('feature.failed')}</p>
  if (outline === null) return <p role="status">{t('panel.loading')}</p>
  const first = firstLang(page.locale)
  return (
    <ol role="list" className="outline">
      {outline.map(({ id, rank, text }) => (
        <li key={id} data-rank={rank}>
          <a href={`#${id}`}>
            {[first, otherLang(first)].map((lang) => (
              <span key={lang} lang={lang}>
                <Text text={text[lang]} context={lang} />
              </span>
            ))}
          </a>
        </li>
      ))}
    </ol>
  )
}
