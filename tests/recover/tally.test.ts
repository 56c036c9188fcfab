import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Tally } from '../../src/recover/tally.ts'

const key = fc.oneof(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }))

it('counts as a map would', () => {
  fc.assert(
    fc.property(fc.array(key, { maxLength: 6000, size: 'max' }), (keys) => {
      const tally = new Tally()
      const map = new Map<number, number>()
      for (const one of keys) {
        expect(tally.add(one)).toBe(map.get(one) ?? 0)
        map.set(one, (map.get(one) ?? 0) + 1)
      }
      expect(new Map(tally.entries())).toEqual(map)
      for (const one of keys) expect(tally.get(one + 1)).toBe(map.get(one + 1) ?? 0)
    }),
    { numRuns: 20 },
  )
})
