import type { Corpus } from '../../src/corpus/notice.ts'
import { pageFile, rootFrom, type PageSubject } from '../../src/corpus/site.ts'
import { renderPage } from '../../src/reader/server.tsx'
import { manifestOf } from './corpus.ts'

/** A template such as Vite leaves, with one asset of each kind. */
const template = `<!doctype html>
<html lang="en">
  <head>
    <script src="./assets/boot.js"></script>
    <!--duidu:head-->
    <link rel="stylesheet" href="./assets/index.css">
  </head>
  <body>
    <!--duidu:body-->
  </body>
</html>
`

export function renderHtml(subject: PageSubject, corpora: readonly Corpus[], base?: string): string {
  const frame = { template, root: rootFrom(pageFile(subject)), manifest: manifestOf(corpora) }
  return renderPage({ ...subject, ...frame, ...(base === undefined ? {} : { base }) }).html
}

/** Text nodes with a Han character that no `zh-*` language covers: axe does not notice them. */
export function hanWithoutLanguage(page: Document): string[] {
  const walker = page.createTreeWalker(page.body, NodeFilter.SHOW_TEXT)
  const found: string[] = []
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node.parentElement
    if (element?.tagName === 'SCRIPT' || !/\p{Script=Han}/u.test(node.nodeValue ?? '')) continue
    if (!element?.closest('[lang]')?.getAttribute('lang')?.startsWith('zh-')) found.push(node.nodeValue ?? '')
  }
  return found
}
