import type { Edit, Proof, Unresolved } from '../corpus/edit.ts'
import { anchorsIn, undamagedParts } from './anchors.ts'
import { pastReading, readBefore } from './bracket.ts'
import { isHan } from './chars.ts'
import { encodeGbk, type Codec } from './codec.ts'
import { buildLanguage, type Language } from './language.ts'
import type { RecoveryModel } from './model.ts'
import type { InsertedReading } from './search-agenda.ts'
import { searchSlip } from './search.ts'
import type { Path } from './search-ends.ts'
import { RAREST_RECEIVED, type SearchInput, type SearchTools } from './search-input.ts'
import { searchTables } from './search-tables.ts'
import { decodeSlipped, withoutPrivateUse, type SlipProfile } from './slip.ts'
import { ALIKE, doubtInWords, doubtOf, vouchedFor } from './slip-verdict.ts'

/**
 * Finds runs whose bytes fell out of step in GBK, and repairs those whose repair can be proved.
 *
 * A repair is accepted when the forward model, run on it, gives exactly what was received, when it is far enough ahead
 * of all other repairs and of leaving the text alone together, and when something vouches for its beginning
 * (`doubtOf`). What is damaged beyond that is told, with its best candidates, and stays as received.
 *
 * Units  runs count in the text given; leads in natural logarithms.
 */
export type SlipResult = {
  readonly edits: readonly Edit[]
  /** Their runs, too, count in the text given. */
  readonly unresolved: readonly Unresolved[]
}

/** Damage must be this much likelier than that the text was meant as it stands, after the odds of a slip. */
const DAMAGED_LEAD = 4
/** Damage that is reported although it cannot be repaired must be this much likelier than a clean text. */
const REPORTED_LEAD = 12
/** Log chance that a slip begins at a given mark, in a text that has shown none yet. */
const USUAL_BEGINS = Math.log(1e-4)
/** A repair whose characters are on average less likely than this is no Chinese that anyone wrote. */
const POOREST_REPAIR = -8
/** The longest run looked at, in received characters, readings included. */
const LONGEST_RUN = 160
/** Text whose characters are on average likelier than this, none of them rare, is not looked into further. */
const PLAIN_TEXT = -7.5
const PLAIN_WINDOW = 8
const CANDIDATES_TOLD = 3
/** Characters before a run that say how it begins. */
const CONTEXT = 6

export function findSlips(text: string, tools: { readonly codec: Codec; readonly model: RecoveryModel }): SlipResult {
  const anchors = anchorsIn(text)
  if (anchors.length === 0) return { edits: [], unresolved: [] }
  const parts = [...undamagedParts(text, anchors)]
  const language = buildLanguage(tools.model, parts)
  const searchTools = { ...tools, language, tables: searchTables(tools.codec, language) }
  const partBehind = new Map(anchors.map((at, i) => [at, i + 1]))
  const sought = new Map<number, Sought | null>()
  const seek = (from: number) => {
    const known = sought.get(from)
    if (known !== undefined) return known
    const found = seekAt(text, { from, near: language.near(parts, partBehind.get(from) ?? 0) }, searchTools)
    sought.set(from, found)
    return found
  }
  const judgeAt = (from: number, slips: SlipHabit) => {
    const found = seek(from)
    return found === null ? null : judge(text, found, searchTools, slips)
  }
  const first = judgeAll(anchors, judgeAt, { begins: USUAL_BEGINS, beginnings: '' })
  // Who has proof of some slips in a text will sooner believe in more of them.
  const proved = first.edits.length
  if (proved === 0) return first
  const beginnings = first.edits.map(({ is }) => is[0]).join('')
  return judgeAll(anchors, judgeAt, { begins: Math.log(proved / (anchors.length + 1)), beginnings })
}

/** What a text's proved slips say of others in it. */
type SlipHabit = {
  /** Log chance that a slip begins at a given mark. */
  readonly begins: number
  /** The characters that the proved ones begin with. */
  readonly beginnings: string
}

/** What a search from one mark found, before anything is said of how likely slips are in this text. */
type Sought = {
  readonly from: number
  /** Best first, one for each text that results. */
  readonly paths: readonly [Path, ...Path[]]
  /** Log chance of the text as received, and of its part behind the best path. */
  readonly asReceived: number
  readonly behind: number
}

/** A mark, and what stands near it. */
type Mark = Pick<SearchInput, 'from' | 'near'>

function seekAt(text: string, mark: Mark, tools: SearchTools): Sought | null {
  const { from } = mark
  if (isPlain(text, mark, searchEnd(text, from), tools.language)) return null
  const to = searchEnd(text, from)
  const asReceived = receivedChances(text, mark, to, tools.language)
  const [best, ...others] = distinct(text, to, searchSlip({ text, ...mark, to, asReceived }, tools))
  if (best === undefined) return null
  const whole = asReceived[to - from] ?? 0
  return { from, paths: [best, ...others], asReceived: whole, behind: whole - (asReceived[best.to - from] ?? 0) }
}

function judgeAll(
  anchors: readonly number[],
  judgeAt: (from: number, slips: SlipHabit) => Edit | Unresolved | null,
  slips: SlipHabit,
): SlipResult {
  const edits: Edit[] = []
  const unresolved: Unresolved[] = []
  let next = 0
  for (const from of anchors) {
    if (from < next) continue
    const found = judgeAt(from, slips)
    if (found === null) continue
    next = found.at.to
    if ('is' in found) edits.push(found)
    else unresolved.push(found)
  }
  return { edits, unresolved }
}

function judge(
  text: string,
  { from, paths, asReceived, behind }: Sought,
  tools: SearchTools,
  { begins, beginnings }: SlipHabit,
): Edit | Unresolved | null {
  const [best] = paths
  const overReceived = best.score + begins - asReceived
  if (overReceived < DAMAGED_LEAD) return null
  if ((best.score - behind) / best.is.length < POOREST_REPAIR) return null
  const rivals = paths.slice(1).reduce((sum, rival) => sum + Math.exp(rival.score - best.score), 0)
  const lead = Math.min(overReceived, -Math.log(rivals + Number.MIN_VALUE))
  const at = { from, to: best.to }
  const was = text.slice(from, best.to)
  const proved = prove(best, was, tools.codec)
  const doubt = doubtOf({
    paths,
    lead,
    isProved: proved !== null,
    atLineEnd: isLineEnd(text, best.to),
    isAttested: vouchedFor(best, readBefore(text, from, CONTEXT), tools.language),
    isAlike: beginnings.split(best.is[0] ?? '').length > ALIKE,
  })
  if (proved !== null && doubt === null) {
    const proof = { ...proved, lead: rounded(lead), ...(paths[1] ? { runnerUp: paths[1].is } : {}) }
    return { kind: 'slip', at, was, is: best.is, proof }
  }
  if (doubt === null || overReceived < REPORTED_LEAD) return null
  const candidates = paths.slice(0, CANDIDATES_TOLD).map((path) => path.is)
  return { at, was, why: `bytes out of step in GBK; ${doubtInWords(doubt)}`, cause: doubt, candidates }
}

function isLineEnd(text: string, at: number): boolean {
  return at >= text.length || text[at] === '\n' || text[at] === '\r'
}

/** The best path for each text that results, best first. */
function distinct(text: string, to: number, paths: readonly Path[]): Path[] {
  const seen = new Set<string>()
  return paths.filter((path) => {
    const result = path.is + text.slice(path.to, to)
    return !seen.has(result) && seen.add(result)
  })
}

const marks = ['?', '\ufffd'] as const

/** Runs the damage again, in every way a decoder may have done it; `null` when none gives what was received. */
function prove(
  repair: { readonly is: string; readonly readings: readonly InsertedReading[] },
  was: string,
  codec: Codec,
): Proof | null {
  const bytes = encodeGbk(codec, repair.is)
  if (bytes === null) return null
  const stream: number[] = []
  let at = 0
  for (const reading of repair.readings) {
    const added = encodeGbk(codec, reading.text)
    if (added === null) return null
    stream.push(...bytes.slice(at, reading.at), ...added)
    at = reading.at
  }
  stream.push(...bytes.slice(at))
  const received = withoutPrivateUse(was)
  const late = repair.readings[0]?.at !== 1
  for (const profile of profiles(late)) {
    const again = decodeSlipped(codec, stream, profile)
    if (again !== received) continue
    return {
      mechanism: 'gbk-slip',
      bytes: bytes.map((byte) => byte.toString(16).toUpperCase().padStart(2, '0')).join(''),
      again: was,
      ...(repair.readings.length > 0 ? { readings: repair.readings } : {}),
    }
  }
  return null
}

function* profiles(late: boolean): Generator<SlipProfile> {
  for (const narrowed of ['marks', 'none', 'all'] as const)
    for (const swallows of [true, false])
      for (const strict of [true, false]) for (const mark of marks) yield { mark, swallows, narrowed, strict, late }
}

/** How far damage may reach that begins at an anchor: text that a slip may have left, up to the line's end. */
function searchEnd(text: string, from: number): number {
  let to = from + 1
  while (to < text.length && to < from + LONGEST_RUN && text[to] !== '\n' && text[to] !== '\r') to += 1
  return to
}

function receivedChances(text: string, { from, near }: Mark, to: number, language: Language): Float64Array {
  const sums = new Float64Array(to - from + 1)
  let state = language.stateAt(text, from, near)
  for (let i = from; i < to; i++) {
    // A reading says nothing of how likely the text is that it stands in.
    for (const past = Math.min(to, pastReading(text, i)); i < past; i++) sums[i - from + 1] = sums[i - from] ?? 0
    if (i >= to) break
    const chance = language.logChance(state, text.charCodeAt(i))
    state = language.next()
    sums[i - from + 1] = (sums[i - from] ?? 0) + Math.max(RAREST_RECEIVED, chance)
  }
  if (to === text.length || text[to] === '\n' || text[to] === '\r') {
    const ends = language.lineEnds(state)
    sums[to - from] = (sums[to - from] ?? 0) + ends
  }
  return sums
}

/** Does what follows the mark read well as it stands? Spares clean text the search. */
function isPlain(text: string, { from, near }: Mark, to: number, language: Language): boolean {
  let state = language.stateAt(text, from + 1, near)
  let sum = 0
  let count = 0
  for (let i = from + 1; i < to && count < PLAIN_WINDOW; i++) {
    const char = text.charCodeAt(i)
    if (!isHan(char)) {
      if (count === 0) return false
      break
    }
    const chance = language.logChance(state, char)
    state = language.next()
    if (chance < RAREST_RECEIVED) return false
    sum += chance
    count += 1
  }
  return count > 1 && sum / count > PLAIN_TEXT
}

function rounded(nats: number): number {
  return Math.round(nats * 10) / 10
}
