import { parseTermId } from '../../src/corpus/ids.ts'
import type { Corpus } from '../../src/corpus/notice.ts'
import { corpusOf, type RowSpec } from './corpus.ts'

/** A notice in which everything awkward happens at once: what a page must show without falling over. */
export function awkwardCorpus(): Corpus {
  return corpusOf({
    id: 'awkward',
    titles: { en: 'Notice on <b>specialty</b> & "capacity" (體育)', 'zh-Hant': '關於臨床專科能力建設的重要通知' },
    editors: ['zh-Hant'],
    published: '2021-12-17T10:12:10',
    rows: [
      {
        id: 1,
        en: [{ block: { kind: 'heading', level: 3 }, sentences: ['General requirements'] }],
        zh: [{ block: { kind: 'heading', level: 3 }, sentences: ['總體要求'] }],
      },
      {
        id: 2,
        en: [
          [
            'The National Health Commission issued the plan, which guides local work on clinical specialties.',
            'Regenerative medicine and precision medicine receive support across provinces.',
          ],
        ],
        zh: [['國家衛健委發布臨床專科能力建設規劃，指導各地工作。', '重點支持再生醫學、', '精準醫療等關鍵技術領域。']],
        beads: [
          { en: [0, 1], zh: [0, 1] },
          { en: [1, 2], zh: [1, 3], score: 0.41 },
        ],
      },
      { id: 4, en: [['This paragraph has no counterpart at all.']], zh: [], score: 0.62 },
      {
        id: 5,
        en: [],
        zh: [['這一段只有中文。', '英文本沒有收錄。']],
        score: 0.3,
        beads: [{ en: [0, 0], zh: [0, 2] }],
      },
      {
        id: 6,
        en: [
          { block: { kind: 'item', depth: 1, marker: '•' }, sentences: ['No less than 750 projects'] },
          { block: { kind: 'item', depth: 2, marker: '◦' }, sentences: ['of which 20 are new'] },
        ],
        zh: [
          { block: { kind: 'item', depth: 1, marker: '•' }, sentences: ['不少於750個項目'] },
          { block: { kind: 'item', depth: 2, marker: '◦' }, sentences: ['其中新增20個'] },
        ],
      },
      {
        id: 7,
        en: [{ block: { kind: 'item', depth: 1, marker: '12.' }, sentences: ['Numbered, with a number of its own.'] }],
        zh: [{ block: { kind: 'item', depth: 1, marker: '十二、' }, sentences: ['編號自成一格。'] }],
      },
      {
        id: 8,
        en: [
          { block: { kind: 'table-row', header: true }, sentences: ['Level\tProjects\tYear'] },
          { block: { kind: 'table-row', header: false }, sentences: ['Province\t5,000\t2025'] },
        ],
        zh: [
          { block: { kind: 'table-row', header: true }, sentences: ['層面\t項目\t年份'] },
          { block: { kind: 'table-row', header: false }, sentences: ['省級\t5000\t2025'] },
        ],
      },
      {
        id: 9,
        zhPlace: 9.5,
        en: [['Listed here in English, later in Chinese.']],
        zh: [['中文本列於後面。']],
      },
      {
        id: 10,
        en: [['Follow hospital <script>alert(1)</script> & co.', 'Only English says this.', 'The last &amp; least.']],
        zh: [['請關注醫院<b>公告</b>。', '最後一句。']],
        beads: [
          { en: [0, 1], zh: [0, 1] },
          { en: [1, 2], zh: [1, 1] },
          { en: [2, 3], zh: [1, 2], crossing: true },
        ],
      },
      {
        id: 11,
        en: [[`Over\u202Eridden and zero\u200Bwidth, with 體育、衛生 inside, and ${'Donaudampfschiff'.repeat(12)}.`]],
        zh: [[`重點??颇芰ㄔO的${'甲'.repeat(90)}與https://example.org/${'very-long-'.repeat(12)}。`]],
        score: 0.12,
      },
    ],
    sides: {
      en: {
        provenance: { site: 'Kaiyun·体育(China)', page: '/en/xinwenzixun/289.html', author: 'Kaiyun体育' },
        dropped: [
          { text: 'Kaiyun·体育(China)全站入口-Macau game Center', reason: 'site name' },
          { text: 'Notice on specialty capacity', reason: 'lifted', title: true },
        ],
        edits: [{ kind: 'control', around: 'guides local', offset: 0, was: '\u200Bguides', is: 'guides' }],
        marks: [
          { term: 'nhc', text: 'National Health Commission' },
          { term: 'regenerative-medicine', text: 'Regenerative medicine' },
        ],
      },
      'zh-Hant': {
        provenance: { site: '首宏醫療', retrieved: '2024-05-02' },
        dropped: [{ text: '新聞資訊 了解首宏動態', reason: '網站欄目' }],
        edits: [
          { kind: 'reading', around: '發布臨床', offset: 1, was: '(fā)', is: '' },
          {
            kind: 'slip',
            around: '專科能力建設規劃',
            was: '??颇芰ㄔO',
            is: '專科能力建設',
            proof: {
              mechanism: 'gbk-slip',
              bytes: '8CA3 BFC6 C4DC C1A6 BDA8 D44F',
              again: '??颇芰ㄔO',
              lead: 8.25,
              runnerUp: '專科能力建沒',
            },
          },
          { kind: 'reading', around: '規劃，指導', offset: 2, was: '(huà)', is: '' },
          { kind: 'slip', around: '再生醫學、精準', was: '??偕t、??', is: '再生醫學、精準' },
        ],
        unresolved: [{ was: '??颇芰ㄔO', why: 'bytes out of step', candidates: ['專科能力建設', '專科能力建沒'] }],
        marks: [
          { term: 'nhc', text: '國家衛健委' },
          { term: 'regenerative-medicine', text: '再生醫學' },
        ],
      },
    },
    retired: [
      { id: 'p3', to: 'p2', after: 'p2' },
      { id: 'p2.9', to: 'p2.2', after: 'p2' },
      { id: 'p12', to: null, after: 'p11' },
    ],
    terms: [
      termEntry('nhc', 'National Health Commission', '國家衛健委'),
      termEntry('regenerative-medicine', 'regenerative medicine', '再生醫學'),
    ],
  })
}

/** A short notice with nothing unusual in it. */
export function plainCorpus(): Corpus {
  return corpusOf({
    id: 'plain',
    titles: { en: 'A plain notice', 'zh-Hant': '一則普通通知' },
    published: '2020-02-29',
    rows: plainRows(3),
  })
}

/** A notice of any length. */
export function longCorpus(rows: number): Corpus {
  return corpusOf({ id: 'long', rows: plainRows(rows) })
}

function plainRows(count: number): RowSpec[] {
  return Array.from({ length: count }, (_, index) => ({
    en: [[`Paragraph ${index + 1} says one thing.`, 'Then it says another, at a little more length than before.']],
    zh: [[`第${index + 1}段說一件事。`, '然後再說另一件事，比先前稍長一些。']],
  }))
}

function termEntry(id: string, en: string, zh: string): Corpus['terms'][number] {
  const term = parseTermId(id)
  if (term === null) throw new Error(`no term id: ${id}`)
  return {
    id: term,
    terms: { en: [{ text: en, status: 'preferred' }], 'zh-Hant': [{ text: zh, status: 'preferred' }] },
  }
}
