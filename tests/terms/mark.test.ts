import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseTermId } from '../../src/corpus/ids.ts'
import type { Lang } from '../../src/corpus/lang.ts'
import { loadLexicon } from '../../scripts/tools.ts'
import { allMarks, type TermEntry } from '../../src/corpus/term.ts'
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
  entry('sleep', 'anesthesia', '麻醉'),
  entry('analysis', 'analysis', '分析'),
  entry('mdt', 'MDT', '多學科診療'),
  entry('plan', '14th Five-Year Plan', '十四五規劃'),
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
    ['the other spelling', 'en', 'the centre for paediatric anaesthesia', ['sleep:anaesthesia']],
    ['an irregular plural', 'en', 'two analyses', ['analysis:analyses']],
    ['a hyphen parts nothing', 'en', 'surgical-robot arms', ['robot:surgical-robot']],
    ['a comma parts', 'en', 'regenerative, medicine', []],
    ['an acronym’s plural', 'en', 'several MDTs', ['mdt:MDTs']],
    ['quotation marks part nothing', 'zh-Hant', '“十四五”規劃', ['plan:十四五”規劃']],
    ['wide and narrow signs', 'zh-Hant', '“互聯網＋”', ['internet:互聯網＋']],
  ] as const)('%s', (_name, lang, text, expected) => {
    expect(marked(lang, text)).toEqual(expected)
  })

  it('keeps shorter terms inside the longest', () => {
    const text = '臨床重點專科手術機器人'
    const inside = [
      ...entries,
      entry('key', 'key clinical specialty', '臨床重點專科'),
      entry('clinic', 'clinic', '臨床'),
    ]
    const marks = markTerms({ lang: 'zh-Hant', text, sentences: [{ from: 0, to: text.length }] }, inside)
    const shown = marks.map(({ term, inner }) => `${term}(${(inner ?? []).map((mark) => mark.term).join()})`)
    expect(shown).toEqual(['key(clinic)', 'robot(surgery)'])
    expect(allMarks(marks).map(({ term }) => term)).toEqual(['key', 'clinic', 'robot', 'surgery'])
  })

  it.each([
    ['the words around it', '發展生產科技', []],
    ['a word of its own', '婦科與產科', ['產科']],
    ['a longer word of its kind', '病理學報告', ['病理']],
    ['a longer word of another kind', '人中龍鳳', []],
    ['a straddled edge', '嚴重症狀', []],
    ['nothing near', '轉入重症病房', ['重症']],
  ])('weighs a Chinese term against %s', (_name, text, expected) => {
    const list = [
      entry('obstetrics', 'obstetrics', '產科'),
      entry('pathology', 'pathology', '病理'),
      entry('philtrum', 'philtrum', '人中'),
      entry('critical', 'critical care', '重症'),
    ]
    const side = { lang: 'zh-Hant' as const, text, sentences: [{ from: 0, to: text.length }] }
    expect(markTerms(side, list, loadLexicon()).map(({ at }) => text.slice(at.from, at.to))).toEqual(expected)
  })

  it('says which of an entry’s terms stands there', () => {
    const [first] = entries
    if (first === undefined) throw new Error('no entry')
    const admitted = { text: 'operating robot', status: 'admitted' as const }
    const two = [{ ...first, terms: { ...first.terms, en: [...first.terms.en, admitted] } }]
    const text = 'Surgical robots, operating robots'
    const marks = markTerms({ lang: 'en', text, sentences: [{ from: 0, to: text.length }] }, two)
    expect(marks.map(({ form }) => form)).toEqual([undefined, 1])
  })

  it('leaves marks sorted and disjoint, inner ones within theirs', () => {
    const piece = fc.constantFrom(
      'surgical ',
      'robots ',
      'surgery ',
      'WHO ',
      'regenerative ',
      'medicine',
      ', ',
      'Internet +',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const text = pieces.join('')
        const marks = markTerms({ lang: 'en', text, sentences: [{ from: 0, to: text.length }] }, entries)
        marks.forEach((mark, at) => {
          expect(mark.at.from).toBeGreaterThanOrEqual(marks[at - 1]?.at.to ?? 0)
          for (const { at: inner } of mark.inner ?? [])
            expect(mark.at.from <= inner.from && inner.to <= mark.at.to).toBe(true)
        })
      }),
    )
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
