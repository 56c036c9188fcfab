/**
 * How often each of many numbers was seen: a hash table in typed arrays, open addressing with linear probing
 * (Knuth 1973, 6.4). A document has as many sequences of characters as characters, and a `Map` of them takes longer
 * to fill than the rest of the recovery takes altogether.
 *
 * Units   keys are whole numbers from 1 up to 2^53.
 */
export class Tally {
  private keys = new Float64Array(FIRST_SIZE)
  private counts = new Uint32Array(FIRST_SIZE)
  private used = 0

  get(key: number): number {
    return this.counts[this.placeOf(key)] ?? 0
  }

  /** Counts one more and says how often the key had been seen before. */
  add(key: number): number {
    if (2 * this.used >= this.keys.length) this.grow()
    const place = this.placeOf(key)
    const before = this.counts[place] ?? 0
    if (before === 0) {
      this.keys[place] = key
      this.used += 1
    }
    this.counts[place] = before + 1
    return before
  }

  /** In no order that means anything. */
  *entries(): Generator<readonly [key: number, count: number]> {
    for (let place = 0; place < this.keys.length; place++) {
      const key = this.keys[place] ?? 0
      if (key !== 0) yield [key, this.counts[place] ?? 0]
    }
  }

  /** Where a key stands, or would. */
  private placeOf(key: number): number {
    const mask = this.keys.length - 1
    let place = hashOf(key) & mask
    for (let there = this.keys[place] ?? 0; there !== 0 && there !== key; there = this.keys[place] ?? 0)
      place = (place + 1) & mask
    return place
  }

  private grow() {
    const { keys, counts } = this
    this.keys = new Float64Array(2 * keys.length)
    this.counts = new Uint32Array(2 * keys.length)
    keys.forEach((key, from) => {
      if (key === 0) return
      const place = this.placeOf(key)
      this.keys[place] = key
      this.counts[place] = counts[from] ?? 0
    })
  }
}

/** A power of two, as the mask needs it. */
const FIRST_SIZE = 1 << 12
const TWO_TO_32 = 2 ** 32

/** Both halves of the key in all bits of the hash (multipliers of xxHash32 by Collet). */
function hashOf(key: number): number {
  const mixed = Math.imul((key >>> 0) ^ Math.imul(Math.floor(key / TWO_TO_32), 0x9e3779b1), 0x85ebca77)
  return mixed ^ (mixed >>> 15)
}
