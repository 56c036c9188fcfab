import type { RowId, SentenceId, TermId } from './ids.ts'
import type { ByLang, Lang } from './lang.ts'
import type { Run } from './run.ts'
import type { Versioned } from './version.ts'

/**
 * Something that a check noticed in a translation, as data: no sentence of it is in any language, so that a reader of
 * either can be told. A finding stands under its cause: what follows from a paragraph that has no counterpart is among
 * its `consequences` and is no finding of its own.
 */
export type Finding = FindingKind & {
  /** Says what was found and where, by ids and words: the same as long as both stay. A reviewer accepts it by this. */
  readonly key: string
  readonly row: RowId
  /** The sentence bead; `beadTexts` gives what it says on each side. */
  readonly sentence: SentenceId
  /** The words that it is about, in UTF-16 units of each side's text; the first is its locus. */
  readonly places: readonly FindingPlace[]
  readonly consequences?: readonly Finding[]
}

export type FindingPlace = { readonly lang: Lang; readonly at: Run }

/** `lang` is the side that has what the other one lacks, or the side that the finding is about. */
export type FindingKind =
  /** A sentence or a whole row has nothing on the other side. */
  | { readonly kind: 'unmatched'; readonly lang: Lang }
  /** A quantity's words, and what the other side says in its place; `null` when nothing is. */
  | { readonly kind: 'quantity'; readonly lang: Lang; readonly words: string; readonly instead: string | null }
  /** Both sides have the number; one bounds it from below, the other from above. */
  | { readonly kind: 'bound'; readonly words: ByLang<string> }
  /** An entry's term stands on one side; the other has none of `expected`, but perhaps a term of another entry. */
  | {
      readonly kind: 'term'
      readonly lang: Lang
      readonly term: TermId
      readonly words: string
      readonly expected: readonly string[]
      readonly instead: string | null
    }
  | {
      readonly kind: 'deprecated-term'
      readonly lang: Lang
      readonly term: TermId
      readonly words: string
      readonly expected: readonly string[]
    }
  /** One concept in several words, where the other side has one. */
  | { readonly kind: 'two-words'; readonly lang: Lang; readonly term: TermId; readonly words: readonly string[] }
  /** A name or an acronym in Latin letters. */
  | { readonly kind: 'name'; readonly lang: Lang; readonly words: string }
  /** Enumerations of different lengths; `item` is the one that the other side lacks, where it is known. */
  | {
      readonly kind: 'list'
      readonly counts: ByLang<number>
      readonly item?: { readonly lang: Lang; readonly words: string }
    }
  /** Chinese characters for an English one: here, and in the notice as a whole. */
  | { readonly kind: 'length'; readonly ratio: number; readonly usual: number }
  /** A capital inside a sentence, a space before a comma, a word twice, a mark twice or without its space. */
  | { readonly kind: 'broken-english'; readonly fault: 'capital' | 'space' | 'repeat' | 'mark'; readonly words: string }
  /** A character that mechanical conversion from Simplified put in another's place. */
  | { readonly kind: 'variant'; readonly words: string; readonly expected: string }

/** `findings.json`: findings that a reviewer looked at and accepts. */
export type FindingsFile = Versioned<'findings'> & { readonly accepted: readonly AcceptedFinding[] }

export type AcceptedFinding = { readonly key: string; readonly reason: string }

/** A quantity that both sides of a sentence bead state: 750, no less, national key projects. */
export type Fact = {
  readonly row: RowId
  readonly sentence: SentenceId
  readonly value: number
  readonly bound?: 'at-least' | 'more-than' | 'at-most' | 'less-than' | 'about'
  readonly unit?: string
  readonly share?: true
  /** Where the quantity stands on each side, and the words that it counts. */
  readonly places: ByLang<{ readonly at: Run; readonly subject?: Run }>
}
