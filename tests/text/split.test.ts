import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Lang } from '../../src/corpus/lang.ts'
import { splitSentences } from '../../src/text/split.ts'

/** A bar marks each boundary; spaces about it belong to the text. */
const cases: readonly [name: string, lang: Lang, text: string][] = [
  ['full stops', 'en', 'One here.| Two there.'],
  ['etc. before a capital', 'en', 'diseases, etc.| Strengthening the construction'],
  ['etc. before a small letter', 'en', 'oncology, etc. and others'],
  ['titles', 'en', 'Dr. Lin met Mrs. Chen.| They spoke.'],
  ['initials', 'en', 'J. R. Smith and U.S. Government staff came.| All left.'],
  ['an abbreviation that ends', 'en', 'He lives in the U.S.| The house is old.'],
  ['numbers of things', 'en', 'See Fig. 3 and No. 680 and Art. 12.| Next.'],
  ['no.', 'en', 'He said no.| Then he left.'],
  ['times of day', 'en', 'It starts at 5 p.m. today.| Come.'],
  ['decimals', 'en', 'It rose 3.5 percent to 1,000.25.| Good.'],
  ['companies', 'en', 'Acme Co. Ltd. Taipei branch opened.'],
  ['a quoted sentence', 'en', 'He called it "the Act."| Next came the vote.'],
  ['a quotation inside', 'en', '“Go. Now.” he said.'],
  ['question and exclamation', 'en', 'Really?| Yes!| “Why?” she asked.'],
  ['an ellipsis', 'en', 'He waited...| Nothing came.'],
  ['an enumerated line', 'en', '1. The first point.| It goes on.'],
  ['bracketed items', 'en', 'The duties are to help.| (b) to report.'],
  ['brackets', 'en', 'The rule (see Part A. It is long.) holds.| Next.'],
  ['a colon that ends a line', 'en', 'The following:|\nthe first'],
  ['a colon inside', 'en', 'Note: it holds.'],
  ['full stops', 'zh-Hant', '這是一。|這是二。'],
  ['marks of all kinds', 'zh-Hant', '真的嗎？|真的！|好；|不好。'],
  ['closing quotes and brackets', 'zh-Hant', '他說：「好。」|她走了。'],
  ['a quotation that goes on', 'zh-Hant', '他說了「好。」的時候，她走了。'],
  ['a full stop inside a quotation', 'zh-Hant', '他說：「我來。你去。」|她走了。'],
  ['brackets', 'zh-Hant', '本法（詳見附件。共三頁。）施行。|完。'],
  ['an ellipsis after a clause', 'zh-Hant', '我們不知道怎麼辦……|也許明天吧。'],
  ['a stammer', 'zh-Hant', '我……我不知道。'],
  ['a list that trails off', 'zh-Hant', '您可以撰寫文章、製作影片......等。|也歡迎討論新的功能……等等。'],
  ['a colon that ends a line', 'zh-Hant', '如下：|\n第一'],
  ['a colon inside', 'zh-Hant', '如下：第一、第二。'],
  ['ASCII marks behind Han', 'zh-Hant', '這是一.|這是二?|好!'],
  ['decimals and Latin names', 'zh-Hant', '成長3.5%，見 Yahoo!新聞與 a.b 檔案。'],
  ['a quoted plan', 'zh-Hant', '發布《“十四五”規劃》，要求執行。|完'],
]

describe('splitSentences', () => {
  it.each(cases)('%s (%s): %s', (_name, lang, marked) => {
    const text = marked.replaceAll('|', '')
    const wanted = marked.split('|').map((part) => part.trim())
    expect(splitSentences(text, lang).map(({ from, to }) => text.slice(from, to))).toEqual(wanted)
  })

  it.each(['en', 'zh-Hant'] as const)('leaves only white space between sentences (%s)', (lang) => {
    const piece = fc.constantFrom(
      'word ',
      '中文',
      '。',
      '. ',
      '」',
      '「',
      '(',
      '）',
      '\n',
      'Mr.',
      '1.5',
      '…',
      ' ',
      '?',
      ' ',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('')
        let last = 0
        for (const { from, to } of splitSentences(text, lang)) {
          expect(text.slice(last, from).trim()).toBe('')
          expect(text.slice(from, to).trim()).toBe(text.slice(from, to))
          expect(to).toBeGreaterThan(from)
          last = to
        }
        expect(text.slice(last).trim()).toBe('')
      }),
    )
  })
})
