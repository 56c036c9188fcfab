import { parseNoticeId, parseTermId, type NoticeId, type TermId } from '../corpus/ids.ts'
import type { Lang } from '../corpus/lang.ts'
import type { Operand } from './operators.ts'
import { part } from './part.ts'
import type { Said } from './said.ts'
import { unitsOf } from './units.ts'

/**
 * What a reader asked for. Either one phrase, as typed or pasted, or clauses in lunr's query language:
 * `+must`, `-not`, `"a phrase"`, `hosp*`, `regenrative~1`, `word^2`, `en:` `zh:` `title:` `term:` before a clause, and
 * the filters `lang:zh`, `notice:some-notice`, `after:2021`, `before:2021-06`, `date:2021-05`.
 *
 * lunr's own parser reads the clauses; words and phrases go through it as single signs, since it would lower their
 * case and cut them at hyphens. Signs that stand alone, unknown fields and anything else that a pasted sentence may
 * hold are text. What is clearly meant as an operator and cannot be one comes back as a message.
 */
export type Query = {
  readonly clauses: readonly Clause[]
  readonly filters: Filters
  /** Something that looked like a field and was read as text; said when nothing is found. */
  readonly hint?: Said
}

export type Clause = {
  /** Never without a unit to look for. */
  readonly phrase: string
  /** `plain` words must be there too, but may stand apart where they are no phrase. */
  readonly presence: 'plain' | 'must' | 'not' | 'may'
  readonly field: ClauseField
  /** The last word goes on. */
  readonly prefix: boolean
  /** How many letters may differ, `~1`; 0 where nothing was said. */
  readonly edits: number
  readonly boost: number
}

export type ClauseField = 'text' | Lang | 'title' | 'term'

export type Filters = {
  readonly lang?: Lang
  readonly notices?: readonly NoticeId[]
  /** Bounds on a notice's date, both included, compared as far as they are given. */
  readonly after?: string
  readonly before?: string
}

export type QueryResult = { readonly ok: true; readonly query: Query } | { readonly ok: false; readonly said: Said }

/** More clauses than anybody types: a pasted text that happens to hold operators. */
const mostClauses = 32

export async function parseQuery(typed: string): Promise<QueryResult> {
  const text = typed.toWellFormed().trim()
  const pieces = cut(text)
  const operates = pieces.some((piece) => piece.operates) && pieces.length <= mostClauses
  if (!operates) {
    if (!hasUnits(text)) return { ok: false, said: nothingToFind }
    const odd = /(?:^|\s)([a-z]{2,12}):\S/iu.exec(text)?.[1]
    const clause = { phrase: text, presence: 'plain', field: 'text', prefix: false, edits: 0, boost: 1 } as const
    return {
      ok: true,
      query: { clauses: [clause], filters: {}, ...(odd === undefined ? {} : { hint: unknownField(odd) }) },
    }
  }
  const filters: { lang?: Lang; notices?: NoticeId[]; after?: string; before?: string } = {}
  for (const piece of pieces) {
    if (piece.field === null || !isFilter(piece.field)) continue
    const refusal = readFilter(filters, piece.field, piece.body)
    if (refusal !== null) return { ok: false, said: refusal }
  }
  return parseClauses(
    pieces.filter(({ field }) => field === null || !isFilter(field)),
    filters,
  )
}

/** A stretch of the query between spaces, a quoted phrase taken as one. */
type Piece = {
  readonly sign: '' | '+' | '-'
  readonly field: string | null
  /** Without sign, field, quotes and suffix. */
  readonly body: string
  /** `~1`, `^2`, `*`, as typed. */
  readonly suffix: string
  readonly quoted: boolean
  readonly operates: boolean
}

const clauseFields: ReadonlyMap<string, ClauseField> = new Map([
  ['text', 'text'],
  ['en', 'en'],
  ['zh', 'zh-Hant'],
  ['title', 'title'],
  ['term', 'term'],
])
const filterNames = ['lang', 'notice', 'after', 'before', 'date'] as const
type FilterName = (typeof filterNames)[number]
const isFilter = (field: string): field is FilterName => filterNames.some((name) => name === field)

const fieldNames = [...clauseFields.keys(), ...filterNames]
const nothingToFind: Said = { kind: 'nothing-to-find' }
const unknownField = (name: string): Said => ({ kind: 'no-field', name, fields: fieldNames })

/** A sign and a field count only at the start of a stretch; a quotation mark opens a phrase only there. */
const stretch = new RegExp(
  `([+-]?)(?:(${fieldNames.join('|')})[:：])?(?:["“”]([^"“”]*)(?:["“”]|$)(\\S*)|(\\S*))`,
  'giu',
)

function cut(text: string): Piece[] {
  const pieces: Piece[] = []
  for (const found of text.matchAll(stretch)) {
    const [whole, sign = '', field, phrase, behind = '', plain = ''] = found
    if (whole === '') continue
    const quoted = phrase !== undefined
    const { word, suffix } = withoutSuffix(quoted ? behind : plain)
    const body = quoted ? `${phrase} ${word}`.trim() : word
    const deliberate = field !== undefined || (sign !== '' && hasUnits(body)) || quoted || suffix !== ''
    const bare = /^[+-]$/.test(whole) && text === whole
    pieces.push({
      sign: sign === '+' || sign === '-' ? sign : '',
      field: field?.toLowerCase() ?? null,
      body,
      suffix,
      quoted,
      operates: deliberate || bare,
    })
  }
  return pieces
}

/** `~` and `^` are operators only with what may be a number behind them, `*` only behind a word. */
function withoutSuffix(text: string): { word: string; suffix: string } {
  const found = /^(.*?)(\*|(?:[~^][0-9.]+)+)$/u.exec(text)
  return found === null || (found[2] === '*' && !hasUnits(found[1] ?? ''))
    ? { word: text, suffix: '' }
    : { word: found[1] ?? '', suffix: found[2] ?? '' }
}

function readFilter(
  filters: { lang?: Lang; notices?: NoticeId[]; after?: string; before?: string },
  name: FilterName,
  value: string,
): Said | null {
  if (name === 'lang') {
    const lang = /^en/iu.test(value) ? 'en' : /^(?:zh|cmn|yue)/iu.test(value) ? 'zh-Hant' : null
    if (lang === null) return { kind: 'odd-value', field: 'lang', value }
    filters.lang = lang
  } else if (name === 'notice') {
    const id = parseNoticeId(value)
    if (id === null) return { kind: 'odd-value', field: 'notice', value }
    filters.notices = [...(filters.notices ?? []), id]
  } else {
    if (!/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/.test(value)) return { kind: 'odd-date', field: name, value }
    if (name !== 'before') filters.after = value
    if (name !== 'after') filters.before = value
  }
  return null
}

async function parseClauses(pieces: readonly Piece[], filters: Filters): Promise<QueryResult> {
  // A sign for each body, from the private use area: lunr neither cuts it nor changes its case.
  const signFor = (index: number): string => String.fromCharCode(0xe000 + index)
  const rewritten: string[] = []
  for (const [index, { sign, field, body, suffix }] of pieces.entries()) {
    if (field !== null && !hasUnits(body)) return { ok: false, said: { kind: 'no-word', field } }
    // Punctuation on its own separates words and asks for nothing.
    if (!hasUnits(body)) continue
    rewritten.push(`${sign}${field === null ? '' : `${field}:`}${signFor(index)}${suffix}`)
  }
  if (rewritten.length === 0) return { ok: false, said: hasFilters(filters) ? { kind: 'only-filters' } : nothingToFind }
  const parsed = await readOperators(rewritten)
  if (typeof parsed === 'string')
    return { ok: false, said: { kind: 'not-understood', detail: parsed.replace(/[\ue000-\uf8ff]/gu, '…') } }
  const read = parsed.map((clause): Clause & { quoted: boolean } => {
    const piece = pieces[clause.term.charCodeAt(0) - 0xe000]
    if (piece === undefined) throw new RangeError(`query: lunr made up a clause, “${clause.term}”`)
    const bare = piece.sign === '' && piece.field === null
    return {
      phrase: piece.body,
      presence: piece.sign === '+' ? 'must' : piece.sign === '-' ? 'not' : 'may',
      field: clauseFields.get(piece.field ?? 'text') ?? 'text',
      prefix: clause.term.endsWith('*'),
      edits: Math.min(2, Number(/~(\d+)/.exec(piece.suffix)?.[1] ?? 0)),
      boost: clause.boost,
      quoted: piece.quoted || !bare || piece.suffix !== '',
    }
  })
  const clauses = joinWords(read)
  if (clauses.every(({ presence }) => presence === 'not')) return { ok: false, said: { kind: 'only-left-out' } }
  return { ok: true, query: { clauses, filters } }
}

/** Signs alone, for words and quoted phrases with nothing said about them, are what they are; lunr reads the others. */
async function readOperators(rewritten: readonly string[]): Promise<readonly Operand[] | string> {
  if (rewritten.every((one) => one.length === 1)) return rewritten.map((term) => ({ term, boost: 1 }))
  const { parseOperators } = await part(import('./operators.ts'))
  return parseOperators(rewritten.join(' '), [...clauseFields.keys()])
}

/**
 * Words side by side with nothing said about them are looked for together, as when nothing else is typed; beside a
 * `+word` they are what lunr makes of them, welcome and not needed.
 */
function joinWords(read: readonly (Clause & { quoted: boolean })[]): Clause[] {
  const anyMust = read.some(({ presence }) => presence === 'must')
  const joined: (Clause & { quoted: boolean })[] = []
  for (const clause of read) {
    const last = joined[joined.length - 1]
    if (last !== undefined && !last.quoted && !clause.quoted && last.presence === 'may')
      joined[joined.length - 1] = { ...last, phrase: `${last.phrase} ${clause.phrase}` }
    else joined.push(clause)
  }
  return joined.map(({ quoted, ...clause }) => {
    if (clause.presence !== 'may' || anyMust) return clause
    return { ...clause, presence: quoted ? 'must' : 'plain' }
  })
}

const hasFilters = (filters: Filters): boolean => Object.keys(filters).length > 0

function hasUnits(text: string): boolean {
  return unitsOf(text).keys.length > 0
}

/** The entry that `term:some-id` names; `null` when it is words. */
export function termNamed(phrase: string): TermId | null {
  return parseTermId(phrase)
}
