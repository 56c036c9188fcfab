import { describe, expect, it } from 'vitest'
import { searchCorpora } from '../../src/search/corpora.ts'
import { messageOf } from '../../src/search/said-words.ts'
import { collection, readings } from './collection.ts'

async function ids(query: string, typing = false): Promise<string[]> {
  const { hits } = await searchCorpora(collection, query, { readings, typing })
  return hits.map(({ notice, id, reason }) => `${notice[0]}${id} ${reason}`)
}

describe('searchCorpora', () => {
  it.each<[name: string, query: string, hits: string[]]>([
    ['one character', '醫', ['bp4 exact', 'ap1 exact', 'ap3 exact', 'ap4 exact']],
    ['Traditional', '再生醫學', ['ap1 exact']],
    ['Simplified', '再生医学', ['ap1 folded']],
    ['regional forms', '衛生', ['bp1 folded']],
    ['台 for 臺', '台灣', ['bp1 folded']],
    ['癥 for 症', '癥狀', ['bp2 folded']],
    ['across punctuation', '症狀立即', ['bp2 exact']],
    ['with punctuation of its own', '症狀。立即', ['bp2 exact']],
    ['full width', '７５０張', ['ap3 exact']],
    ['a space before a number', '不少於 750 張', ['ap3 exact']],
    ['a number with and without commas', '5000', ['ap4 exact']],
    ['English, inflected', 'hospital', ['bp4 exact', 'ap3 exact', 'ap4 inflected']],
    ['and the other way round', 'meeting', ['ap2 inflected']],
    ['a phrase', 'no less than 750', ['ap3 exact']],
    ['a quoted phrase', '"no less than 750"', ['ap3 exact']],
    ['a phrase only where it stands', 'hospital property', ['bp4 exact']],
    ['acronyms first', 'IT', ['bp1 exact', 'ap2 folded']],
    ['a term of the same concept', 'multidisciplinary team', ['ap2 term']],
    ['in the other language', '多學科診療', ['ap2 exact']],
    ['a prefix when there is no such word', 'hosp', ['bp4 prefix', 'ap3 prefix', 'ap4 prefix']],
    ['words apart', 'beds hospital', ['bp4 words', 'ap3 words', 'ap4 words']],
    ['words apart in two languages', 'Monday 多學科', ['ap2 words']],
    ['pinyin', 'zaisheng yixue', ['ap1 romanised']],
    ['pinyin with tones', 'zàishēng yīxué', ['ap1 romanised']],
    ['with tone digits', 'zai4sheng1', ['ap1 romanised']],
    ['with the wrong tone', 'zai3sheng1', []],
    ['initials', 'zsyx', ['ap1 romanised']],
    ['Jyutping', 'zoisang jihok', ['ap1 romanised']],
    ['Jyutping with tones', 'zoi3sang1', ['ap1 romanised']],
    ['Jyutping with the wrong tone', 'zoi4sang1', []],
    ['Jyutping for a word that is not there', 'm4 ng5', []],
    ['spelling', 'regenrative', ['ap1 spelling']],
    ['spelling in a phrase', 'regenrative medicine', ['ap1 spelling']],
    ['a character of the same sound', '再生一學', ['ap1 spelling']],
    ['a word cut out of its middle', 'enerativ', ['ap1 inside']],
    ['the end of a number', '50張', ['ap3 inside']],
    ['nothing', 'dragon', []],
    ['nothing in Chinese', '火星', []],
    ['numbers are not corrected', '7501', []],
    ['two words of which one is nowhere', 'hospital dragon', []],
    ['must', '+hospital +beds', ['bp4 exact', 'ap3 exact', 'ap4 inflected']],
    ['must and may', '+hospital property', ['bp4 exact', 'ap3 exact', 'ap4 inflected']],
    ['not', 'hospital -property', ['ap3 exact', 'ap4 inflected']],
    ['one language', 'MDT lang:zh', ['ap2 exact']],
    ['one side', 'zh:MDT', ['ap2 exact']],
    ['one side where it is not', 'en:醫院', []],
    ['one notice', 'hospital notice:b-rules', ['bp4 exact']],
    ['by title', 'hospital title:hygiene', ['bp4 exact']],
    ['by title in Chinese', '醫院 title:计划', ['ap3 exact', 'ap4 exact']],
    ['by date', '醫院 after:2022', ['bp4 exact']],
    ['by date, the other way', '醫院 before:2021-06', ['ap3 exact', 'ap4 exact']],
    ['by term entry', 'term:mdt', ['ap2 term']],
    ['a wildcard', 'regenera*', ['ap1 prefix']],
    ['an edit distance', 'hospitol~1', ['bp4 spelling', 'ap3 spelling', 'ap4 spelling']],
    ['a pasted sentence', 'Symptoms of illness: report them.', ['bp2 exact']],
    ['a pasted sentence with a dash', 'Symptoms - of illness', ['bp2 exact']],
    ['a quotation that is not closed', '"no less than', ['ap3 exact']],
    ['regular-expression signs', 'beds.*(hospital', ['bp4 words', 'ap3 words', 'ap4 words']],
    ['markup', '<b>MDT</b>', []],
    ['a lone surrogate beside a word', 'MDT\ud800', ['ap2 exact']],
  ])('finds %s: %s', async (_name, query, hits) => {
    expect(await ids(query)).toEqual(hits)
  })

  it('lets the last word go on while it is being typed, words themselves first', async () => {
    expect(await ids('regenerat', true)).toEqual(['ap1 prefix'])
    expect(await ids('i', true)).toEqual(expect.arrayContaining(['bp2 prefix']))
    expect((await ids('it', true))[0]).toBe('bp1 exact')
  })

  it('lights a term’s counterpart in the other column', async () => {
    const { hits } = await searchCorpora(collection, 'MDT meets')
    expect(hits[0]?.matches).toEqual([
      { lang: 'en', from: 46, to: 55 },
      { lang: 'zh-Hant', from: 11, to: 16 },
      { lang: 'zh-Hant', from: 19, to: 22 },
    ])
  })

  it.each<[query: string, message: RegExp]>([
    ['', /no letter/u],
    ['?!…', /no letter/u],
    ['\ud800', /no letter/u],
    ['lang:fr bed', /names no language/u],
    ['date:soon bed', /is no date/u],
    ['notice:nowhere bed', /no notice named/u],
    ['title: bed', /needs a word/u],
    ['lang:zh', /Add a word/u],
    ['-hospital', /only says what to leave out/u],
    ['+', /no letter/u],
    ['author:smith', /is no field/u],
    ['regenrative', /“regenerative”/u],
  ])('answers “%s” with words', async (query, message) => {
    const answer = await searchCorpora(collection, query)
    expect(messageOf(answer.said)).toMatch(message)
  })

  it('bears a query of 10,000 characters', async () => {
    for (const query of [
      '醫'.repeat(10_000),
      'bed '.repeat(2_500),
      '+'.repeat(10_000),
      '"'.repeat(10_000),
      'a'.repeat(10_000),
      'zai'.repeat(3_333),
      `${'zai'.repeat(20)}q`,
    ])
      expect((await searchCorpora(collection, query, { readings })).hits).toEqual([])
  })
})
