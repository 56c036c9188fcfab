import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { encodeSide } from '../../src/align/encode.ts'
import { countPairs } from '../../src/align/pairs.ts'
import { LinkList, makeTable, withoutWeak } from '../../src/align/table.ts'
import { smallLexicon as lexicon } from './lexicon.ts'

const segment = fc.array(fc.constantFrom('red', 'lion', 'fox', 'hen', 'owl', 'bee'), { minLength: 1, maxLength: 4 })
const side = fc.array(
  segment.map((words) => words.join(' ')),
  { minLength: 8, maxLength: 8 },
)

describe('countPairs', () => {
  it('counts what a table of all pairs does', () => {
    fc.assert(
      fc.property(
        side,
        side,
        fc.array(fc.double({ min: 0.01, max: 1, noNaN: true }), { minLength: 8 }),
        (en, zh, p) => {
          const [left, right] = [encodeSide(en, lexicon), encodeSide(zh, lexicon)]
          const beads = en.map((_, i) => ({ i, a: 1, j: i, b: 1, posterior: p[i] ?? 0 }))
          const { forEach, leftBeads, rightBeads } = countPairs(left, right, beads, 1000)
          const found = new Map<string, number>()
          forEach(0, (a, b, count) => found.set(`${left.types[a]} ${right.types[b]}`, count))
          for (const [a, one] of left.types.entries())
            for (const [b, other] of right.types.entries()) {
              const together = beads
                .filter(({ i }) => en[i]?.split(' ').includes(one) && zh[i]?.split(' ').includes(other))
                .reduce((sum, { posterior }) => sum + posterior, 0)
              const counted = (leftBeads[a] ?? 0) > 1 && (rightBeads[b] ?? 0) > 1 ? together : 0
              expect(found.get(`${one} ${other}`) ?? 0).toBeCloseTo(counted, 9)
            }
        },
      ),
    )
  })
})

describe('makeTable', () => {
  it('sorts links by left, then right, and adds up those of one pair', () => {
    const link = fc.tuple(fc.nat(4), fc.nat(3), fc.double({ min: 0, max: 1, noNaN: true }))
    fc.assert(
      fc.property(fc.array(link), (links) => {
        const list = new LinkList()
        for (const [left, right, forth] of links) list.push(left, right, forth, 1)
        const table = makeTable(list, 5, 4)
        const keys = Array.from(table.left, (left, at) => left * 4 + (table.right[at] ?? 0))
        expect(keys).toEqual([...new Set(links.map(([left, right]) => left * 4 + right))].sort((a, b) => a - b))
        keys.forEach((key, at) => {
          const own = links.filter(([left, right]) => left * 4 + right === key)
          expect(table.back[at]).toBe(own.length)
          expect(table.forth[at]).toBeCloseTo(
            own.reduce((sum, [, , forth]) => sum + forth, 0),
            9,
          )
        })
        const strong = withoutWeak(table, 1.5)
        expect(strong.left.length).toBe([...table.back].filter((back) => back >= 1.5).length)
        expect([...strong.rightLinks].sort((a, b) => a - b)).toEqual([...strong.left.keys()])
      }),
    )
  })
})
