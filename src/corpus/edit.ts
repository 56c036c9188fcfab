import type { Run } from './run.ts'

/**
 * One recorded change to a text. `at` counts in the text *before* the change; `was` is exactly what stood there.
 * A list of edits is sorted and disjoint, so it can be replayed either way:
 * forwards it makes the text that is shown, backwards it gives the received text to the letter.
 */
export type Edit = {
  readonly kind: EditKind
  readonly at: Run
  readonly was: string
  readonly is: string
  /** Why this change is right, where its mechanism can be run again. */
  readonly proof?: Proof
}

/** What was undone, or done so that the text can be read. */
export type EditKind =
  /** A reading in brackets behind its own character: 發(fā) */
  | 'reading'
  /** Bytes out of step in a double-byte encoding. */
  | 'slip'
  /** ASCII punctuation among Han characters, made full width again. */
  | 'punctuation'
  /** Text decoded in the wrong encoding. */
  | 'mojibake'
  /** An HTML entity left in text. */
  | 'entity'
  /** Markup that is not text, taken off by the HTML or Markdown reader. */
  | 'markup'
  /** A hard line break inside a wrapped paragraph. */
  | 'line-break'
  /** A stray space between two Han characters. */
  | 'space'
  /** Full-width Latin letters, digits and signs. */
  | 'width'
  /** A CJK compatibility ideograph or a decomposed letter. */
  | 'compatibility'
  /** A character that is not shown: zero width, bidi control, byte order mark. */
  | 'control'
  /** Declared by the author in notice.yaml. */
  | 'correction'

/** How the repair was proved: the damage done again to `is` gives `was`. */
export type Proof = {
  /** The forward model that was run, for example `gbk-slip` or `utf-8 read as gbk`. */
  readonly mechanism: string
  /** The repaired text's bytes in the damaged encoding, as upper-case hex. */
  readonly bytes: string
  /** Readings that had been put in among the bytes; `at` says before how many of them. Absent when there were none. */
  readonly readings?: readonly { readonly at: number; readonly text: string }[]
  /** What the forward model made of them; equals the edit's `was`. */
  readonly again: string
  /** Natural logarithm of how many times as likely it is as all others together, what was received among them. */
  readonly lead?: number
  /** The best of the others; absent when there was none. */
  readonly runnerUp?: string
}

/** Damage that was found and could not be undone with certainty. `at` counts in the recovered text. */
export type Unresolved = {
  readonly at: Run
  readonly was: string
  /** What is known about it, in plain words. */
  readonly why: string
  /** The same for who says it in another language. */
  readonly cause?: Cause
  /** Best first; may be empty. */
  readonly candidates: readonly string[]
}

/** What damage is, and the figure or name that its words need: how many times as likely, decoded as what. */
export type Cause = { readonly kind: CauseKind; readonly value?: string }

export const causeKinds = [
  // Bytes out of step: how sure the best candidate is.
  'slip-odds',
  'slip-unlikely',
  'slip-number',
  'slip-beginning',
  'slip-unproved',
  // Lost characters.
  'thrown-away',
  'decoded-again',
  'no-code',
  'cut-mark',
  'memory',
  'private-use',
] as const
export type CauseKind = (typeof causeKinds)[number]
