import type { BuildTools, BuiltNotice } from '../../../src/build/pipeline.ts'
import type { Finding } from '../../../src/corpus/finding.ts'
import { otherLang } from '../../../src/corpus/lang.ts'
import { sliceRun } from '../../../src/corpus/run.ts'
import { applied, tellingKinds, type Breakage } from './breakages.ts'
import { buildCopy, type ParallelText } from './copies.ts'

/** What a broken copy told beyond the intact one. */
export type Trial = {
  readonly breakage: Breakage
  /** Findings that the intact copy has not, by their keys. */
  readonly beyond: readonly Finding[]
  /** One of them is of a kind that tells this breakage, and stands at what the sound side says there. */
  readonly isFound: boolean
  /** And it is the only one. */
  readonly isExact: boolean
}

/** Breaks a copy of a text once and checks it. */
export function tried(text: ParallelText, intact: BuiltNotice, breakage: Breakage, tools: BuildTools): Trial {
  const sides = applied(intact.corpus, breakage)
  const { corpus } = buildCopy({ ...text, sides }, tools, intact.ledger)
  const own = new Set((intact.corpus.findings ?? []).map(({ key }) => key))
  const beyond = (corpus.findings ?? []).filter(({ key }) => !own.has(key))
  const sound = otherLang(breakage.lang)
  // The sound side's text is the same in both copies, and so are the runs of it.
  const place = breakage.bead[sound]
  const stands = (finding: Finding): boolean => {
    const bead = corpus.rows.flatMap(({ beads }) => beads).find(({ id }) => id === finding.sentence)
    if (bead === undefined || place === null) return false
    const spans = corpus.sides[sound].sentences.slice(bead[sound].from, bead[sound].to)
    const places = finding.places.filter(({ lang }) => lang === sound).map(({ at }) => at)
    return (places.length > 0 ? places : spans).some(({ from, to }) => from < place.to && place.from < to)
  }
  const isTelling = ({ kind }: Finding): boolean => tellingKinds[breakage.kind].includes(kind)
  const isFound = beyond.some((finding) => isTelling(finding) && stands(finding))
  return { breakage, beyond, isFound, isExact: isFound && beyond.length === 1 }
}

/** For a list of trials: what was broken, in a line. */
export function shownBreakage({ corpus }: BuiltNotice, { kind, lang, at, instead }: Breakage): string {
  const { text } = corpus.sides[lang]
  const before = text.slice(Math.max(0, at.from - 12), at.from)
  const after = text.slice(at.to, at.to + 12)
  return `${kind} ${lang}: ${`${before}[${sliceRun(text, at)}→${instead}]${after}`.replaceAll('\n', '⏎')}`
}
