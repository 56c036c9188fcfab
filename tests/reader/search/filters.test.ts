import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { filtersOf, withFilter, wordsOf } from '../../../src/reader/features/search/filters.ts'
import { parseQuery } from '../../../src/search/query.ts'

describe('filters in a query', () => {
  it.each([
    ['lang:zh 醫院', { lang: 'zh-Hant' }],
    ['LANG:EN hospital notice:a-plan', { lang: 'en', notice: 'a-plan' }],
    ['after:2021-05 before:2021-06-30 term:mdt x', { after: '2021-05', before: '2021-06-30', term: 'mdt' }],
    ['"lang:zh" is a phrase', {}],
    ['term:再生醫學', {}],
    ['notice:Not_A_Name lang:', {}],
    ['slang:zh', {}],
  ])('%s', (query, expected) => {
    const none = { lang: null, notice: null, after: null, before: null, term: null }
    expect(filtersOf(query)).toEqual({ ...none, ...expected })
  })

  it.each([
    ['醫院', 'lang', 'zh-Hant', 'lang:zh 醫院'],
    ['lang:zh  醫院', 'lang', 'en', 'lang:en 醫院'],
    ['lang:zh 醫院', 'lang', null, '醫院'],
    ['lang:', 'lang', null, ''],
    ['"no less than', 'notice', 'a-plan', 'notice:a-plan "no less than'],
    ['term:再生醫學', 'term', 'mdt', 'term:mdt term:再生醫學'],
  ] as const)('%s with %s %s', (query, name, value, expected) => {
    expect(withFilter(query, name, value)).toBe(expected)
  })

  it('are read as they were written, by the query language too, and leave the rest as it was', async () => {
    const words = fc.array(fc.constantFrom('醫院', '"no less', 'than"', '+beds', '-x', 'notice:b', 'a', 'date:2021'), {
      minLength: 1,
    })
    await fc.assert(
      fc.asyncProperty(words, fc.constantFrom('en', 'zh-Hant'), async (parts, lang) => {
        const query = parts.join(' ')
        const filtered = withFilter(query, 'lang', lang)
        expect(filtersOf(filtered).lang).toBe(lang)
        const parsed = await parseQuery(filtered)
        if (parsed.ok) expect(parsed.query.filters.lang).toBe(lang)
        expect(withFilter(filtered, 'lang', null)).toBe(query)
        expect(filtersOf(wordsOf(filtered))).toEqual({
          lang: null,
          notice: null,
          after: null,
          before: null,
          term: null,
        })
      }),
    )
  })
})
