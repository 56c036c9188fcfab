import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Converter } from 'opencc-js'
import { recover, type RecoveryTools } from '../../src/recover/index.ts'
import { loadRecovery } from '../tools.ts'
import { greedyRepair } from './greedy.ts'
import { hasTwin, isHan, narrowed, slipped, withReadings } from './slipping.ts'

/**
 * How well does recovery undo byte slips in text that it never saw? Prints a table, and last a line of JSON.
 *
 * Usage  recovery [TEXTS [CLEAN]] [--seeds=1,2]: a folder of clean Traditional texts (every zh.txt below it), by default
 *        ../shared/gold. Each is damaged as it is and converted to Simplified, with readings and without, whole and in
 *        short pieces. CLEAN has more clean text, in any script (every .txt below it), in which nothing may be edited;
 *        without it the texts and the Chinese that installed packages show a person are all there is.
 *        The damage is done anew for each seed, by default once, with seed 1.
 * A run is right when its line comes out as it was, wrong when a repair was accepted and it does not, open otherwise.
 * The baseline repairs every run by bytes alone; what it does not get right, it gets wrong.
 */
type Tally = {
  right: number
  wrong: number
  open: number
  /** Right by its first candidate, accepted or not. */
  first: number
  baseline: number
  /** What was received comes out of a shorter text as well, so that nothing in it tells the two apart. */
  twins: number
}
const none = (): Tally => ({ right: 0, wrong: 0, open: 0, first: 0, baseline: 0, twins: 0 })
const counted = ['right', 'wrong', 'open', 'first', 'baseline', 'twins'] as const

/** Texts that the repairer's constants were set on. Figures from these say nothing. */
const SEEN = ['ntrex-tw/00', 'ntrex-tw/01', 'twlaw-dev/G0320003', 'twlaw-dev/H0080067', 'twlaw-dev/J0150017']
/** CPU time that the damaged texts took. */
const spent = { seconds: 0, bytes: 0, runs: 0 }
const SHORTEST = ' 2-3'
const DAMAGED_LINES = 0.15
const LONGEST = 40
const TRIES = 5
const EDITS_TOLD = 12
const TOLD_AROUND = 10
/** UTF-16 units of a short document. */
const SHORT = 800

export function main(argv: readonly string[]): number {
  const [folder = '../shared/gold', clean] = argv.filter((one) => !one.startsWith('--'))
  const seeds = argv.find((one) => one.startsWith('--seeds='))?.slice('--seeds='.length) ?? '1'
  if (!existsSync(folder)) {
    console.log(`No texts in ${folder}: nothing measured. Name a folder of clean texts.`)
    return 0
  }
  const tools = loadRecovery()
  const simplify = Converter({ from: 't', to: 'cn' })
  const texts = readTexts(folder)
  const tallies = new Map<string, Tally>()
  for (const seed of seeds.split(',')) {
    const random = generator(Number(seed))
    for (const text of texts) {
      measure('Traditional', text, text, tools, random, tallies)
      measure('Traditional, with readings', withReadings(text, simplify), text, tools, random, tallies)
      measure('Simplified', simplify(text), simplify(text), tools, random, tallies)
      for (const piece of pieces(text)) {
        measure('Traditional, short document', piece, piece, tools, random, tallies)
        measure('Simplified, short document', simplify(piece), simplify(piece), tools, random, tallies)
      }
    }
  }
  const all = none()
  const short = none()
  const long = none()
  console.log(`${texts.length} texts of ${texts.join('').length} characters, none of which anything was set on`)
  console.log(`${'runs'.padEnd(38)}right wrong  open  right first  baseline right  twins`)
  for (const [name, tally] of [...tallies].sort(([a], [b]) => (a < b ? -1 : 1))) {
    row(name, tally)
    for (const key of counted) {
      all[key] += tally[key]
      ;(name.endsWith(SHORTEST) ? short : long)[key] += tally[key]
    }
  }
  row('2-3 characters', short)
  row('4 characters and more', long)
  row('all', all)
  const wrongInThousand = (1000 * all.wrong) / Math.max(1, all.wrong + all.right)
  console.log(`wrong in 1,000 accepted: ${wrongInThousand.toFixed(1)}`)
  const cleanTexts = [...texts, ...texts.map(simplify), ...(clean === undefined ? shownByPackages() : readAll(clean))]
  const untouched = measureClean(cleanTexts, tools)
  console.log(
    `clean text: ${untouched.edits} edits in ${untouched.characters} characters; 1 MB takes ${untouched.secondsEachMB} s of CPU`,
  )
  const eachRun = Number(((1000 * spent.seconds) / spent.runs).toFixed(1))
  console.log(`damaged text: ${eachRun} ms of CPU a run, ${spent.runs} runs in ${(spent.bytes / 1e6).toFixed(1)} MB`)
  for (const told of untouched.told) console.log(`  ${told}`)
  console.log(
    JSON.stringify({
      runs: Object.fromEntries(tallies),
      short,
      long,
      all,
      wrongInThousand,
      clean: untouched,
      milliseconds: eachRun,
    }),
  )
  return 0
}

function row(name: string, { right, wrong, open, first, baseline, twins }: Tally) {
  const cells = [right, wrong, open].map((count) => String(count).padStart(5)).join(' ')
  console.log(
    `${name.padEnd(38)}${cells}  ${String(first).padStart(11)}  ${String(baseline).padStart(14)}  ${String(twins).padStart(5)}`,
  )
}

function measureClean(texts: readonly string[], tools: RecoveryTools) {
  let characters = 0
  let bytes = 0
  let edits = 0
  const told: string[] = []
  const begun = process.cpuUsage()
  for (const text of texts) {
    characters += text.length
    bytes += Buffer.byteLength(text)
    for (const { kind, at, was, is } of recover(text, { tools }).edits) {
      edits += 1
      const around = text.slice(Math.max(0, at.from - TOLD_AROUND), at.to + TOLD_AROUND).replaceAll('\n', ' ')
      if (told.length < EDITS_TOLD) told.push(`${kind}: “${was}” as “${is}” in “${around}”`)
    }
  }
  const secondsEachMB = Number(((1e6 * secondsSince(begun)) / bytes).toFixed(2))
  return { characters, edits, secondsEachMB, told }
}

function measure(
  name: string,
  text: string,
  clean: string,
  tools: RecoveryTools,
  random: () => number,
  tallies: Map<string, Tally>,
) {
  const wanted = clean.split('\n').map(narrowed)
  const common = new Map<string, number>()
  for (const char of clean) common.set(char, (common.get(char) ?? 0) + 1)
  const lengths: number[] = []
  const starts: number[] = []
  let received = ''
  const baseline: boolean[] = []
  const twins: boolean[] = []
  text.split('\n').forEach((line, i) => {
    const damaged = random() < DAMAGED_LINES ? damage(line, random) : null
    starts.push(received.length)
    lengths.push(damaged?.length ?? 0)
    const repaired = damaged === null ? null : greedyRepair(damaged.text, damaged.from, common)
    twins.push(damaged !== null && hasTwin(line, damaged))
    baseline.push(repaired !== null && narrowed(repaired) === wanted[i])
    received += `${damaged?.text ?? narrowed(line)}\n`
  })
  const begun = process.cpuUsage()
  const { text: result, edits, unresolved } = recover(received, { tools })
  spent.seconds += secondsSince(begun)
  spent.bytes += Buffer.byteLength(received)
  spent.runs += lengths.filter((length) => length > 0).length
  const slips = edits.filter(({ kind }) => kind === 'slip')
  let begins = 0
  result.split('\n').forEach((line, i) => {
    const length = lengths[i] ?? 0
    const lineBegins = begins
    begins += line.length + 1
    if (length === 0) return
    const key = `${name}, ${length < 4 ? SHORTEST : length < 10 ? ' 4-9' : length < 20 ? '10-19' : '20-40'}`
    const tally = tallies.get(key) ?? none()
    tallies.set(key, tally)
    const end = starts[i + 1] ?? received.length
    const left = unresolved.find(({ at }) => lineBegins <= at.from && at.from < begins)
    const guessed =
      left === undefined
        ? line
        : line.slice(0, left.at.from - lineBegins) +
          (left.candidates[0] ?? left.was) +
          line.slice(left.at.to - lineBegins)
    if (narrowed(guessed) === wanted[i]) tally.first += 1
    if (narrowed(line) === wanted[i]) tally.right += 1
    else if (slips.some(({ at }) => (starts[i] ?? 0) <= at.from && at.from < end)) tally.wrong += 1
    else tally.open += 1
    if (baseline[i] === true) tally.baseline += 1
    if (twins[i] === true) tally.twins += 1
  })
}

function secondsSince(begun: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(begun)
  return (user + system) / 1e6
}

function damage(line: string, random: () => number) {
  const chars = [...line]
  const places = chars.flatMap((char, i) => (isHan(char) ? [i] : []))
  for (let i = 0; i < TRIES && places.length > 1; i++) {
    const damaged = slipped(line, places[Math.floor(random() * places.length)] ?? 0)
    if (damaged !== null && damaged.length >= 2 && damaged.length <= LONGEST) return damaged
  }
  return null
}

function readTexts(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('zh.txt') && !path.includes('-noisy') && !path.includes('udhr'))
    .filter((path) => !SEEN.some((seen) => path.includes(seen)))
    .sort()
    .map((path) => readFileSync(join(folder, path), 'utf8').trimEnd())
}

function readAll(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.txt'))
    .sort()
    .map((path) => readFileSync(join(folder, path), 'utf8'))
}

/** Interface strings and manuals, a line each: full of marks, code and Latin words. */
function shownByPackages(): string[] {
  return ['lighthouse/shared/localization/locales', '@paulirish/trace_engine/locales', 'axe-core/locales', 'opencc-js']
    .map((folder) => join('node_modules', folder))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
    .filter((path) => /zh[^/]*\.(?:json|md)$/iu.test(path))
    .sort()
    .map((path) => readFileSync(path, 'utf8'))
}

/** A text in pieces of whole lines. */
function pieces(text: string): string[] {
  const list: string[] = []
  let piece = ''
  for (const line of text.split('\n')) {
    piece += `${line}\n`
    if (piece.length < SHORT) continue
    list.push(piece.trimEnd())
    piece = ''
  }
  return list
}

/** A linear congruential generator (Numerical Recipes' constants): the same damage every time. */
function generator(seed: number): () => number {
  let state = seed
  return () => (state = (state * 1664525 + 1013904223) >>> 0) / 2 ** 32
}
