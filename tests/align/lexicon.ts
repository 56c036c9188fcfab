import { compileLexicon, parseLexicon } from '../../src/text/lexicon.ts'
import type { DictionaryEntry } from '../../src/text/dictionary.ts'

/** A dictionary of a few words, so that tests need no data package. */
export const smallLexicon = parseLexicon(
  compileLexicon(
    [
      ['委員會', '委员会', 'committee', 'commission'],
      ['醫院', '医院', 'hospital'],
      ['國家', '国家', 'country; nation; state', 'national'],
      ['法律', '法律', 'law'],
      ['規定', '规定', 'provision', 'to stipulate'],
      ['建設', '建设', 'to construct', 'construction'],
      ['報告', '报告', 'report'],
      ['河', '河', 'river'],
      ['學校', '学校', 'school'],
      ['老師', '老师', 'teacher'],
      ['城市', '城市', 'city'],
      ['天氣', '天气', 'weather'],
    ].map(([traditional = '', simplified = '', ...senses]): DictionaryEntry => ({
      traditional,
      simplified,
      pinyin: 'x',
      senses,
    })),
  ),
)

/** Sentences that translate one another, one pair for each number: no two pairs are the same. */
export function pairOf(n: number): { readonly en: string; readonly zh: string } {
  const nouns = [
    ['committee', '委員會'],
    ['hospital', '醫院'],
    ['school', '學校'],
    ['city', '城市'],
    ['teacher', '老師'],
    ['river', '河'],
  ]
  const [one = '', yi = ''] = nouns[n % nouns.length] ?? []
  const [two = '', er = ''] = nouns[(n * 5 + 2) % nouns.length] ?? []
  return {
    en: `The ${one} wrote report ${n + 100} about the law of the ${two}.`,
    zh: `${yi}寫了關於${er}法律的第${n + 100}號報告。`,
  }
}
