import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseTermId } from '../../src/corpus/ids.ts'
import type { Lang } from '../../src/corpus/lang.ts'
import type { TermEntry } from '../../src/corpus/term.ts'
import { buildAutomaton, findAll } from '../../src/terms/automaton.ts'
import { markTerms } from '../../src/terms/mark.ts'

function entry(id: string, en: string, zh: string): TermEntry {
  const termId = parseTermId(id)
  if (termId === null) throw new Error(`${id} is no term id`)
  const preferred = (text: string) => [{ text, status: 'preferred' as const }]
  return { id: termId, terms: { en: preferred(en), 'zh-Hant': preferred(zh) } }
}

const entries = [
  entry('robot', 'surgical robot', '手術機器人'),
  entry('surgery', 'surgery', '手術'),
  entry('who', 'WHO', '世衛'),
  entry('medicine', 'regenerative medicine', '再生醫學'),
  entry('internet', 'Internet +', '互聯網+'),
]

function marked(lang: Lang, text: string): string[] {
  const side = { lang, text, sentences: [{ from: 0, to: text.length }] }
  return markTerms(side, entries).map(({ term, at }) => `${term}:${text.slice(at.from, at.to)}`)
}

describe('markTerms', () => {
  it.each([
    ['a plural', 'en', 'New surgical robots work.', ['robot:surgical robots']],
    ['a word inside a word is none', 'en', 'Neurosurgery and surgery', ['surgery:surgery']],
    ['an acronym keeps its case', 'en', 'Those who know the WHO', ['who:WHO']],
    ['case folds for words', 'en', 'Regenerative Medicine', ['medicine:Regenerative Medicine']],
    ['a sign belongs to its term', 'en', 'the "Internet +" model', ['internet:Internet +']],
    ['longest first', 'zh-Hant', '手術機器人與手術', ['robot:手術機器人', 'surgery:手術']],
    ['the other script', 'zh-Hant', '手术机器人和再生医学', ['robot:手术机器人', 'medicine:再生医学']],
    ['behind a number', 'zh-Hant', '750個手術機器人', ['robot:手術機器人']],
    ['before a Latin word', 'zh-Hant', '手術MDT', ['surgery:手術']],
    ['wide and narrow signs', 'zh-Hant', '“互聯網＋”', ['internet:互聯網＋']],
  ] as const)('%s', (_name, lang, text, expected) => {
    expect(marked(lang, text)).toEqual(expected)
  })

  it('does not cross a sentence’s end', () => {
    const text = 'It is surgical. Robots work.'
    const side = {
      lang: 'en' as const,
      text,
      sentences: [
        { from: 0, to: 15 },
        { from: 16, to: 28 },
      ],
    }
    expect(markTerms(side, entries)).toEqual([])
  })
})

describe('findAll', () => {
  it('finds what a plain search finds', () => {
    const word = fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(
        fc.array(word, { maxLength: 6 }),
        fc.array(fc.integer({ min: 0, max: 2 }), { maxLength: 40 }),
        (patterns, text) => {
          const expected = patterns.flatMap((pattern, index) =>
            text.flatMap((_, from) =>
              pattern.every((symbol, at) => text[from + at] === symbol) ? [`${index}@${from}`] : [],
            ),
          )
          const found = findAll(buildAutomaton(patterns), text).map(({ pattern, from }) => `${pattern}@${from}`)
          expect(found.sort()).toEqual(expected.sort())
        },
      ),
    )
  })
})
