import { otherLang, type ByLang, type Lang } from '../../corpus/lang.ts'
import { firstLang, type Locale } from '../../corpus/locale.ts'
import type { Title } from '../../corpus/notice.ts'
import { Text } from './Text.tsx'

export function TitleText({ titles, lang }: { titles: ByLang<Title>; lang: Lang }) {
  return (
    <span className="title" lang={lang} data-side={lang}>
      <Text text={titles[lang].text} context={lang} />
    </span>
  )
}

/** Both titles, the interface's language first. */
export function Titles({ titles, locale }: { titles: ByLang<Title>; locale: Locale }) {
  const first = firstLang(locale)
  return (
    <>
      <TitleText titles={titles} lang={first} /> <TitleText titles={titles} lang={otherLang(first)} />
    </>
  )
}
