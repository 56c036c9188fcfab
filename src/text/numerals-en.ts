/**
 * The value of English number words: `twenty-one`, `one hundred and five`, `two million`, `fourteenth`.
 *
 * A reader of words one by one: `start`, then `add` until it says no. Ordinals end a number. Lower case.
 */
export type NumberWords = {
  readonly value: number
  readonly ordinal: boolean
  /** How many of the words were taken. */
  readonly taken: number
}

/** The longest number that the words begin with; `null` when the first is none. */
export function readNumberWords(words: readonly string[]): NumberWords | null {
  let total = 0
  let open = 0
  let last = Number.POSITIVE_INFINITY
  let taken = 0
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? ''
    if (word === 'and') {
      // one hundred and five: only between a hundred or a scale and what follows.
      if (taken !== at || last < 100 || !small.has(words[at + 1] ?? '')) break
      continue
    }
    const ordinal = ordinals.get(word)
    const value = ordinal ?? small.get(word)
    const scale = scales.get(word.replace(/th$/, ''))
    if (value !== undefined) {
      // 20 before 1–9, 100 before all smaller; `two three` is two numbers.
      const fits = taken === 0 || last >= 100 || (last >= 20 && last < 100 && value < 10 && value > 0)
      if (!fits) break
      open += value
      last = value === 0 ? 1 : value
    } else if (scale !== undefined && taken > 0) {
      if (scale === 100) {
        if (open === 0 || open >= 100) break
        open *= 100
      } else {
        if (open === 0) break
        total += open * scale
        open = 0
      }
      last = scale
    } else break
    taken = at + 1
    if (ordinal !== undefined || (scale !== undefined && word.endsWith('th')))
      return { value: total + open, ordinal: true, taken }
  }
  return taken === 0 ? null : { value: total + open, ordinal: false, taken }
}

/** `million` in `1.5 million`; `null` for other words. */
export function scaleOf(word: string): number | null {
  return scales.get(word) ?? null
}

const names =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
const tenNames = 'twenty thirty forty fifty sixty seventy eighty ninety'
const ordinalNames =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth'

const small: ReadonlyMap<string, number> = new Map([
  ...names.split(' ').map((name, at) => [name, at] as const),
  ...tenNames.split(' ').map((name, at) => [name, 20 + at * 10] as const),
])

const ordinals: ReadonlyMap<string, number> = new Map([
  ...ordinalNames.split(' ').map((name, at) => [name, at + 1] as const),
  ...tenNames.split(' ').map((name, at) => [`${name.slice(0, -1)}ieth`, 20 + at * 10] as const),
])

const scales: ReadonlyMap<string, number> = new Map([
  ['hundred', 100],
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
])
