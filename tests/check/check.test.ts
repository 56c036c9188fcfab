import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadLexicon, loadTools } from '../../scripts/tools.ts'
import { review } from '../../src/check/accept.ts'
import { describeFinding } from '../../src/check/describe.ts'
import { checkNotice } from '../../src/check/index.ts'
import { parseTermId } from '../../src/corpus/ids.ts'
import { byLang } from '../../src/corpus/lang.ts'
import type { Corpus } from '../../src/corpus/notice.ts'
import type { TermEntry } from '../../src/corpus/term.ts'
import { markTerms } from '../../src/terms/mark.ts'
import { corpusOf } from '../support/corpus.ts'

function entry(
  id: string,
  en: readonly string[],
  zh: readonly string[],
  deprecated: readonly string[] = [],
): TermEntry {
  const termId = parseTermId(id)
  if (termId === null) throw new Error(`${id} is no term id`)
  const status = (text: string) => (deprecated.includes(text) ? ('deprecated' as const) : ('preferred' as const))
  return {
    id: termId,
    terms: byLang((lang) => (lang === 'en' ? en : zh).map((text) => ({ text, status: status(text) }))),
  }
}

const terms = [
  entry('robot', ['surgical robot'], ['手術機器人']),
  entry('medicine', ['regenerative medicine'], ['再生醫學']),
  entry('thinking', ['development thinking', 'development ideas'], ['發展思路']),
  entry('critical', ['critical care'], ['重症', '重癥'], ['重癥']),
  entry('pathology', ['pathology'], ['病理']),
]

/** Each pair is a row of one sentence; an empty side is an empty side. */
function noticeOf(...pairs: readonly (readonly [en: string, zh: string])[]): Corpus {
  const side = (text: string) => (text === '' ? [] : [[text]])
  const corpus = corpusOf({ id: 'a', rows: pairs.map(([en, zh]) => ({ en: side(en), zh: side(zh) })), terms })
  const marked = byLang((lang) => ({
    ...corpus.sides[lang],
    marks: markTerms(corpus.sides[lang], terms, loadLexicon()),
  }))
  return { ...corpus, sides: marked }
}

const far = ['Nothing else stands here.', '這裡沒有別的。'] as const
/** The findings of a pair that stands away from others. */
function found(en: string, zh: string): string[] {
  return checkNotice(noticeOf(far, [en, zh], far), loadTools()).map(({ key }) => key)
}

describe('checkNotice', () => {
  it.each([
    ['another number', 'It has 570 beds.', '設有750張病床。', ['quantity p2.1 570/750張']],
    ['the same number in another form', 'It has 10,000 beds.', '設有1萬張病床。', []],
    ['a number on one side', 'It has 750 beds.', '設有病床。', ['quantity p2.1 750']],
    ['a year of the Republic', 'In 2018 it opened.', '一百零七年啟用。', []],
    ['another unit of time', 'Within 24 months.', '於兩年內。', []],
    ['a small number is a way of speaking', 'One of the two.', '其中之一。', []],
    ['a small number for another', 'Within three months.', '於二個月內。', ['quantity p2.1 three months/二個月']],
    ['one article for another', 'Under Article 7.', '依第五條。', ['quantity p2.1 7/第五條']],
    ['one month for another', 'It opened in June.', '於七月啟用。', ['quantity p2.1 June/七月']],
    [
      'one number of several',
      'Paragraph 1 of Article 6 and Paragraph 2 of Article 8.',
      '第六條第一項及第九條第二項。',
      ['quantity p2.1 8/第九條'],
    ],
    ['several numbers that agree', 'Paragraph 1 of Article 6.', '第六條第一項。', []],
    ['a bound turned round', 'At least 50 beds.', '至多50張病床。', ['bound p2.1 50']],
    ['two bounds that agree', 'Over 50 beds.', '至少50張病床。', []],
    ['a term on one side', 'A surgical robot works.', '機器工作。', ['term p2.1 en/robot']],
    ['one term for another', 'Surgical robots work.', '再生醫學工作。', ['term p2.1 robot/medicine']],
    ['a deprecated term is a wrong character here', 'In critical care.', '在重癥病房。', ['variant 癥/症']],
    ['a Latin name on one side', 'The team meets.', 'MDT團隊開會。', ['name p2.1 MDT']],
    ['initials for a full name', 'The World Health Organization meets.', 'WHO開會。', []],
    [
      'a stray capital',
      'It will guide local To improve the work.',
      '它將指導各地改進工作。',
      ['broken-english p2.1 capital/To improve'],
    ],
    ['a word twice', 'It guides the the work.', '它指導工作。', ['broken-english p2.1 repeat/the the']],
    ['a comma without its space', 'New tools,and more.', '新工具等。', ['broken-english p2.1 mark/tools,and']],
    ['a title’s capitals', 'The Plan For Health was issued.', '衛生規劃已發布。', []],
    [
      'a space before a comma',
      'New materials , and tools.',
      '新材料和工具。',
      ['broken-english p2.1 space/materials , and'],
    ],
    ['wrong variants', '關', '關于此事，不少于此。', ['variant 于/於']],
    ['words between two words', '復', '恢復合作，若干部門。', []],
    [
      'a list that lacks an item',
      'It has oncology, pathology, surgery, imaging, and nursing.',
      '設有腫瘤科、外科、影像科、護理科。',
      ['list p2.1 pathology'],
    ],
    [
      'a short list that lacks one',
      'It has oncology, pathology, surgery, and nursing.',
      '設有腫瘤科、外科、護理科。',
      ['list p2.1 pathology'],
    ],
    [
      'an item of a list of three, by its neighbours',
      'The islands sell squid, seaweed and garlic.',
      '離島出售魷魚和大蒜。',
      ['list p2.1 seaweed'],
    ],
    ['two items in one word', 'For students, staff, faculty, and parents.', '供學生、教職員工及家長使用。', []],
    ['a number twice', 'Within thirty (30) days.', '於四十日內。', ['quantity p2.1 thirty/四十日']],
    ['a fiscal year', 'In FY19 it opened.', '2019年度啟用。', []],
    ['times and per cent', 'It is 1.15 times the sum.', '按合計金額加重百分之十五。', []],
    ['a radix', 'In hexadecimal.', '以16進位表示。', []],
    ['a term told shorter', 'A robot works.', '手術機器人工作。', []],
    ['an acronym told by its full name', 'It parses JS.', '它剖析 JavaScript。', []],
    [
      'a passage in Simplified',
      'The body is written in Traditional throughout; it has many lines and reads well, and there is more to say, all of it quite plain, so that a reader sees at once that this is a common text but for a few signs at the end.',
      '這裡的正文都是用繁體字寫成的，一共有許多行，讀來十分清楚，另外還有不少話可說，說起來也都平平常常，讀者看過便知道這是一段普通的文字，只有末尾幾個字不同：为级统。',
      ['variant p2.1'],
    ],
    ['three and two', 'It has oncology, surgery, and nursing.', '設有腫瘤科、外科。', []],
    [
      'a list joined at its end',
      'Rights to read, copy, share, print, and sell.',
      '閱讀、複製、分享、列印及出售之權利。',
      [],
    ],
  ])('%s', (_name, en, zh, expected) => {
    expect(found(en, zh)).toEqual(expected)
  })

  it('finds no wrong variant in what was received damaged', () => {
    const rows = [{ en: [['On this.']], zh: [['甲關于此事，?碼于乙。']] }]
    const damage = [{ was: '?碼于', why: 'bytes out of step', candidates: [] }]
    const found = (unresolved: typeof damage) =>
      checkNotice(corpusOf({ id: 'a', rows, sides: { 'zh-Hant': { unresolved } } }), loadTools())
        .filter(({ kind }) => kind === 'variant')
        .map(({ places }) => places.length)
    expect(found([])).toEqual([2])
    expect(found(damage)).toEqual([1])
  })

  it('groups what follows from a row without a counterpart', () => {
    const [finding, ...rest] = checkNotice(
      noticeOf(far, far, ['Surgical robots in 750 hospitals.', ''], far, far),
      loadTools(),
    )
    expect(rest).toEqual([])
    expect(finding).toMatchObject({ kind: 'unmatched', lang: 'en', row: 'p3', sentence: 'p3.1' })
    expect(finding?.consequences?.map(({ kind }) => kind)).toEqual(['quantity', 'term'])
    expect(finding === undefined ? '' : describeFinding(finding)).toContain('“750”')
  })

  it('says that one concept has two words, once a notice', () => {
    const pairs = [
      ['The development thinking of today.', '今日的發展思路。'],
      ['The development ideas of today.', '今日的發展思路。'],
      ['The development ideas of tomorrow.', '明日的發展思路。'],
    ] as const
    expect(checkNotice(noticeOf(...pairs), loadTools()).map(({ key }) => key)).toEqual(['two-words p1.1 en/thinking'])
  })

  it('notices a bead that is far too short', () => {
    const long = 'The hospital has opened a new department for patients who come from far away, and it is busy.'
    const pairs = Array.from(
      { length: 12 },
      () => [long, '醫院為遠道而來的病人開設了新的科室，而且十分繁忙。'] as const,
    )
    const findings = checkNotice(noticeOf(...pairs, [`${long} ${long}`, '醫院開設。'], ...pairs), loadTools())
    expect(findings.map(({ key }) => key)).toEqual(['length p13.1'])
  })

  it('points at the words that it is about', () => {
    const corpus = noticeOf(far, ['It has 570 beds.', '設有750張病床。'], far)
    const [finding] = checkNotice(corpus, loadTools())
    const words = finding?.places.map(({ lang, at }) => corpus.sides[lang].text.slice(at.from, at.to))
    expect(words).toEqual(['570', '750張'])
  })

  it('gives every finding a key of its own, and finds nothing in a text against itself', () => {
    const piece = fc.constantFrom(
      'It has 750 beds.',
      'Surgical robots work.',
      'To the end of MDT , now.',
      '重癥 at 30%.',
    )
    fc.assert(
      fc.property(fc.array(fc.tuple(piece, piece), { maxLength: 8 }), (pairs) => {
        const keys = checkNotice(noticeOf(...pairs), loadTools()).map(({ key }) => key)
        expect(new Set(keys).size).toBe(keys.length)
      }),
      { numRuns: 30 },
    )
  })
})

describe('review', () => {
  it('parts findings by what was accepted, and names what is stale', () => {
    const findings = checkNotice(
      noticeOf(far, ['It has 570 beds.', '設有750張病床。'], far, ['In 10 of them.', '其中。'], far),
      loadTools(),
    )
    const reviewed = review(findings, [
      { key: 'quantity p2.1 570/750張', reason: 'stood so in the source' },
      { key: 'term p9.1 en/robot', reason: 'gone' },
    ])
    expect(reviewed.open.map(({ key }) => key)).toEqual(['quantity p4.1 10'])
    expect(reviewed.accepted.map(({ reason }) => reason)).toEqual(['stood so in the source'])
    expect(reviewed.stale.map(({ key }) => key)).toEqual(['term p9.1 en/robot'])
  })
})
