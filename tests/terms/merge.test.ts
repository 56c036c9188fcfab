import { describe, expect, it } from 'vitest'
import { parseTermId } from '../../src/corpus/ids.ts'
import type { TermEntry } from '../../src/corpus/term.ts'
import { mergeTerms } from '../../src/terms/merge.ts'

function entry(id: string, en: readonly string[], zh: readonly string[], more: Partial<TermEntry> = {}): TermEntry {
  const termId = parseTermId(id)
  if (termId === null) throw new Error(`${id} is no term id`)
  const terms = (list: readonly string[]) =>
    list.map((text, at) => ({ text, status: at === 0 ? ('preferred' as const) : ('admitted' as const) }))
  return { id: termId, terms: { en: terms(en), 'zh-Hant': terms(zh) }, ...more }
}

const present = [entry('mdt', ['MDT'], ['多學科診療'], { subject: 'medicine' })]

describe('mergeTerms', () => {
  it('adds what is new', () => {
    const fresh = entry('robot', ['surgical robot'], ['手術機器人'])
    expect(mergeTerms(present, [fresh])).toEqual({ added: [fresh], gained: [], kept: [] })
  })

  it.each([
    ['of the same id', entry('mdt', ['multidisciplinary team'], ['多學科診療'])],
    [
      'that shares a term on both sides, in the other script',
      entry('team', ['MDT', 'multidisciplinary team'], ['多学科诊疗']),
    ],
  ])('adds to an entry %s', (_name, incoming) => {
    const { added, gained } = mergeTerms(present, [incoming])
    expect(added).toEqual([])
    expect(gained).toEqual([
      { index: 0, terms: { en: [{ text: 'multidisciplinary team', status: 'admitted' }] }, definition: {}, values: {} },
    ])
  })

  it('changes nothing that is there, and says what it left out', () => {
    const incoming = entry('mdt', ['MDT'], ['多學科診療'], {
      subject: 'hospitals',
      note: 'new',
      definition: { en: 'A team.' },
    })
    expect(mergeTerms(present, [incoming])).toEqual({
      added: [],
      gained: [{ index: 0, terms: {}, definition: { en: 'A team.' }, values: { note: 'new' } }],
      kept: ['mdt: subject'],
    })
  })

  it('does nothing when all is there', () => {
    expect(mergeTerms(present, present)).toEqual({ added: [], gained: [], kept: [] })
  })
})
