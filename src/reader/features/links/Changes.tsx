import { useTranslation } from 'react-i18next'
import { langs, type ByLang } from '../../../corpus/lang.ts'
import { Text } from '../../notice/Text.tsx'
import type { Change } from './changes.ts'
import './links.css'

const sideNames = { en: 'links.english', 'zh-Hant': 'links.chinese' } as const

/** What was taken out and put in, on each side; said in words to those who do not see the lines. */
export function Changes({ changes }: { changes: ByLang<readonly Change[]> }) {
  const { t } = useTranslation('links')
  return langs.map((lang) => (
    <section key={lang}>
      <h3>{t(sideNames[lang])}</h3>
      {changes[lang].length === 0 ? <p>{t('links.nothing')}</p> : null}
      {changes[lang].length > 0 && changes[lang].every(({ kind }) => kind === 'same') ? <p>{t('links.same')}</p> : null}
      <p lang={lang} className="changes">
        {changes[lang].map(({ kind, text }, at) => {
          const words = <Text key={at} text={text} context={lang} />
          if (kind === 'same') return words
          const Mark = kind === 'removed' ? 'del' : 'ins'
          return (
            <Mark key={at}>
              <Aside>{t(kind === 'removed' ? 'links.removed' : 'links.added')}</Aside>
              {words}
              <Aside>{t('links.ends')}</Aside>
            </Mark>
          )
        })}
      </p>
    </section>
  ))
}

/** Words of the interface among those of the text, for ears only. */
function Aside({ children }: { children: string }) {
  const { i18n } = useTranslation('links')
  return (
    <span className="visually-hidden" lang={i18n.language}>
      {children}
    </span>
  )
}
