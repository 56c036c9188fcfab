import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { remark } from './markdown.ts'
import { formatCitation, type Citation } from '../../src/exchange/citation.ts'

const citation: Citation = {
  locus: 'p2',
  notice: 'a-plan',
  titles: { en: 'A plan', 'zh-Hant': '計劃' },
  words: { en: 'No less than 750.', 'zh-Hant': '不少於750個。' },
  published: '2021-12-17T10:12',
  day: { en: '17 December 2021', 'zh-Hant': '2021年12月17日' },
  collection: { en: 'Notices', 'zh-Hant': '通知' },
  link: 'https://example.org/en/a-plan/?v=AAAAAAAA#p2',
}

describe('formatCitation', () => {
  it.each([
    [
      'text',
      ['en'],
      '“No less than 750.” “A plan”, 17 December 2021, paragraph p2 (Notices). https://example.org/en/a-plan/?v=AAAAAAAA#p2',
    ],
    [
      'text',
      ['zh-Hant'],
      '「不少於750個。」《計劃》，2021年12月17日，第 p2 段（通知）。https://example.org/en/a-plan/?v=AAAAAAAA#p2',
    ],
    [
      'markdown',
      ['en'],
      '> No less than 750\\.\n>\n> — [A plan](<https://example.org/en/a-plan/?v=AAAAAAAA#p2>), 17 December 2021, paragraph p2 (Notices)',
    ],
    [
      'html',
      ['zh-Hant'],
      '<blockquote lang="zh-Hant" cite="https://example.org/en/a-plan/?v=AAAAAAAA#p2"><p>不少於750個。</p><footer><cite><a href="https://example.org/en/a-plan/?v=AAAAAAAA#p2">計劃</a></cite>，2021年12月17日，第 p2 段（通知）</footer></blockquote>',
    ],
    [
      'bibtex',
      ['en', 'zh-Hant'],
      '@online{a-plan-p2,\n  title = {{A plan}},\n  titleaddon = {計劃},\n  organization = {Notices},\n  date = {2021-12-17},\n  pagination = {paragraph},\n  pages = {p2},\n  url = {https://example.org/en/a-plan/?v=AAAAAAAA#p2},\n  annotation = {No less than 750. / 不少於750個。}\n}',
    ],
  ] as const)('%s in %j', (format, langs, expected) => {
    expect(formatCitation(citation, langs, format)).toBe(expected)
  })

  it('cites both languages one after the other, and leaves out a side without words', () => {
    expect(formatCitation(citation, ['en', 'zh-Hant'], 'text').split('\n\n')).toHaveLength(2)
    const half = { ...citation, words: { en: 'Only here.', 'zh-Hant': '' } }
    expect(formatCitation(half, ['en', 'zh-Hant'], 'text')).toMatch(/^“Only here\.”[^\n]*$/)
  })

  it.each([
    ['p5.2', 'sentence p5.2'],
    ['p2-p4', 'paragraphs p2-p4'],
  ])('names %s as %s', (locus, expected) => {
    expect(formatCitation({ ...citation, locus, day: null, published: null }, ['en'], 'text')).toContain(
      `“A plan”, ${expected} (`,
    )
  })

  it('escapes what means something to BibTeX', () => {
    const odd = { ...citation, words: { en: '50% of {A_1} & \\b ~ #2 $3 x^2', 'zh-Hant': '' } }
    expect(formatCitation(odd, ['en'], 'bibtex')).toContain(
      'annotation = {50\\% of \\{A\\_1\\} \\& \\textbackslash{}b \\textasciitilde{} \\#2 \\$3 x\\textasciicircum{}2}',
    )
  })

  it('lets no text become markup in Markdown', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'a *_[]()<>#`~!|-+.\\&1'), minLength: 1 }), (words) => {
        const trimmed = words.trim()
        fc.pre(trimmed !== '')
        const text = remark(formatCitation({ ...citation, words: { en: trimmed, 'zh-Hant': '' } }, ['en'], 'markdown'))
        expect(text).toBe(trimmed.replaceAll(/\s+/g, ' '))
      }),
    )
  })

  it('lets no text become markup in HTML', () => {
    const odd = { ...citation, words: { en: '<img src=x onerror=alert(1)>"&', 'zh-Hant': '' } }
    expect(formatCitation(odd, ['en'], 'html')).toContain('<p>&lt;img src=x onerror=alert(1)&gt;&quot;&amp;</p>')
  })
})
