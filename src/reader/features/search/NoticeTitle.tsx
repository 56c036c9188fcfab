import { firstLang } from '../../../corpus/locale.ts'
import { useReader } from '../../islands/reader.ts'
import { SideWords } from '../../notice/Text.tsx'
import type { NoticeName } from './protocol.ts'

/** A notice's title in the language that a reader of this interface reads first. */
export function NoticeTitle({ notice: { titles } }: { notice: NoticeName }) {
  const lang = firstLang(useReader().page.locale)
  return <SideWords text={titles[lang]} lang={lang} />
}
