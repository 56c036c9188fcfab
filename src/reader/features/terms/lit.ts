import type { SentenceId } from '../../../corpus/ids.ts'
import type { Reader } from '../../islands/reader.ts'
import { noticeTerms } from './notice-terms.ts'

const following = new WeakSet<Reader>()

/**
 * Keeps the term of the address on the map of the notice, and puts the keys for the next and previous hit on its
 * places, from now on. Asked for a second time it does nothing.
 */
export function followLit(reader: Reader): void {
  if (following.has(reader)) return
  following.add(reader)
  const { address, layers, shortcuts, loadCorpus } = reader
  let lit: string | null = null
  let off: (() => void)[] = []
  const follow = async (): Promise<void> => {
    const { term } = address.get()
    if (term === lit) return
    lit = term
    for (const take of off) take()
    off = []
    layers.setLayer('terms', [])
    if (term === null) return
    const places = noticeTerms(await loadCorpus()).get(term)?.places ?? []
    if (lit !== term) return
    layers.setLayer(
      'terms',
      places.map(({ row }) => row),
    )
    const sentences = [...new Set(places.map(({ sentence }) => sentence))]
    off = [
      shortcuts.on('nextHit', () => stepTo(reader, sentences, 1)),
      shortcuts.on('previousHit', () => stepTo(reader, sentences, -1)),
    ]
  }
  // Without the corpus file nothing more is known of the term than what the page shows.
  const followed = (): void => void follow().catch(() => undefined)
  followed()
  address.subscribe(followed)
}

/** Goes to the next of a list of sentences, round from the last to the first, and names it in the address. */
export function stepTo({ address }: Pick<Reader, 'address'>, sentences: readonly SentenceId[], by: 1 | -1): void {
  const next = sentences[nextIndex(address.get().target, sentences, by)]
  if (next === undefined) return
  address.change({ target: { kind: 'sentence', id: next } }, 'replace')
  const all = [...document.querySelectorAll(`[data-bead="${next}"]`)]
  all.find((one) => one.getClientRects().length > 0)?.scrollIntoView({ block: 'center' })
}

type Target = ReturnType<Reader['address']['get']>['target']

function nextIndex(target: Target, sentences: readonly SentenceId[], by: 1 | -1): number {
  const at = target?.kind === 'sentence' ? sentences.indexOf(target.id) : -1
  if (at >= 0) return (at + by + sentences.length) % sentences.length
  // From the first that stands below the window's upper edge.
  const below = sentences.findIndex((id) => (document.getElementById(id)?.getBoundingClientRect().bottom ?? -1) > 0)
  const from = Math.max(0, below)
  return by === 1 ? from : (from - 1 + sentences.length) % sentences.length
}
