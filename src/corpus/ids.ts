/**
 * The names that links use. Each kind is branded and minted only here.
 *
 * - notice id: a slug, `national-clinical-specialty-plan-2021`
 * - row id: `p5`, a paragraph bead; row numbers start at 1, are given once and never reused
 * - sentence id: `p5.2`, a sentence bead inside the row of that name
 * - term id: a slug, `regenerative-medicine`
 */
declare const brand: unique symbol
type Branded<Name extends string> = string & { readonly [brand]: Name }

export type NoticeId = Branded<'NoticeId'>
export type RowId = Branded<'RowId'>
export type SentenceId = Branded<'SentenceId'>
export type TermId = Branded<'TermId'>

const slug = /^[a-z0-9]+(?:-[a-z0-9]+)*$/
const row = /^p[1-9][0-9]*$/
const sentence = /^p[1-9][0-9]*\.[1-9][0-9]*$/

/** A slug is lower-case ASCII letters and digits in words joined by single hyphens. `null` when it is none. */
export function parseNoticeId(text: string): NoticeId | null {
  return slug.test(text) ? (text as NoticeId) : null
}

/**
 * Names that pages of the site have below a locale's folder, beside the notices': no notice may take one.
 */
export const pageNames: readonly string[] = ['terms']

export function parseTermId(text: string): TermId | null {
  return slug.test(text) ? (text as TermId) : null
}

export function parseRowId(text: string): RowId | null {
  return row.test(text) ? (text as RowId) : null
}

export function parseSentenceId(text: string): SentenceId | null {
  return sentence.test(text) ? (text as SentenceId) : null
}

/** The id of row number `n`, from 1. */
export function rowId(n: number): RowId {
  if (!Number.isSafeInteger(n) || n < 1) throw new RangeError(`rowId: ${n} is no row number; they start at 1`)
  return `p${n}` as RowId
}

/** The id of sentence bead number `n`, from 1, in a row. */
export function sentenceId(inRow: RowId, n: number): SentenceId {
  if (!Number.isSafeInteger(n) || n < 1) throw new RangeError(`sentenceId: ${n} is no bead number; they start at 1`)
  return `${inRow}.${n}` as SentenceId
}

export function rowNumber(id: RowId): number {
  return Number(id.slice(1))
}

/** The row that a sentence id names. */
export function rowOf(id: SentenceId): RowId {
  return id.slice(0, id.indexOf('.')) as RowId
}

export function sentenceNumber(id: SentenceId): number {
  return Number(id.slice(id.indexOf('.') + 1))
}
