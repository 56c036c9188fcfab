import { describe, expect, it } from 'vitest'
import { anchor } from '../../src/annotations/anchor.ts'
import { describe as describeRun, describeRow } from '../../src/annotations/describe.ts'
import { groundOf } from '../../src/annotations/ground.ts'
import { rowId } from '../../src/corpus/ids.ts'
import { corpusOf, type RowSpec } from '../support/corpus.ts'

const plan: readonly RowSpec[] = [
  {
    id: 1,
    en: [['The plan sets three goals:']],
    zh: [['提出從國家、省、市（縣）不同層面分級分類開展臨床重點專科的建設目標：']],
  },
  {
    id: 2,
    en: [['No less than 750 national projects;']],
    zh: [['【國家層面】建設累計不少於750個國家臨床重點專科建設項目；']],
  },
  {
    id: 3,
    en: [['No less than 5,000 provincial projects;']],
    zh: [['【省級層面】建設不少於5000個省級臨床重點專科建設項目；']],
  },
  {
    id: 4,
    en: [['At least 10,000 county projects.']],
    zh: [['【市（縣）級層面】建設至少1萬個地市級和縣級臨床重點專科能力建設項目。']],
  },
]

const groundIn = (rows: readonly RowSpec[]) => groundOf(corpusOf({ id: 'a-plan', rows }), 'zh-Hant')

function noted(rows: readonly RowSpec[], words: string, occurrence = 0) {
  const ground = groundIn(rows)
  let from = ground.text.indexOf(words)
  for (let left = occurrence; left > 0; left -= 1) from = ground.text.indexOf(words, from + 1)
  const target = describeRun(ground, { from, to: from + words.length })
  if (target === null) throw new Error(`no such words: ${words}`)
  return target
}

function shown(rows: readonly RowSpec[], target: ReturnType<typeof noted>): string {
  const ground = groundIn(rows)
  const found = anchor(ground, target)
  if (found.kind === 'orphan') return `orphan: ${found.why}, near ${found.near ?? 'nothing'}`
  const changes = found.kind === 'moved' ? ` (${found.changes.map(({ kind }) => kind).join()})` : ''
  return `${found.kind}${changes} ${found.rows.join()}: ${ground.text.slice(found.at.from, found.at.to)}`
}

const without = (...ids: number[]) => plan.filter(({ id }) => !ids.includes(id ?? 0))
const edited = (id: number, zh: string) => plan.map((row) => (row.id === id ? { ...row, zh: [[zh]] } : row))

describe('describe', () => {
  const around = [
    '各地應當把聲明書的格式、份數與遞送的期限公告出來，並在收件之後儘快以書面回覆申請的人，逾期視為同意。',
    '聲明書由本人親自簽名，不會簽名的人得以指印代替，並由在場的成年人加以證明，證明的人也要寫明住址。',
    '申請的人死亡的，由其繼承人檢附戶籍謄本與繼承系統表，在知悉之後依期限提出來，不另收取任何費用。',
  ]
  const rows: readonly RowSpec[] = [
    { id: 1, en: [], zh: [[around[0] ?? '']] },
    { id: 2, en: [], zh: [['未領取雇主依法給付失能補償之聲明書。']] },
    { id: 3, en: [], zh: [[around[1] ?? '']] },
    { id: 4, en: [], zh: [['未領取雇主依法給付死亡補償之聲明書。']] },
    { id: 5, en: [], zh: [[around[2] ?? '']] },
  ]
  const lengths = (words: string, occurrence = 0): number[] => {
    const { prefix, suffix } = noted(rows, words, occurrence).quote
    return [prefix.length, suffix.length]
  }

  it('takes down more context, on both sides, where words stand among like ones elsewhere', () => {
    expect(Math.min(...lengths('雇主依法給付', 1))).toBeGreaterThan(32)
    expect(lengths('死亡補償')).toEqual([32, 32])
    expect(
      shown(
        rows.filter(({ id }) => id !== 4),
        noted(rows, '雇主依法給付', 1),
      ),
    ).toMatch(/^orphan/u)
  })
})

describe('anchor', () => {
  it.each([
    '不少於750個',
    '750',
    '建設累計不少於750個國家臨床重點專科建設項目',
    '臨床重點專科建設項目',
    '國家臨床重點專科',
    '項目；',
  ])('with its paragraph deleted, a note on %s becomes an orphan', (words) => {
    expect(shown(without(2), noted(plan, words))).toMatch(/^orphan/u)
  })

  it.each([
    ['nothing changed', plan, '不少於750個', 'placed p2: 不少於750個'],
    ['a paragraph before it is gone', without(1), '不少於750個', 'placed p2: 不少於750個'],
    ['paragraphs changed places', [...plan].reverse(), '不少於750個', 'placed p2: 不少於750個'],
    [
      'another figure',
      edited(2, '【國家層面】建設累計不少於760個國家臨床重點專科建設項目；'),
      '不少於750個',
      'orphan: figures, near p2',
    ],
    [
      'a word more',
      edited(2, '【國家層面】建設累計不少於750個國家級臨床重點專科建設項目；'),
      '不少於750個國家臨床重點專科建設項目',
      'moved (words) p2: 不少於750個國家級臨床重點專科建設項目',
    ],
    [
      'Simplified',
      edited(2, '【国家层面】建设累计不少于750个国家临床重点专科建设项目；'),
      '不少於750個國家',
      'moved (script) p2: 不少于750个国家',
    ],
    [
      'signs',
      edited(2, '[國家層面] 建設累計不少於 750 個國家臨床重點專科建設項目;'),
      '不少於750個國家',
      'moved (writing) p2: 不少於 750 個國家',
    ],
    [
      'readings',
      edited(2, '【國(guó)家層(céng)面】建設(shè)累計(jì)不少於750個(gè)國(guó)家臨床重點專科建設項目；'),
      '不少於750個國家',
      'moved (writing) p2: 不少於750個(gè)國(guó)家',
    ],
  ])('%s', (_name, rows, words, expected) => {
    expect(shown(rows, noted(plan, words))).toBe(expected)
  })

  it('finds a whole row again', () => {
    const target = describeRow(groundIn(plan), rowId(3))
    expect(target).not.toBeNull()
    if (target !== null)
      expect(shown(without(1, 2), target)).toBe('placed p3: 【省級層面】建設不少於5000個省級臨床重點專科建設項目；')
  })
})
