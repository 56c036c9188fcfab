import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Edit } from '../../src/corpus/edit.ts'
import { applyEdits, composeEdits, offsetMap, resultRuns, undoEdits } from '../../src/corpus/replay.ts'

/** A text and edits that fit it: sorted, disjoint, inserts and deletions among them. */
function editsOf(text: string): fc.Arbitrary<Edit[]> {
  return fc.array(fc.tuple(fc.nat(4), fc.nat(3), fc.string({ maxLength: 3 })), { maxLength: 6 }).map((steps) => {
    const edits: Edit[] = []
    let at = 0
    for (const [gap, length, is] of steps) {
      const from = at + gap + (edits.length === 0 ? 0 : 1)
      const to = from + length
      if (to > text.length) break
      edits.push({ kind: 'correction', at: { from, to }, was: text.slice(from, to), is })
      at = to
    }
    return edits
  })
}

const edited = fc.string({ maxLength: 30 }).chain((text) => editsOf(text).map((edits) => ({ text, edits })))
const editedTwice = edited.chain(({ text, edits }) =>
  editsOf(applyEdits(text, edits)).map((second) => ({ text, edits, second })),
)

describe('replay', () => {
  it('undoes what it applied', () => {
    fc.assert(fc.property(edited, ({ text, edits }) => undoEdits(applyEdits(text, edits), edits) === text))
  })

  it('composes two lists into one that does the same, and can be undone', () => {
    fc.assert(
      fc.property(editedTwice, ({ text, edits, second }) => {
        const both = composeEdits(text, edits, second)
        const result = applyEdits(applyEdits(text, edits), second)
        expect(applyEdits(text, both)).toBe(result)
        expect(undoEdits(result, both)).toBe(text)
      }),
      { numRuns: 2000 },
    )
  })

  it('maps each edit’s run onto its result and back', () => {
    fc.assert(
      fc.property(edited, ({ edits }) => {
        const map = offsetMap(edits)
        resultRuns(edits).forEach((result, i) => {
          const edit = edits[i]
          if (edit === undefined || edit.at.from === edit.at.to || result.from === result.to) return
          expect(map.runForward(edit.at)).toEqual(result)
          expect(map.runBack(result)).toEqual(edit.at)
        })
      }),
    )
  })

  it('maps a run back without what was taken out beside it', () => {
    // b and d are taken out on either side of c.
    const cut: Edit[] = [1, 3].map((from) => ({ kind: 'control', at: { from, to: from + 1 }, was: 'x', is: '' }))
    const map = offsetMap(cut)
    expect(map.innerBack({ from: 1, to: 2 })).toEqual({ from: 2, to: 3 })
    expect(map.innerBack({ from: 0, to: 3 })).toEqual({ from: 0, to: 5 })
    fc.assert(
      fc.property(edited, ({ text, edits }) => {
        const back = offsetMap(edits)
        const after = applyEdits(text, edits)
        for (let from = 0; from < after.length; from++) {
          const inner = back.innerBack({ from, to: from + 1 })
          const whole = back.runBack({ from, to: from + 1 })
          expect(whole.from <= inner.from && inner.to <= whole.to).toBe(true)
        }
      }),
    )
  })

  it('moves an offset outside all edits there and back', () => {
    fc.assert(
      fc.property(edited, fc.nat(30), ({ text, edits }, offset) => {
        if (offset > text.length || edits.some(({ at }) => at.from <= offset && offset <= at.to)) return
        const map = offsetMap(edits)
        expect(map.back(map.forward(offset))).toBe(offset)
      }),
    )
  })

  it('refuses edits that do not fit', () => {
    const edit: Edit = { kind: 'correction', at: { from: 0, to: 1 }, was: 'x', is: 'y' }
    expect(() => applyEdits('a', [edit])).toThrow('0–1')
    expect(() => undoEdits('a', [edit])).toThrow('at 0')
  })
})
