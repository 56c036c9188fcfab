import { describe, expect, it } from 'vitest'
import { beadShape, tilingFaults } from '../../src/corpus/bead.ts'

const bead = ([a, b]: [number, number], [c, d]: [number, number]) => ({
  en: { from: a, to: b },
  'zh-Hant': { from: c, to: d },
})

describe('tilingFaults', () => {
  it.each([
    ['1-1 then 2-1', [bead([0, 1], [0, 1]), bead([1, 3], [1, 2])], []],
    ['1-0: an untranslated line', [bead([0, 2], [0, 2]), bead([2, 3], [2, 2])], []],
    ['a crossing pair', [bead([0, 1], [1, 2]), bead([1, 3], [0, 1])], []],
    ['en 1 skipped', [bead([0, 1], [0, 1]), bead([2, 3], [1, 2])], ['gap en 1–2']],
    ['zh-Hant 0 twice', [bead([0, 1], [0, 1]), bead([1, 3], [0, 2])], ['overlap zh-Hant 0–1']],
    ['both end early', [bead([0, 1], [0, 1])], ['gap en 1–3', 'gap zh-Hant 1–2']],
  ])('%s', (_name, beads, expected) => {
    const faults = tilingFaults(beads, { en: 3, 'zh-Hant': 2 })
    expect(faults.map((f) => `${f.kind} ${f.lang} ${f.run.from}–${f.run.to}`)).toEqual(expected)
  })
})

describe('beadShape', () => {
  it('counts en first', () => {
    expect(beadShape(bead([4, 5], [4, 6]))).toBe('1-2')
  })
})
