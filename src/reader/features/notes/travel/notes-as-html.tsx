import { createRoot } from 'react-dom/client'
import { flushSync } from 'react-dom'
import { NoteText } from '../parts/NoteText.tsx'
import { breathe } from './breathe.ts'

/** Notes that are rendered before the page may draw and answer again. */
const slice = 50

/** Each text's Markdown as the page itself shows it, as HTML: the same rules on elements and links hold for a report. */
export async function notesAsHtml(texts: Iterable<string>, locale: string): Promise<ReadonlyMap<string, string>> {
  const box = document.createElement('div')
  const root = createRoot(box)
  const rendered = new Map<string, string>()
  for (const text of new Set(texts)) {
    flushSync(() => root.render(<NoteText text={text} locale={locale} />))
    rendered.set(text, box.innerHTML)
    if (rendered.size % slice === 0) await breathe()
  }
  root.unmount()
  return rendered
}
