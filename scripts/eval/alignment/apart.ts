import { execFile } from 'node:child_process'
import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { progress } from '../../report.ts'

/**
 * Were constants set to suit one kind of text? Each is varied by itself and the errors are counted (align-errors.ts) in
 * every kind. For each kind the value is chosen that does best on all the other kinds, and judged on that kind alone:
 * where `chosen apart` has hardly more errors than `as set`, and `best on it` hardly fewer, the constant generalises.
 *
 * The programs are this build's own with one number exchanged, so that nothing in `src/` has to know of it.
 */
const varied: Readonly<Record<string, readonly number[]>> = {
  dilution: [0.4, 0.5, 0.7, 0.8],
  nullStart: [0.15, 0.2, 0.3, 0.35],
  nullTypeWeight: [1.5, 6],
  nearbyShare: [0.25, 0.55],
  priorWeight: [1.5, 6],
  discount: [0.6, 0.95],
  freedom: [3, 9],
  shortLength: [15, 60],
  characterStrength: [0.1, 0.5],
  brokenCost: [-3, -6],
}

type Errors = Readonly<Record<string, number>>

const build = fileURLToPath(new URL('..', import.meta.url))
const program = fileURLToPath(new URL('.', import.meta.url))

/** Answers one row a constant and kind. Throws where the build has no such constant, or more than one. */
export async function chooseApart(
  folder: string,
): Promise<{ name: string; kind: string; set: number; apart: number; best: number }[]> {
  const settings = Object.entries(varied).flatMap(([name, values]) => values.map((value) => ({ name, value })))
  const shown = progress('varying constants', settings.length)
  const asSet = await errorsWith(null, folder)
  const found: { name: string; errors: Errors }[] = []
  for (const setting of settings) {
    found.push({ name: setting.name, errors: await errorsWith(setting, folder) })
    shown.step(found.length)
  }
  shown.end()
  return Object.keys(varied).flatMap((name) => {
    const all = [asSet, ...found.filter((one) => one.name === name).map(({ errors }) => errors)]
    return Object.keys(asSet).map((kind) => {
      const elsewhere = (errors: Errors): number =>
        Object.entries(errors).reduce((sum, [other, count]) => sum + (other === kind ? 0 : count), 0)
      // What is set comes first and stays where another does no better.
      const chosen = all.reduce((best, one) => (elsewhere(one) < elsewhere(best) ? one : best))
      const here = (errors: Errors): number => errors[kind] ?? 0
      return { name, kind, set: here(asSet), apart: here(chosen), best: Math.min(...all.map(here)) }
    })
  })
}

async function errorsWith(setting: { name: string; value: number } | null, folder: string): Promise<Errors> {
  const place = `${build}varied.${process.pid}`
  try {
    await cp(program, place, { recursive: true })
    if (setting !== null) await exchange(place, setting)
    const run = `import(${JSON.stringify(`file://${place}/eval-align-errors.js`)}).then(({ main }) => main([${JSON.stringify(folder)}]))`
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', run])
    return JSON.parse(stdout) as Errors
  } finally {
    await rm(place, { recursive: true, force: true })
  }
}

async function exchange(place: string, { name, value }: { name: string; value: number }): Promise<void> {
  const pattern = new RegExp(`^((?:var|const|let) ${name} = )-?[0-9.]+;$`, 'mu')
  let times = 0
  for (const file of await readdir(place)) {
    if (!file.endsWith('.js')) continue
    const code = await readFile(`${place}/${file}`, 'utf8')
    if (!pattern.test(code)) continue
    times += 1
    await writeFile(`${place}/${file}`, code.replace(pattern, `$1${value};`))
  }
  if (times !== 1) throw new Error(`the build has ${times} constants named ${name}`)
}
