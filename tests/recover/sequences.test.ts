import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Sequences } from '../../src/recover/sequences.ts'

function counted(...texts: string[]): Sequences {
  const sequences = new Sequences()
  for (const text of texts) {
    let contexts: number[] = []
    for (const char of text) contexts = sequences.extend(contexts, char.charCodeAt(0))
  }
  return sequences
}

/** The node that a text leads to; 0 as soon as it was not counted. */
function nodeOf(sequences: Sequences, text: string): number {
  return [...text.slice(1)].reduce(
    (node, char) => (node === 0 ? 0 : sequences.find(node, char.charCodeAt(0))),
    text.charCodeAt(0),
  )
}

function chance(sequences: Sequences, context: string, char: string, otherwise: number): number {
  const node = nodeOf(sequences, context)
  return sequences.chance(node, sequences.find(node, char.charCodeAt(0)), context.length, otherwise)
}

const few = fc.string({ unit: fc.constantFrom('期', '間', '调', '查', '睡'), maxLength: 60 })
const many = fc.string({
  unit: fc.integer({ min: 0x4e00, max: 0x9fff }).map(String.fromCharCode),
  maxLength: 6000,
  size: 'max',
})

describe('Sequences', () => {
  it('counts every sequence of two to five characters, and no other', () => {
    fc.assert(
      fc.property(fc.oneof(few, many), few, (text, other) => {
        const sequences = counted(text)
        const wanted = new Map<string, number>()
        for (let length = 2; length <= 5; length++)
          for (let at = 0; at + length <= text.length; at++) {
            const one = text.slice(at, at + length)
            wanted.set(one, (wanted.get(one) ?? 0) + 1)
          }
        for (const [one, times] of wanted) expect(sequences.seen(nodeOf(sequences, one))).toBe(times)
        for (let at = 0; at + 4 <= other.length; at++) {
          const one = other.slice(at, at + 4)
          expect(sequences.seen(nodeOf(sequences, one))).toBe(wanted.get(one) ?? 0)
        }
      }),
      { numRuns: 30 },
    )
  })

  it('gives chances that add up to one, whatever was counted', () => {
    fc.assert(
      fc.property(few, few, (text, context) => {
        const sequences = counted(text)
        const last = context.slice(-3)
        fc.pre(last !== '')
        const sum = [...'期間调查睡'].reduce((total, char) => total + chance(sequences, last, char, 1 / 5), 0)
        expect(nodeOf(sequences, last) === 0 ? 1 : sum).toBeCloseTo(1, 9)
      }),
    )
  })

  it('knows a follower better by the company it kept', () => {
    const alone = counted('委員會', '委員會', '委員會', '委員會', '人員及')
    const everywhere = counted('委員會', '議員會', '成員會', '會員會', '人員及')
    expect(chance(alone, '員', '會', 0.01)).toBeLessThan(chance(everywhere, '員', '會', 0.01))
    expect(chance(alone, '委員', '會', 0.01)).toBeGreaterThan(chance(everywhere, '委員', '會', 0.01))
  })

  it('adds what is told beside its own counts', () => {
    const sequences = counted('期間', '期限')
    const node = '期'.charCodeAt(0)
    const found = sequences.find(node, '間'.charCodeAt(0))
    expect(sequences.chance(node, found, 1, 0.01, 2, 2)).toBeGreaterThan(sequences.chance(node, found, 1, 0.01))
    expect(sequences.chance(node, found, 1, 0.01, 0, 2)).toBeLessThan(sequences.chance(node, found, 1, 0.01))
  })
})
