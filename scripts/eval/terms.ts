import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkNotice } from '../../src/check/index.ts'
import { describeFinding } from '../../src/check/describe.ts'
import { beadTexts } from '../../src/corpus/bead-text.ts'
import { parseTermId } from '../../src/corpus/ids.ts'
import { byLang, type ByLang } from '../../src/corpus/lang.ts'
import type { Corpus } from '../../src/corpus/notice.ts'
import { sliceRun } from '../../src/corpus/run.ts'
import type { TermEntry } from '../../src/corpus/term.ts'
import { fold } from '../../src/text/fold.ts'
import { baseForm } from '../../src/terms/inflection.ts'
import { markTerms } from '../../src/terms/mark.ts'
import { suggestTerms } from '../../src/terms/suggest.ts'
import { buildCollection } from '../collection.ts'
import { loadLexicon, loadTools, loadTraditional } from '../tools.ts'
import { readGold } from './gold-notice.ts'
import { brokenScore, fixtureTexts, goldTexts, printBroken } from './terms/broken.ts'
import { parallelOf, type ParallelText } from './terms/copies.ts'

/**
 * How good are the proposed terms, how many findings do the checks make, and what do they find in broken copies?
 *
 * Usage  terms [GOLD [CONTENT]] [--show]: the folders with alignment data and with the notices. Prints the share of the
 *        first notice's gold pairs among the first 100 proposals with terms.yaml emptied, then findings for 1,000 gold
 *        beads by set, then what they tell of copies that were broken on purpose. `--show` lists proposals, findings and
 *        what was missed, to be judged by hand.
 */
const goldSets = ['twlaw-dev', 'ntrex-tw', 'cc-legal', 'udhr'] as const

export async function main(argv: readonly string[]): Promise<number> {
  const show = argv.includes('--show')
  const [shared = '../shared', content = 'content'] = argv.filter((word) => !word.startsWith('--'))
  if (!existsSync(join(shared, 'notice/gold.json'))) {
    console.error(`No gold data in ${shared}. Name the folder that has it.`)
    return 1
  }
  const { notices } = await buildCollection(content, loadTools())
  const gold = JSON.parse(readFileSync(join(shared, 'notice/gold.json'), 'utf8')) as { terms: ByLang<string>[] }
  const suggestions = suggestTerms(
    notices.flatMap(({ corpus }) => sentenceBeads(corpus)),
    [],
    loadLexicon(),
  )
  const isGold = (pair: ByLang<string>): boolean => gold.terms.some((one) => isSame(one, pair))
  const within = (most: number): number =>
    gold.terms.filter((one) => suggestions.slice(0, most).some((pair) => isSame(one, pair))).length
  if (show)
    suggestions.forEach((pair, at) =>
      console.log(`${at + 1}\t${pair.score}\t${isGold(pair) ? 'gold' : ''}\t${pair.en}\t${pair['zh-Hant']}`),
    )
  console.log(`gold pairs among the first 50: ${within(50)}, the first 100: ${within(100)}, of ${gold.terms.length}`)
  const speed = markingTimes(join(shared, 'gold'))
  for (const [lang, milliseconds] of Object.entries(speed))
    console.log(`10,000 terms over 1,000,000 characters, ${lang}: ${milliseconds} ms of CPU, the best of ${tries}`)
  const rates: Record<string, { beads: number; findings: number }> = {}
  for (const set of goldSets) {
    if (!existsSync(join(shared, 'gold', set))) continue
    const corpora = readGold(join(shared, 'gold'), [set])
    const findings = corpora.flatMap((corpus) =>
      checkNotice(corpus, loadTraditional()).map((finding) => ({ corpus, finding })),
    )
    const beads = corpora.reduce((sum, { rows }) => sum + rows.length, 0)
    rates[set] = { beads, findings: findings.length }
    console.log(`${set}: ${findings.length} findings in ${beads} beads`)
    if (show)
      for (const { corpus, finding } of findings) {
        const texts = beadTexts(corpus, finding.sentence)
        console.log(
          `  ${corpus.id}#${finding.sentence} ${describeFinding(finding)}\n    ${texts.en}\n    ${texts['zh-Hant']}`,
        )
      }
  }
  const broken = brokenCopies(
    notices.map(({ corpus }) => corpus),
    content,
    shared,
    show,
  )
  console.log(
    JSON.stringify({
      gold: gold.terms.length,
      in50: within(50),
      in100: within(100),
      milliseconds: speed,
      findings: rates,
      broken,
    }),
  )
  return 0
}

/** Breaks the notices, this project's small texts and the gold ones, and prints what the checks make of it. */
function brokenCopies(notices: readonly Corpus[], content: string, shared: string, show: boolean) {
  const fixtures = join(content, '../tests/fixtures/terms')
  const own = notices.map((corpus) => parallelOf(corpus.id, corpus, corpus.terms))
  const gold = goldTexts(readGold(join(shared, 'gold'), goldSets), fixtures)
  const score = (name: string, texts: readonly ParallelText[], most: number) => {
    const one = brokenScore(texts, most, loadTools(), show ? (line) => console.log(`  ${line}`) : undefined)
    printBroken(name, one)
    return one
  }
  return {
    notices: score('the notices', own, 60),
    fixtures: existsSync(fixtures) ? score('small texts', fixtureTexts(fixtures), 20) : null,
    gold: score('gold texts', gold, 3),
  }
}

/** CPU milliseconds for dictionary words as terms over repeated law texts, the automaton's making counted in. */
function markingTimes(gold: string): ByLang<number> {
  const lexicon = loadLexicon()
  const chinese = lexicon.words.filter((word) => word.length >= 2 && word.length <= 5)
  const english = lexicon.stems.filter((stem) => /^[a-z]{4,}$/u.test(stem))
  const word = (list: readonly string[], at: number): string => list[at % list.length] ?? ''
  const entries = Array.from({ length: 10_000 }, (_, at): TermEntry => {
    const id = parseTermId(`t${at}`)
    if (id === null) throw new Error('no term id')
    const texts = { en: word(english, at * 7), 'zh-Hant': word(chinese, at * 11) }
    return { id, terms: byLang((lang) => [{ text: texts[lang], status: 'preferred' }]) }
  })
  const corpora = existsSync(join(gold, 'twlaw-dev')) ? readGold(gold, ['twlaw-dev']) : []
  return byLang((lang) => {
    const whole = corpora.map(({ sides }) => sides[lang].text).join('\n')
    const text = whole.repeat(Math.ceil(1e6 / Math.max(1, whole.length))).slice(0, 1e6)
    let at = 0
    const sentences = text.split('\n').map((line) => ({ from: at, to: (at += line.length + 1) - 1 }))
    // A new list each time, so that its machine is made anew.
    const times = Array.from({ length: tries }, () => {
      const list = [...entries]
      const begun = process.cpuUsage()
      markTerms({ lang, text, sentences }, list, lexicon)
      const { user, system } = process.cpuUsage(begun)
      return (user + system) / 1000
    })
    return Math.round(Math.min(...times))
  })
}

/** The machine's other work only ever slows one down. */
const tries = 5

function sentenceBeads(corpus: Corpus): ByLang<string>[] {
  return corpus.rows.flatMap((row) =>
    row.beads.map((bead) =>
      byLang((lang) =>
        corpus.sides[lang].sentences
          .slice(bead[lang].from, bead[lang].to)
          .map((run) => sliceRun(corpus.sides[lang].text, run))
          .join(' '),
      ),
    ),
  )
}

function isSame(one: ByLang<string>, other: ByLang<string>): boolean {
  const english = (text: string): string =>
    fold(text)
      .split(/[\s-]+/u)
      .map(baseForm)
      .join(' ')
  return english(one.en) === english(other.en) && fold(one['zh-Hant']) === fold(other['zh-Hant'])
}
