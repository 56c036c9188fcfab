/** Chance that can be repeated: mulberry32 from a seed. */
export type Chance = {
  /** From 0 up to 1, 1 left out. */
  readonly share: () => number
  /** A whole number from `from` up to and with `to`. */
  readonly whole: (from: number, to: number) => number
  readonly is: (probability: number) => boolean
  /** One of a list; throws on an empty one. */
  readonly one: <T>(list: readonly T[]) => T
}

export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0
  const share = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let value = Math.imul(state ^ (state >>> 15), state | 1)
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61)
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32
  }
  const whole = (from: number, to: number): number => from + Math.floor(share() * (to - from + 1))
  return {
    share,
    whole,
    is: (probability) => share() < probability,
    one: <T>(list: readonly T[]): T => {
      const found = list[whole(0, list.length - 1)]
      if (found === undefined) throw new RangeError('one: nothing to choose from')
      return found
    },
  }
}
