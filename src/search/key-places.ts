import { langs } from '../corpus/lang.ts'
import { fold } from '../text/fold.ts'
import { pairKey } from './keys.ts'
import type { SearchRow } from './shelf.ts'
import { unitKeys } from './units.ts'

/**
 * In which rows each key stands, for a whole collection at once.
 *
 * A key is told once by its letters and from then on by its number: units by a map of strings, a pair of neighbours by
 * a map of its first one’s, so that no pair is put together and hashed for each of the millions of times that it
 * stands somewhere. The places are counted first and then laid in one array, key by key.
 *
 * Units   rows by their numbers; a row is named once for each time that the key stands in it, ascending.
 */
export type KeyPlaces = {
  /** In order of UTF-16 units. */
  readonly keys: readonly string[]
  /** Of the key at that place in `keys`. */
  readonly placesOf: (at: number) => Uint32Array
  /** Units in each row, both sides together. */
  readonly lengths: Uint32Array
}

export function keyPlaces(rows: readonly SearchRow[]): KeyPlaces {
  const numbers = new KeyNumbers()
  const stream = new NumberStream()
  const ends = new Uint32Array(rows.length)
  const lengths = new Uint32Array(rows.length)
  rows.forEach(({ texts }, at) => {
    for (const lang of langs) {
      let last = -1
      const units = unitKeys(fold(texts[lang]))
      for (const unit of units) {
        const number = numbers.ofUnit(unit)
        const pair = last < 0 ? -1 : numbers.ofPair(last, number)
        if (pair >= 0) stream.push(pair)
        stream.push(number)
        last = number
      }
      lengths[at] = (lengths[at] ?? 0) + units.length
    }
    ends[at] = stream.length
  })
  const { names } = numbers
  const all = stream.numbers()
  const { starts, places } = laidOut(all, ends, rows, names.length)
  const sorted = names.toSorted()
  const byName = new Map(names.map((name, number) => [name, number]))
  return {
    keys: sorted,
    placesOf: (at) => {
      const number = byName.get(sorted[at] ?? '')
      if (number === undefined) throw new RangeError(`keyPlaces: ${at} of ${sorted.length}`)
      return places.subarray(starts[number] ?? 0, starts[number + 1] ?? 0)
    },
    lengths,
  }
}

/** A counting sort by key: rows come in order, so that each key’s places do as well. */
function laidOut(
  stream: Uint32Array,
  ends: Uint32Array,
  rows: readonly SearchRow[],
  count: number,
): { starts: Uint32Array; places: Uint32Array } {
  const starts = new Uint32Array(count + 1)
  for (const key of stream) starts[key + 1] = (starts[key + 1] ?? 0) + 1
  for (let key = 0; key < count; key += 1) starts[key + 1] = (starts[key + 1] ?? 0) + (starts[key] ?? 0)
  const next = starts.slice()
  const places = new Uint32Array(stream.length)
  let at = 0
  rows.forEach(({ number }, index) => {
    for (const end = ends[index] ?? 0; at < end; at += 1) {
      const key = stream[at] ?? 0
      const place = next[key] ?? 0
      places[place] = number
      next[key] = place + 1
    }
  })
  return { starts, places }
}

class KeyNumbers {
  readonly names: string[] = []
  readonly #units = new Map<string, number>()
  /** By the first unit’s number; -1 for a pair that is no key. */
  readonly #pairs: (Map<number, number> | undefined)[] = []

  ofUnit(unit: string): number {
    const known = this.#units.get(unit)
    if (known !== undefined) return known
    const number = this.names.push(unit) - 1
    this.#units.set(unit, number)
    return number
  }

  /** -1 where the two make no key. */
  ofPair(one: number, next: number): number {
    let pairs = this.#pairs[one]
    if (pairs === undefined) this.#pairs[one] = pairs = new Map()
    const known = pairs.get(next)
    if (known !== undefined) return known
    const key = pairKey(this.names[one] ?? '', this.names[next] ?? '')
    const number = key === null ? -1 : this.names.push(key) - 1
    pairs.set(next, number)
    return number
  }
}

/** Numbers one behind another, in an array that grows. */
class NumberStream {
  length = 0
  #numbers = new Uint32Array(1 << 16)

  push(number: number): void {
    if (this.length === this.#numbers.length) {
      const grown = new Uint32Array(this.length * 2)
      grown.set(this.#numbers)
      this.#numbers = grown
    }
    this.#numbers[this.length] = number
    this.length += 1
  }

  numbers(): Uint32Array {
    return this.#numbers.subarray(0, this.length)
  }
}
