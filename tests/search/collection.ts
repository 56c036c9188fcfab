import { parseTermId } from '../../src/corpus/ids.ts'
import type { Corpus } from '../../src/corpus/notice.ts'
import type { TermEntry } from '../../src/corpus/term.ts'
import type { AllReadings, Readings } from '../../src/search/shelf.ts'
import { corpusOf } from '../support/corpus.ts'

/** Two small notices and the terms that they share: enough for every kind of query. */
export const collection: readonly Corpus[] = [
  corpusOf({
    id: 'a-plan',
    titles: { en: 'A plan for clinics', 'zh-Hant': '診所計劃' },
    published: '2021-05-31',
    rows: [
      { en: [['Regenerative medicine regenerates organs.']], zh: [['再生醫學使器官再生。']] },
      { en: [['The MDT meets on Monday; it decides.']], zh: [['多學科診療團隊（MDT）週一開會。']] },
      { en: [['A hospital with no less than 750 beds.']], zh: [['醫院床位不少於750張。']] },
      { en: [['Two hospitals were built, each with 5,000 beds.']], zh: [['兩所醫院已建成，各有5,000張床。']] },
    ],
    terms: [term('mdt', ['multidisciplinary team', 'MDT'], ['多學科診療'])],
  }),
  corpusOf({
    id: 'b-rules',
    titles: { en: 'Rules of hygiene', 'zh-Hant': '衞生規則' },
    published: '2023',
    rows: [
      { en: [['IT systems keep it safe.']], zh: [['資訊系統保障衞生安全，臺灣亦然。']] },
      { en: [['Symptoms of illness: report them.']], zh: [['出現症狀，立即報告。']] },
      { en: [['No Chinese for this one.']], zh: [] },
      { en: [['Beds are hospital property.']], zh: [['病床屬醫院財產。']] },
    ],
    terms: [term('mdt', ['multidisciplinary team', 'MDT'], ['多學科診療'])],
  }),
]

export const readings: AllReadings = {
  pinyin: readingsBy({
    再: 'zai4',
    生: 'sheng1',
    医: 'yi1',
    学: 'xue2',
    一: 'yi1',
    院: 'yuan4',
    症: 'zheng4',
    状: 'zhuang4',
  }),
  jyutping: readingsBy({ 再: 'zoi3', 生: 'sang1', 医: 'ji1', 学: 'hok6', 院: 'jyun2', 唔: 'm4', 五: 'ng5' }),
}

function readingsBy(sounds: Readonly<Record<string, string>>): Readings {
  return new Map(Object.entries(sounds).map(([one, sound]) => [one, [sound]]))
}

function term(id: string, en: readonly string[], zh: readonly string[]): TermEntry {
  const name = parseTermId(id)
  if (name === null) throw new Error(id)
  const section = (text: string): TermEntry['terms']['en'][number] => ({ text, status: 'preferred' })
  return { id: name, terms: { en: en.map(section), 'zh-Hant': zh.map(section) } }
}
