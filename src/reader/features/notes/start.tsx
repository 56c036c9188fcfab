import { loadWords } from '../../i18n/load-words.ts'
import type { Reader } from '../../islands/reader.ts'
import { mount } from '../mount.tsx'
import { NotesOnPage } from './page/NotesOnPage.tsx'
import { sessionOf } from './state/session.ts'
import './styles/index.css'

const started = new WeakSet<Reader>()

/** Puts notes on a notice's page, once, when they are first wanted. */
export async function start(reader: Reader): Promise<void> {
  if (started.has(reader) || reader.page.kind !== 'notice') return
  started.add(reader)
  await loadWords(reader.words, 'notes')
  mount(reader, <NotesOnPage session={sessionOf(reader)} />)
}
