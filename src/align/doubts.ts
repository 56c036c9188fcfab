import type { Bead } from '../corpus/bead.ts'
import { byLang, langs, type ByLang } from '../corpus/lang.ts'
import { runLength } from '../corpus/run.ts'
import type { EncodedSide } from './encode.ts'
import type { PathBead } from './lattice.ts'

/** Something about a pair of texts that makes their alignment doubtful; the beads are written all the same. */
export type Doubt = {
  readonly kind: 'empty-side' | 'swapped' | 'same-text' | 'no-translation'
  /** What is wrong, with the evidence, as a sentence without its full stop. */
  readonly what: string
  /** What can be done, as a sentence without its full stop. */
  readonly todo: string
}

/**
 * Beads of texts that hardly translate one another are written and doubted, whatever their words say of one another: of
 * those with both sides hardly any is right. A pinned bead is a person's word and stays.
 */
export function doubted<B extends Bead>(bead: B, doubts: readonly Doubt[]): B {
  const isDoubted =
    doubts.some(({ kind }) => kind === 'no-translation') &&
    bead.pinned !== true &&
    langs.every((lang) => runLength(bead[lang]) > 0)
  return isDoubted ? { ...bead, score: Math.min(bead.score, mostDoubted) } : bead
}

/** Below the half at which the reader shows doubt; not nothing, since the rule that doubts may be wrong itself. */
const mostDoubted = 0.4

const names: ByLang<string> = { en: 'English', 'zh-Hant': 'Chinese' }

/** What can be seen before aligning: an empty side, languages that changed places, one text on both sides. */
export function doubtsOfTexts(segments: ByLang<readonly string[]>): Doubt[] {
  const empty = langs.filter((lang) => segments[lang].every((segment) => segment.trim() === ''))
  if (empty.length > 0)
    return empty.map((lang) => ({
      kind: 'empty-side',
      what: `The ${names[lang]} side has no text`,
      todo: 'Check that its file is the right one',
    }))
  const doubts: Doubt[] = []
  const han = byLang((lang) => hanShare(segments[lang]))
  const percent = byLang((lang) => `${Math.round(han[lang] * 100)}%`)
  if (han.en > muchHan && han['zh-Hant'] < littleHan)
    doubts.push({
      kind: 'swapped',
      what: `The languages look swapped: ${percent.en} of the English side's letters are Chinese, ${percent['zh-Hant']} of the Chinese side's`,
      todo: 'Swap the two files',
    })
  const texts = langs.map((lang) => segments[lang].filter((segment) => segment.trim() !== ''))
  const [few, many] = texts.sort((a, b) => a.length - b.length)
  const all = new Set(many)
  const same = (few ?? []).filter((segment) => all.has(segment)).length
  if (same > mostSame * (few?.length ?? 0))
    doubts.push({
      kind: 'same-text',
      what: `${same} of ${few?.length ?? 0} segments stand word for word on both sides`,
      todo: 'Check that each side is in its own language',
    })
  return doubts
}

/** Quoted names bring some of the other script into either language; more than this is the language itself. */
const muchHan = 0.5
const littleHan = 0.1
/** Lists of names and figures repeat on both sides; half of all segments do not. */
const mostSame = 0.5

function hanShare(segments: readonly string[]): number {
  let han = 0
  let all = 0
  for (const segment of segments) {
    han += segment.match(/\p{sc=Han}/gu)?.length ?? 0
    all += segment.match(/\p{L}/gu)?.length ?? 0
  }
  return all === 0 ? 0 : han / all
}

/**
 * Are the texts translations of one another at all? The measure is the lexical evidence of the beads that have both
 * sides, in nats for each of their tokens, on prior knowledge alone: self-training finds patterns between any two texts.
 */
export function doubtOfTranslation(
  left: EncodedSide,
  right: EncodedSide,
  path: readonly PathBead[],
  evidence: number,
): Doubt[] {
  const paired = path.filter(({ a, b }) => a > 0 && b > 0)
  let tokens = 0
  for (const { i, a, j, b } of paired)
    tokens += (left.starts[i + a] ?? 0) - (left.starts[i] ?? 0) + (right.starts[j + b] ?? 0) - (right.starts[j] ?? 0)
  if (Math.min(left.tokens.length, right.tokens.length) < fewestTokens) return []
  const mean = tokens === 0 ? 0 : evidence / tokens
  if (mean >= leastEvidence) return []
  return [
    {
      kind: 'no-translation',
      what: `The texts hardly translate one another: ${paired.length} of ${path.length} beads have both sides, and their words bring ${mean.toFixed(2)} nats each where translations bring 0.03 to 0.40`,
      todo: 'Check that both files belong to the same notice',
    },
  ]
}

/** Less text than a sentence or two says nothing. */
const fewestTokens = 20
/**
 * Measured on the gold sets: whole texts bring 0.025 to 0.39, texts paired with others' -1.12 to 0. Of the texts' first
 * four segments alone, true pairs bring 0 to 0.33 and others' -0.61 to 0, so the shortest true ones may be doubted.
 */
const leastEvidence = 0.01
