import { loadWords } from '../../i18n/load-words.ts'
import { useStore, type Reader } from '../../islands/reader.ts'
import { store, type WritableStore } from '../../state/store.ts'
import { mount } from '../mount.tsx'
import { Help } from './Help.tsx'

export async function start(reader: Reader): Promise<void> {
  await loadWords(reader.words, 'settings')
  const isOpen = store(false)
  mount(reader, <WhenOpen isOpen={isOpen} />)
  reader.shortcuts.on('help', () => isOpen.set(true))
}

function WhenOpen({ isOpen }: { isOpen: WritableStore<boolean> }) {
  return useStore(isOpen, false) ? <Help onClose={() => isOpen.set(false)} /> : null
}
