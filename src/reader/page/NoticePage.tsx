import type { EditorialNote } from '../../corpus/editorial.ts'
import type { Corpus } from '../../corpus/notice.ts'
import type { PageFrame } from '../../corpus/site.ts'
import type { Words } from '../i18n/words.ts'
import { Appendix } from '../notice/Appendix.tsx'
import { NoticeHead } from '../notice/NoticeHead.tsx'
import { Rows } from '../notice/Rows.tsx'
import { viewNotice } from '../notice/view.ts'
import type { LocalePage } from '../state/page-data.ts'
import { Island } from './Island.tsx'
import { Shell } from './Shell.tsx'

export type NoticePageProps = {
  frame: PageFrame
  corpus: Corpus
  notes: readonly EditorialNote[]
  words: Words
  page: Extract<LocalePage, { kind: 'notice' }>
}

export function NoticePage({ frame, corpus, notes, words, page }: NoticePageProps) {
  const view = viewNotice(corpus, notes)
  return (
    <Shell frame={frame} words={words} page={page} below={`${corpus.id}/`}>
      <article className="notice">
        <NoticeHead view={view} words={words} corpusHref={page.corpus.replace(/\?.*$/u, '')} />
        <Island name="notice" words={words} page={page} />
        <div className="reading">
          <Rows view={view} words={words} />
          {/* Drawn by its own script where there is room; its place is kept from the first paint. */}
          <nav className="map needs-script" aria-label={words.t('map.label')} />
        </div>
        <Appendix view={view} words={words} />
      </article>
    </Shell>
  )
}
