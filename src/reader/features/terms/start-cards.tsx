import { loadWords } from '../../i18n/load-words.ts'
import type { Reader } from '../../islands/reader.ts'
import { mount } from '../mount.tsx'
import { followLit } from './lit.ts'
import { TermCard } from './TermCard.tsx'

/** Puts the card of terms into a notice's page. It was asked for by an address, or by a term that is pointed at now. */
export async function start(reader: Reader): Promise<void> {
  await loadWords(reader.words, 'terms')
  followLit(reader)
  mount(reader, <TermCard />)
}
