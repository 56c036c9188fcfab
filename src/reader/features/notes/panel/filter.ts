import { colours, type Annotation, type Colour } from '../../../../annotations/annotation.ts'
import type { NoticeId } from '../../../../corpus/ids.ts'
import type { Lang } from '../../../../corpus/lang.ts'
import { fold } from '../../../../text/fold.ts'
import type { Anchoring } from '../../../../annotations/anchor.ts'
import type { Owner } from '../state/shown.ts'

/** A note as it is listed. `anchoring` is `null` where its notice is not the page's. */
export type Listed = { readonly note: Annotation; readonly owner: Owner; readonly anchoring: Anchoring | null }

/** `null` lets everything through. */
export type Filter = {
  readonly text: string
  readonly notice: NoticeId | null
  readonly tag: string | null
  readonly colour: Colour | null
  readonly lang: Lang | null
  /** Only those that lost their place. */
  readonly orphans: boolean
}

export const everything: Filter = { text: '', notice: null, tag: null, colour: null, lang: null, orphans: false }

export const orders = ['place', 'newest', 'oldest', 'colour'] as const
export type Order = (typeof orders)[number]

/** Every word must be somewhere in the note, its tags or the words that it is on; script, case and width do not matter. */
export function filterNotes(notes: readonly Listed[], filter: Filter): Listed[] {
  const words = fold(filter.text).split(/\s+/u).filter(Boolean)
  return notes.filter(({ note, anchoring }) => {
    const { notice, lang, quote } = note.target
    if (filter.notice !== null && notice !== filter.notice) return false
    if (filter.lang !== null && lang !== filter.lang) return false
    if (filter.colour !== null && note.colour !== filter.colour) return false
    if (filter.tag !== null && !note.tags.includes(filter.tag)) return false
    if (filter.orphans && anchoring?.kind !== 'orphan') return false
    if (words.length === 0) return true
    const all = fold([note.note, ...note.tags, quote.exact, note.creator ?? ''].join('\n'))
    return words.every((word) => all.includes(word))
  })
}

/** `place` is the order they come in: the page's notice from top to bottom, the others behind it. */
export function sortNotes(notes: readonly Listed[], order: Order): readonly Listed[] {
  const sorted = [...notes]
  switch (order) {
    case 'place':
      return notes
    case 'newest':
      return sorted.sort((a, b) => compare(b.note.modified, a.note.modified))
    case 'oldest':
      return sorted.sort((a, b) => compare(a.note.modified, b.note.modified))
    case 'colour':
      return sorted.sort((a, b) => colours.indexOf(a.note.colour) - colours.indexOf(b.note.colour))
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
