import { locales, type Locale } from '../../corpus/locale.ts'
import type { PageFrame } from '../../corpus/site.ts'
import type { Words } from '../i18n/words.ts'
import { CollectionWords } from '../notice/Text.tsx'

export type DoorPageProps = {
  frame: PageFrame
  kind: 'home' | 'not-found' | 'offline'
  wordsIn: (locale: Locale) => Words
}

/** A page outside all locales speaks each of them: the way in, and the answer to an address that is unknown or out of reach. */
export function DoorPage({ frame, kind, wordsIn }: DoorPageProps) {
  return (
    <main id="main" className="door">
      {locales.map((locale, index) => {
        const { t, i18n } = wordsIn(locale)
        const tOffline = i18n.getFixedT(locale, 'offline')
        const title = kind === 'offline' ? tOffline('offline.title') : t('notFound.title')
        const explained = kind === 'offline' ? tOffline('offline.explained') : t('notFound.explained')
        const Title = index === 0 ? 'h1' : 'p'
        return (
          <section key={locale} lang={locale}>
            <Title className="door-title">
              {kind === 'home' ? <CollectionWords words={frame.manifest.title} locale={locale} /> : title}
            </Title>
            <p>
              {kind === 'home' ? null : `${explained} `}
              <a href={`${frame.root}${locale}/`} hrefLang={locale} data-keeps-state={kind === 'home' ? '' : undefined}>
                {t('door.enter')}
              </a>
            </p>
          </section>
        )
      })}
    </main>
  )
}
