import type { Cause } from '../corpus/edit.ts'
import type { Language } from './language.ts'
import type { Path } from './search-ends.ts'

/**
 * How far a repair must lead all others taken together, where the document itself vouches for its beginning: it has the
 * first character behind the one before it `ATTESTED` times or more, or a reading stands there, or the language has it
 * there for the most part. A code that vanished right at the start leaves no trace, so that nothing else says that no
 * character is missing.
 */
const ATTESTED_LEAD = 5
const ATTESTED = 2
/** Log chance from which on the language model expects the first character where it stands: 療 behind 醫. */
const EXPECTED = Math.log(0.05)
/** The same where so many slips that were proved begin with this very character: what upset one upset the other. */
const ALIKE_LEAD = 4.5
export const ALIKE = 2
/** The same where only the language model says that nothing is missing: it was wrong in 3 of 44 even with 10 nats. */
const UNATTESTED_LEAD = Infinity
/** The same where the run reaches the line's end: nothing behind it supports its last characters and its last mark. */
const LINE_END_LEAD = 5.5
/** The same for a single character, which nothing inside the run supports. */
const SINGLE_LEAD = 11

/** What a search found at a mark, and what else speaks for its best path. Leads are natural logarithms. */
export type Found = {
  /** Best first. */
  readonly paths: readonly [Path, ...Path[]]
  /** By how much the best leads all others together, what was received among them. */
  readonly lead: number
  /** The damage done again to it gives what was received. */
  readonly isProved: boolean
  readonly atLineEnd: boolean
  /** The document, or a reading, says that the run begins where it does (`vouchedFor`). */
  readonly isAttested: boolean
  /** Proved slips begin with the same character. */
  readonly isAlike: boolean
}

/** Why a repair is not accepted; `null` where it is. */
export function doubtOf(found: Found): Cause | null {
  const { paths, lead, isProved } = found
  if (isNumberOpen(paths)) return { kind: 'slip-number' }
  if (!isProved) return { kind: 'slip-unproved' }
  const wanted = wantedLead(found)
  if (lead >= wanted) return null
  if (lead >= ATTESTED_LEAD && wanted === UNATTESTED_LEAD) return { kind: 'slip-beginning' }
  const odds = Math.exp(lead)
  if (odds <= 1) return { kind: 'slip-unlikely' }
  return { kind: 'slip-odds', value: odds < 10 ? odds.toFixed(1) : `${Math.round(odds)}` }
}

/** The same in words. */
export function doubtInWords({ kind, value = '' }: Cause): string {
  switch (kind) {
    case 'slip-number':
      return 'the bytes do not tell which number stood here'
    case 'slip-unproved':
      return 'the damage done again to the best repair does not give what was received'
    case 'slip-beginning':
      return 'the bytes do not tell whether a character is missing before the best repair'
    case 'slip-odds':
      return `the best repair is only ${value} times as likely as all others together`
    default:
      return 'the best repair is no likelier than all others together'
  }
}

function wantedLead({ paths: [{ is }], atLineEnd, isAttested, isAlike }: Found): number {
  if (!isAttested && !isAlike && !atLineEnd) return UNATTESTED_LEAD
  if (is.length < 2) return SINGLE_LEAD
  if (atLineEnd) return LINE_END_LEAD
  return isAlike ? ALIKE_LEAD : ATTESTED_LEAD
}

/** Does the text before, or a reading, say that this is where the run begins? */
export function vouchedFor({ is, readings }: Path, before: string, language: Language): boolean {
  const first = is.charCodeAt(0)
  return (
    readings[0]?.at === 1 ||
    language.seen(before.charCodeAt(before.length - 1), first) >= ATTESTED ||
    language.logChance(language.stateAt(before, before.length), first) >= EXPECTED
  )
}

/**
 * Is a number of the best repair not in the bytes, so that another repair has another one? A text that says ten days
 * ten times does not tell that these are not three, and a wrong number does more harm than an open run.
 */
function isNumberOpen([best, ...rivals]: readonly Path[]): boolean {
  const numerals = numeralsOf(best?.is ?? '')
  return numerals !== '' && rivals.some(({ is }) => numeralsOf(is) !== numerals)
}

const numeralsOf = (text: string): string => text.replace(/[^〇零一二兩两三四五六七八九十百千萬万]/gu, '')
