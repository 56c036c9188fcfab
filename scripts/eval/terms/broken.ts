import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { BuildTools } from '../../../src/build/pipeline.ts'
import { describeFinding } from '../../../src/check/describe.ts'
import type { FindingPlace } from '../../../src/corpus/finding.ts'
import type { Corpus } from '../../../src/corpus/notice.ts'
import type { TermEntry } from '../../../src/corpus/term.ts'
import { parseTsv } from '../../../src/exchange/tsv.ts'
import { chanceFrom } from '../anchoring/random.ts'
import { breakageKinds, breakagesOf, type Breakage, type BreakageKind } from './breakages.ts'
import { buildCopy, parallelOf, parseParallel, type ParallelText } from './copies.ts'
import { shownBreakage, tried } from './trial.ts'

/** Of each kind: how many copies were broken, in how many the breakage was found, in how many nothing else was told. */
export type BrokenScore = Readonly<Record<BreakageKind, { trials: number; found: number; exact: number }>>

/** The small texts of this project, each with its terms beside it. */
export function fixtureTexts(folder: string): ParallelText[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.tsv') && !name.endsWith('.terms.tsv'))
    .sort()
    .map((name) => {
      const title = name.replace(/\.tsv$/u, '')
      const terms = readTerms(join(folder, `${title}.terms.tsv`))
      return parseParallel(title, readFileSync(join(folder, name), 'utf8'), terms)
    })
}

/** Gold texts under entries of their own domains. */
export function goldTexts(corpora: readonly Corpus[], folder: string): ParallelText[] {
  const terms = readTerms(join(folder, 'law.terms.tsv'))
  return corpora.map((corpus) => parallelOf(corpus.id, corpus, terms))
}

function readTerms(file: string): readonly TermEntry[] {
  return existsSync(file) ? (parseTsv(readFileSync(file, 'utf8'))?.entries ?? []) : []
}

/**
 * Breaks copies of these texts, `most` of each kind for each text at random, and scores what the checks tell beyond the
 * intact copy. `tell` hears of every copy in which a breakage was missed or something else was told too.
 */
export function brokenScore(
  texts: readonly ParallelText[],
  most: number,
  tools: BuildTools,
  tell?: (line: string) => void,
): BrokenScore {
  const score = Object.fromEntries(
    breakageKinds.map((kind) => [kind, { trials: 0, found: 0, exact: 0 }]),
  ) as unknown as BrokenScore
  for (const text of texts) {
    const intact = buildCopy(text, tools, null)
    breakageKinds.forEach((kind, number) => {
      const chance = chanceFrom(seed + number)
      const left = breakagesOf(kind, intact.corpus, chance).filter((one) => !touches(intact.corpus, one))
      for (let times = 0; times < most && left.length > 0; times += 1) {
        const [breakage] = left.splice(chance.whole(0, left.length - 1), 1)
        if (breakage === undefined) break
        const { beyond, isFound, isExact } = tried(text, intact, breakage, tools)
        score[kind].trials += 1
        score[kind].found += isFound ? 1 : 0
        score[kind].exact += isExact ? 1 : 0
        if (!isExact)
          tell?.(
            `${text.name} ${shownBreakage(intact, breakage)} ${isFound ? 'and' : 'missed'} ` +
              beyond.map((finding) => `<${finding.key}: ${describeFinding(finding)}>`).join(' '),
          )
      }
    })
  }
  return score
}

/** Where the intact copy has a finding already, a breakage changes its words and so its key, and tells nothing. */
function touches({ findings = [] }: Corpus, { lang, at }: Breakage): boolean {
  const isNear = (place: FindingPlace): boolean =>
    place.lang === lang && place.at.from <= at.to + 1 && at.from <= place.at.to + 1
  return findings.some(({ kind, places }) => kind === 'broken-english' && places.some(isNear))
}

/** Any will do; it is fixed so that two runs can be compared. */
const seed = 7

export function printBroken(name: string, score: BrokenScore): void {
  console.log(`\n${name}: broken copies\n  kind            copies  found  exact`)
  for (const kind of breakageKinds) {
    const { trials, found, exact } = score[kind]
    console.log(`  ${kind.padEnd(14)} ${column(trials)} ${column(found)} ${column(exact)}`)
  }
}

function column(value: number): string {
  return String(value).padStart(6)
}
