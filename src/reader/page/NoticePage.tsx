import type { Locale } from '../../corpus/locale.ts'
import type { Corpus } from '../../corpus/notice.ts'
import type { PageFrame } from '../../corpus/site.ts'
import type { Words } from '../i18n/words.ts'
import { Appendix } from '../notice/Appendix.tsx'
import { NoticeHead } from '../notice/NoticeHead.tsx'
import { Rows } from '../notice/Rows.tsx'
import { viewNotice } from '../notice/view.ts'
import { Island } from './Island.tsx'
import { Shell } from './Shell.tsx'

export type NoticePageProps = { frame: PageFrame; locale: Locale; corpus: Corpus; corpusHref: string; words: Words }

export function NoticePage({ frame, corpus, corpusHref, words }: NoticePageProps) {
  const view = viewNotice(corpus)
  return (
    <Shell frame={frame} words={words} below={`${corpus.id}/`}>
      <article className="notice">
        <NoticeHead view={view} words={words} corpusHref={corpusHref} />
        <Island name="notice" words={words} />
        <Rows view={view} words={words} />
        <Appendix view={view} words={words} />
      </article>
    </Shell>
  )
}
