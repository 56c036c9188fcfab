import { byLang, type ByLang } from '../corpus/lang.ts'
import { sliceRun, type Run } from '../corpus/run.ts'
import type { Lexicon } from '../text/lexicon.ts'
import { tokens } from '../text/tokens.ts'
import { calibrated } from './calibrate.ts'
import type { EncodedSide } from './encode.ts'
import { Evidence, type Model } from './evidence.ts'
import { Headings } from './headings.ts'
import type { PathBead, Spans } from './lattice.ts'
import { paragraphEvidence } from './paragraphs.ts'
import { rivalOf } from './rivals.ts'
import { shapes } from './shapes.ts'
import { solve, type Solution, type Task } from './solve.ts'
import { flatten, prepare, type AlignOptions, type AlignSide } from './task.ts'

/**
 * Why segments stand together: the words and numbers that bind them, the lengths, the shape, the paragraphs' ends,
 * and the best alignment without this bead with what it would cost.
 *
 * Units   nats: a bead one nat better is e times likelier.
 */
export type Explanation = ByLang<Run> & {
  readonly score: number
  /** What translates what here, the strongest first. */
  readonly links: readonly ExplainedLink[]
  /** What words, lengths, the shape, the ends of paragraphs and the bodies of headings bring. */
  readonly evidence: {
    readonly words: number
    readonly lengths: number
    readonly shape: number
    readonly paragraphs: number
    /** What the segments behind two headings say of them; 0 for what are no headings. */
    readonly bodies: number
  }
  readonly lengths: ByLang<number>
  /** The beads that would stand here instead, and by how much they are behind; `null` when nothing else is possible. */
  readonly runnerUp: { readonly beads: readonly ByLang<Run>[]; readonly behind: number } | null
}

/** As the two texts write it; a place in the document (`heading`, `item 3`) is named. `worth` in nats. */
export type ExplainedLink = {
  readonly kind: 'word' | 'number' | 'place'
  readonly en: string
  readonly zh: string
  readonly worth: number
}

/** Explains the sentence beads that touch the given paragraphs of the English side or, failing those, the Chinese. */
export function explainBead(sides: ByLang<AlignSide>, options: AlignOptions, paragraphs: ByLang<Run>): Explanation[] {
  const flat = byLang((lang) => flatten(sides[lang]))
  const { task } = prepare(flat, options, true)
  const solution = solve(task)
  const wanted = byLang((lang) => ({
    from: flat[lang].starts[paragraphs[lang].from] ?? 0,
    to: flat[lang].starts[paragraphs[lang].to] ?? 0,
  }))
  return solution.path
    .filter(({ i, a, j, b }) => touches(wanted.en, i, a) || touches(wanted['zh-Hant'], j, b))
    .map((bead) => {
      const texts = {
        en: flat.en.sentences.slice(bead.i, bead.i + bead.a),
        'zh-Hant': flat['zh-Hant'].sentences.slice(bead.j, bead.j + bead.b),
      }
      return explain(task, solution, bead, texts)
    })
}

function touches({ from, to }: Run, at: number, count: number): boolean {
  return at < to && from < at + count
}

function explain(task: Task, solution: Solution, bead: PathBead, texts: ByLang<readonly string[]>): Explanation {
  const { left, right, ends } = task
  const { model, paragraphs } = solution
  const { i, a, j, b, posterior } = bead
  const evidence = new Evidence(left, right, model, beadSpans(left.count, bead))
  const shape = shapes.findIndex((one) => one.left === a && one.right === b)
  const isNull = a === 0 || b === 0
  const rival = rivalOf(task, solution, bead)
  return {
    ...runsOf(bead),
    score: calibrated(posterior),
    links: isNull ? [] : strongestLinks(task, solution, bead, texts),
    evidence: {
      words: isNull ? 0 : evidence.lexical(i, a, j, b) * model.trust,
      lengths: isNull ? 0 : evidence.length(i, a, j, b),
      shape: model.shapes[shape] ?? 0,
      paragraphs: ends === undefined || paragraphs === null ? 0 : paragraphEvidence(paragraphs, ends, i, a, j, b),
      bodies: a === 1 && b === 1 ? bodyEvidence(task, model, i, j) : 0,
    },
    lengths: { en: lengthOf(left, i, a), 'zh-Hant': lengthOf(right, j, b) },
    runnerUp: rival === null ? null : { beads: rival.beads.map(runsOf), behind: rival.behind },
  }
}

function bodyEvidence({ left, right }: Task, model: Model, i: number, j: number): number {
  const behind = { i: i + 1, a: Math.min(1, left.count - i - 1), j: j + 1, b: 1 }
  return new Headings(left, right).bead(new Evidence(left, right, model, beadSpans(left.count, behind)), i, j)
}

/** Only the bead's own segments meet. */
function beadSpans(rows: number, { i, a, j, b }: Omit<PathBead, 'posterior'>): Spans {
  const spans = { from: new Int32Array(rows), to: new Int32Array(rows) }
  spans.from.fill(j, i, i + a)
  spans.to.fill(j + b, i, i + a)
  return spans
}

function runsOf({ i, a, j, b }: PathBead): ByLang<Run> {
  return { en: { from: i, to: i + a }, 'zh-Hant': { from: j, to: j + b } }
}

function lengthOf(side: EncodedSide, from: number, count: number): number {
  return side.lengths.slice(from, from + count).reduce((sum, length) => sum + length, 0)
}

const mostLinks = 12

/** Each type's strongest partner, so that one word does not fill the list. */
function strongestLinks(
  { left, right, lexicon }: Task,
  { model: { table } }: Solution,
  { i, a, j, b }: PathBead,
  texts: ByLang<readonly string[]>,
): ExplainedLink[] {
  const here = new Set(right.tokens.subarray(right.starts[j], right.starts[j + b]))
  const size = Math.max(1, (left.starts[i + a] ?? 0) - (left.starts[i] ?? 0))
  const found: { readonly type: number; readonly other: number; readonly worth: number }[] = []
  for (const type of new Set(left.tokens.subarray(left.starts[i], left.starts[i + a])))
    for (let link = type === 0 ? 0 : (table.leftEnds[type - 1] ?? 0); link < (table.leftEnds[type] ?? 0); link += 1) {
      const other = table.right[link] ?? 0
      if (!here.has(other)) continue
      const chance = (right.frequency[other] ?? 1) / right.tokens.length
      found.push({ type, other, worth: Math.log1p((table.forth[link] ?? 0) / chance / size) })
    }
  const written = byLang((lang) => wordings(texts[lang], lexicon))
  const taken = { left: new Set<number>(), right: new Set<number>() }
  return found
    .sort((one, other) => other.worth - one.worth)
    .filter(({ type, other, worth }) => {
      if (worth < leastWorth || taken.left.has(type) || taken.right.has(other)) return false
      taken.left.add(type)
      taken.right.add(other)
      return true
    })
    .slice(0, mostLinks)
    .map(({ type, other, worth }) => {
      const [one = '', two = ''] = [left.types[type], right.types[other]]
      const kind = one.startsWith('§') ? 'place' : one.startsWith('#') ? 'number' : 'word'
      const shown = (lang: 'en' | 'zh-Hant', name: string): string =>
        kind === 'place' ? placeName(name) : (written[lang].get(name) ?? name)
      return { kind, en: shown('en', one), zh: shown('zh-Hant', two), worth }
    })
}

/** A tenth of a nat and more is worth telling. */
const leastWorth = 0.1

/** `§item3`, `§[` as words. */
function placeName(mark: string): string {
  return mark === '§[' ? 'opening bracket' : mark.slice(1).replace(/(?<=[a-z])(?=[0-9])/u, ' ')
}

/** For each type how it stands in the texts, where it stands first. */
function wordings(texts: readonly string[], lexicon: Lexicon): Map<string, string> {
  const found = new Map<string, string>()
  for (const text of texts)
    for (const token of tokens(text, lexicon))
      if (!found.has(token.text)) found.set(token.text, sliceRun(text, token.at))
  return found
}
