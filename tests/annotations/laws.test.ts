import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anchor } from '../../src/annotations/anchor.ts'
import { colours, type Annotation } from '../../src/annotations/annotation.ts'
import { describe as describeRun } from '../../src/annotations/describe.ts'
import { groundOf, trimmedRun, writtenIn } from '../../src/annotations/ground.ts'
import { readAnnotations } from '../../src/annotations/import.ts'
import { limits } from '../../src/annotations/limits.ts'
import { copyOf, mergeStep, planMerge, resolveSave, type MergeAnswer } from '../../src/annotations/merge.ts'
import { pointsOf } from '../../src/annotations/points.ts'
import {
  applyStep,
  inverse,
  isOvertaken,
  noHistory,
  redo,
  remember,
  undo,
  type AnnotationSet,
} from '../../src/annotations/undo.ts'
import { formatCollection } from '../../src/annotations/web-annotation-write.ts'
import { corpusOf } from '../support/corpus.ts'
import { anAnnotation, now } from './notes.ts'

/** Han of one and of two units, Latin, digits, signs: what tells units from points and words from signs. */
const zhText = fc
  .array(fc.constantFrom('醫', '院', '𠮷', '𣇃', '三', '7', '50', 'MDT', '，', '（', '）', '。', '再生醫學', ' '), {
    minLength: 1,
    maxLength: 30,
  })
  .map((parts) => parts.join(''))
const paragraphs = fc.array(zhText, { minLength: 1, maxLength: 6 })

const groundFrom = (texts: readonly string[]) =>
  groundOf(
    corpusOf({
      id: 'a-plan',
      rows: texts.map((text) => ({ en: [['One.']], zh: [[text]] })),
      sides: { 'zh-Hant': { dropped: [{ text: '首頁 𠮷', reason: 'navigation' }] } },
    }),
    'zh-Hant',
  )

const words = fc.string({ unit: 'grapheme', maxLength: 40 })
const annotation: fc.Arbitrary<Annotation> = fc
  .record({
    number: fc.integer({ min: 0, max: 20 }),
    note: words,
    tags: fc.uniqueArray(
      words.filter((tag) => tag !== ''),
      { maxLength: 3 },
    ),
    colour: fc.constantFrom(...colours),
    creator: fc.option(
      words.filter((name) => name.trim() !== ''),
      { nil: undefined },
    ),
    created: fc
      .date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString()),
    quote: fc.record({ exact: words, prefix: words, suffix: words }),
  })
  .map(({ creator, ...given }) => anAnnotation({ ...given, ...(creator === undefined ? {} : { creator }) }))
const set = fc.uniqueArray(annotation, { maxLength: 8, selector: ({ id }) => id })
const mapOf = (list: readonly Annotation[]): AnnotationSet => new Map(list.map((one) => [one.id, one]))
const inOrder = (given: AnnotationSet): Annotation[] => [...given.values()].sort((a, b) => (a.id < b.id ? -1 : 1))

describe('laws of annotations', () => {
  it('anchor undoes describe, for any run of any text', () => {
    fc.assert(
      fc.property(paragraphs, fc.nat(200), fc.nat(60), (texts, from, length) => {
        const ground = groundFrom(texts)
        const start = Math.min(from, ground.text.length)
        const run = { from: start, to: Math.min(ground.text.length, start + length) }
        const target = describeRun(ground, run)
        if (target === null) return trimmedRun(ground, run) === null
        const found = anchor(ground, target)
        expect(found.kind).toBe('placed')
        if (found.kind === 'placed') expect(writtenIn(ground, found.at)).toBe(target.quote.exact)
        const characters = [...ground.text].slice(target.position.start, target.position.end).join('')
        if (found.kind === 'placed') expect(characters).toBe(ground.text.slice(found.at.from, found.at.to))
        return true
      }),
    )
  })

  it('finds what it describes also without knowing the version, or nothing at all', () => {
    fc.assert(
      fc.property(paragraphs, fc.nat(200), fc.integer({ min: 1, max: 60 }), (texts, from, length) => {
        const ground = groundFrom(texts)
        const target = describeRun(ground, { from, to: from + length })
        if (target === null) return
        const found = anchor(ground, { ...target, version: '' })
        if (found.kind === 'orphan') return
        expect(ground.points.fromUnits(found.at.from)).toBe(target.position.start)
        expect(ground.points.fromUnits(found.at.to)).toBe(target.position.end)
      }),
    )
  })

  it('units and code points lead to one another', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const points = pointsOf(text)
        const starts = [...text].map((_, index, all) => all.slice(0, index).join('').length)
        const toPoints = [...text].flatMap((character, index) => Array.from(character.split(''), () => index))
        expect(starts.map((_, index) => points.toUnits(index))).toEqual(starts)
        expect(toPoints.map((_, unit) => points.fromUnits(unit))).toEqual(toPoints)
        expect([points.toUnits(starts.length), points.fromUnits(text.length)]).toEqual([text.length, starts.length])
      }),
    )
  })

  it('an export read back is the same', async () => {
    await fc.assert(
      fc.asyncProperty(set, async (list) => {
        const { annotations, foreign, faults } = await readAnnotations(JSON.stringify(formatCollection(list)), { now })
        expect(faults).toEqual(list.length === 0 ? [{ key: 'no-annotations', path: [] }] : [])
        expect(foreign).toEqual([])
        expect(annotations).toEqual(list)
      }),
    )
  })

  it('merging twice changes nothing more, and nothing of one’s own goes without consent', () => {
    fc.assert(
      fc.property(set, set, fc.constantFrom<MergeAnswer>('take', 'both', 'keep'), (mine, theirs, answer) => {
        const before = mapOf(mine)
        const step = mergeStep(before, planMerge(before, theirs), () => answer)
        const after = applyStep(before, step)
        expect(
          inOrder(
            applyStep(
              after,
              mergeStep(after, planMerge(after, theirs), () => answer),
            ),
          ),
        ).toEqual(inOrder(after))
        expect(inOrder(applyStep(after, inverse(step)))).toEqual(inOrder(before))
        const unasked = applyStep(before, mergeStep(before, planMerge(before, theirs)))
        for (const one of mine) expect(unasked.get(one.id)).toEqual(one)
        for (const one of theirs) if (!before.has(one.id)) expect(unasked.get(one.id)).toEqual(one)
      }),
    )
  })

  it('undo takes back and redo brings back, however many steps', () => {
    fc.assert(
      fc.property(set, fc.array(set, { maxLength: 5 }), (first, later) => {
        const start = mapOf(first)
        let now = start
        let history = noHistory
        for (const list of later) {
          const step = mergeStep(now, planMerge(now, list), () => 'take')
          now = applyStep(now, step)
          history = remember(history, step)
        }
        const end = now
        for (let one = undo(history); one !== null; one = undo(history)) {
          expect(isOvertaken(now, one.step)).toBe(false)
          now = applyStep(now, one.step)
          history = one.history
        }
        expect(inOrder(now)).toEqual(inOrder(start))
        for (let one = redo(history); one !== null; one = redo(history)) {
          now = applyStep(now, one.step)
          history = one.history
        }
        expect(inOrder(now)).toEqual(inOrder(end))
      }),
    )
  })
})

describe('two tabs', () => {
  const based = anAnnotation({ number: 1, note: 'was' })
  const mine = { ...based, note: 'mine', modified: '2024-05-02T00:00:00.000Z' }
  const other = { ...based, note: 'theirs', modified: '2024-05-03T00:00:00.000Z' }

  it.each([
    ['a new one', null, null, { save: mine, conflict: false }],
    ['nothing happened', based, based, { save: mine, conflict: false }],
    ['the other tab saved the same', based, mine, { save: mine, conflict: false }],
    ['the other tab changed it: both are kept', based, other, { save: copyOf(mine), conflict: true }],
    ['the other tab deleted it: the change stays', based, null, { save: mine, conflict: true }],
  ])('%s', (_name, before, stored, expected) => {
    expect(resolveSave(before, stored, mine)).toEqual(expected)
  })

  it('a copy has another id, always the same', () => {
    expect(copyOf(mine).id).not.toBe(mine.id)
    expect(copyOf(mine)).toEqual(copyOf({ ...mine }))
  })
})

describe('limits', () => {
  it.each([
    ['note', { note: 'x'.repeat(limits.note + 1) }, 'too-long', limits.note],
    ['tag', { tags: ['x'.repeat(limits.tag + 1)] }, 'too-long', limits.tag],
    ['tags', { tags: Array.from({ length: limits.tags + 1 }, (_, at) => `tag ${at}`) }, 'too-many-tags', limits.tags],
    ['creator', { creator: 'x'.repeat(limits.creator + 1) }, 'too-long', limits.creator],
  ])('a %s beyond its limit stays outside, the rest comes in', async (_name, given, key, limit) => {
    const file = formatCollection([anAnnotation({ number: 1, ...given }), anAnnotation({ number: 2 })])
    const { annotations, faults } = await readAnnotations(JSON.stringify(file), { now })
    expect(annotations.map(({ id }) => id)).toEqual([anAnnotation({ number: 2 }).id])
    expect(faults).toMatchObject([{ key, limit }])
    expect(faults[0]?.path.slice(0, 3)).toEqual(['first', 'items', 0])
  })
})
