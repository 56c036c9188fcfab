import type { NoticeId, RowId, SentenceId } from '../corpus/ids.ts'
import type { Lang } from '../corpus/lang.ts'

/**
 * A reader's annotation, as data. The words that it is about are named four ways, so that they can be found again in a
 * text that has changed: ids of rows and sentence beads, the words with what stands around them, where they stood, and
 * which version of the text that was.
 *
 * Every string is text and nothing else; what came from outside has been through `readAnnotation` and its limits.
 * Source: W3C Web Annotation Data Model, whose TextQuoteSelector and TextPositionSelector `Quote` and `Position` are.
 */
export type Annotation = {
  readonly id: AnnotationId
  /** ISO 8601 in UTC, `2024-05-01T08:00:00.000Z`, so that they sort as text. */
  readonly created: string
  readonly modified: string
  /** Who made it, as they wish to be called. */
  readonly creator?: string
  readonly colour: Colour
  readonly tags: readonly string[]
  /** Markdown; empty when there is none. */
  readonly note: string
  readonly target: Target
}

/** `urn:uuid:` and a UUID in lower case. */
declare const brand: unique symbol
export type AnnotationId = string & { readonly [brand]: 'AnnotationId' }

export const colours = ['yellow', 'green', 'blue', 'pink', 'orange', 'purple', 'teal', 'grey'] as const
export type Colour = (typeof colours)[number]
export const defaultColour: Colour = 'yellow'

/** What an annotation does, as the W3C names it: told by what it has. */
export type Motivation = 'commenting' | 'tagging' | 'highlighting'

export type Target = {
  /** `row`: the whole row, quoted in `lang`. */
  readonly kind: 'words' | 'row'
  readonly notice: NoticeId
  readonly lang: Lang
  /** The rows that the words stand in, in the order of the side’s text; empty for one from elsewhere that has no place. */
  readonly rows: readonly RowId[]
  /** The sentence beads likewise. */
  readonly sentences: readonly SentenceId[]
  readonly quote: Quote
  readonly position: Position
  /** `versionOf` the side's text in which it was made. */
  readonly version: string
}

/** The words, and what stood before and behind them. Paragraphs are parted by a line feed, dropped blocks left out. */
export type Quote = { readonly exact: string; readonly prefix: string; readonly suffix: string }

/** Where the words stand in the side's recovered text: half-open, from 0, in **code points** as the W3C counts. */
export type Position = { readonly start: number; readonly end: number }

export function parseAnnotationId(text: string): AnnotationId | null {
  const id = text.toLowerCase()
  return /^urn:uuid:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) ? (id as AnnotationId) : null
}

/** From a UUID as `crypto.randomUUID()` gives it. Throws on what is none. */
export function annotationId(uuid: string): AnnotationId {
  const id = parseAnnotationId(`urn:uuid:${uuid}`)
  if (id === null) throw new RangeError(`annotationId: “${uuid}” is no UUID`)
  return id
}

export function parseColour(text: unknown): Colour | null {
  return colours.find((colour) => colour === text) ?? null
}

export function motivationOf({ note, tags }: Pick<Annotation, 'note' | 'tags'>): Motivation {
  return note !== '' ? 'commenting' : tags.length > 0 ? 'tagging' : 'highlighting'
}

/** The time of a change, later than the last one even when the clock is not: what is newer must sort behind. */
export function timeAfter(last: string, now: Date): string {
  const time = now.toISOString()
  return time > last ? time : new Date(Date.parse(last) + 1).toISOString()
}
