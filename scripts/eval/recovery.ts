import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Converter } from 'opencc-js'
import { buildRecoveryTools, recover, type RecoveryTools } from '../../src/recover/index.ts'
import { readDictionary } from '../data/dictionary.ts'
import { compileRecovery } from '../data/recovery.ts'
import { isHan, narrowed, slipped, withReadings } from './slipping.ts'

/**
 * How well does recovery undo damage in text that it never saw? Prints a table, and last a line of JSON.
 *
 * Usage  recovery [TEXTS [MODULES]]: a folder of clean Traditional texts (every zh.txt below it), by default
 *        ../shared/gold; they are damaged as they are and converted to Simplified, with readings and without.
 * A run is right when its line comes out as it was, wrong when a repair was accepted and it does not, open otherwise.
 */
type Tally = { right: number; wrong: number; open: number }

const DAMAGED_LINES = 0.25
const LONGEST = 40
const TRIES = 5

export async function main(argv: readonly string[]): Promise<number> {
  const [texts = '../shared/gold', modules = 'node_modules'] = argv
  if (!existsSync(texts)) {
    console.error(`No texts in ${texts}. Name a folder of clean texts.`)
    return 1
  }
  const tools = buildRecoveryTools({
    model: await compileRecovery(await readDictionary(modules), modules),
    decode: (bytes, encoding) => {
      try {
        return new TextDecoder(encoding, { fatal: true }).decode(bytes)
      } catch {
        return null
      }
    },
  })
  const simplify = Converter({ from: 't', to: 'cn' })
  const traditional = readTexts(texts)
  const tallies = new Map<string, Tally>()
  const random = generator(1)
  for (const text of traditional) {
    measure('Traditional', text, text, tools, random, tallies)
    measure('Simplified', simplify(text), simplify(text), tools, random, tallies)
    measure('with readings', withReadings(text, simplify), text, tools, random, tallies)
  }
  const clean = [...traditional, ...traditional.map(simplify)].join('\n')
  const begun = performance.now()
  const edits = recover(clean, { tools }).edits.length
  const bytes = new TextEncoder().encode(clean).length
  const speed = bytes / 1e6 / ((performance.now() - begun) / 1000)
  const figures = {
    runs: Object.fromEntries(tallies),
    clean: { characters: clean.length, edits, megabytesASecond: speed },
  }
  for (const [name, { right, wrong, open }] of [...tallies].sort())
    console.log(`${name.padEnd(26)} right ${right}  wrong ${wrong}  open ${open}`)
  console.log(`clean text: ${edits} edits in ${clean.length} characters, ${speed.toFixed(2)} MB/s`)
  console.log(JSON.stringify(figures))
  return 0
}

function measure(
  name: string,
  text: string,
  clean: string,
  tools: RecoveryTools,
  random: () => number,
  tallies: Map<string, Tally>,
) {
  const wanted = clean.split('\n')
  const lengths: number[] = []
  const starts: number[] = []
  let received = ''
  for (const line of text.split('\n')) {
    const damaged = random() < DAMAGED_LINES ? damage(line, random) : null
    starts.push(received.length)
    lengths.push(damaged?.length ?? 0)
    received += `${damaged?.text ?? narrowed(line)}\n`
  }
  const { text: result, edits } = recover(received, { tools })
  const slips = edits.filter(({ kind }) => kind === 'slip')
  result.split('\n').forEach((line, i) => {
    const length = lengths[i] ?? 0
    if (length === 0) return
    const key = `${name}, ${length < 4 ? '2-3' : length < 10 ? '4-9' : length < 20 ? '10-19' : '20-40'}`
    const tally = tallies.get(key) ?? { right: 0, wrong: 0, open: 0 }
    tallies.set(key, tally)
    const end = starts[i + 1] ?? received.length
    if (narrowed(line) === narrowed(wanted[i] ?? '')) tally.right += 1
    else if (slips.some(({ at }) => (starts[i] ?? 0) <= at.from && at.from < end)) tally.wrong += 1
    else tally.open += 1
  })
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
    .sort()
    .map((path) => readFileSync(join(folder, path), 'utf8').trimEnd())
}

/** A linear congruential generator (Numerical Recipes' constants): the same damage every time. */
function generator(seed: number): () => number {
  let state = seed
  return () => (state = (state * 1664525 + 1013904223) >>> 0) / 2 ** 32
}
