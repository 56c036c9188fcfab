import { describe, expect, it } from 'vitest'
import { loadTraditional } from '../../scripts/tools.ts'
import { wrongVariants } from '../../src/check/variant-words.ts'

describe('wrongVariants', () => {
  it.each([
    ['關于', '關于→關於'],
    ['公布于網站', '布于→布於'],
    ['于2021年', '于→於'],
    ['并提出，并且', '并提→並提 并且→並且'],
    ['合并與并發癥', '合并→合併 并發癥→併發症'],
    ['重癥', '重癥→重症'],
    ['落后', '落后→落後'],
    ['全麵發展', '全麵→全面'],
    ['面包', '面包→麵包'],
    ['理發師髮現', '理發師→理髮師 髮現→發現'],
    ['干部與樹干', '干部→幹部 樹干→樹幹'],
    ['三只貓，隻有一只是白的', '只貓→隻貓 隻有→只有'],
    ['城里', '城里→城裡'],
    ['做好准備工作', '准備→準備'],
    ['复制', '复制→複製'],
    ['这個国家', '这個→這個 国家→國家'],
  ])('finds the wrong ones of %s', (text, expected) => {
    const found = wrongVariants(text, loadTraditional())
    expect(found.map(({ was, is }) => `${was}→${is}`).join(' ')).toBe(expected)
    for (const { at, was, is } of found) {
      expect(text.slice(at.from, at.to)).toBe(was)
      expect(is).toHaveLength(was.length)
    }
  })

  it.each([
    '核准備查',
    '恢復制度',
    '若干部門',
    '有關系統',
    '于右任先生',
    '主任于大海表示',
    '皇后與太后',
    '癥結',
    '干預',
    '一只是藉口',
    '人云亦云',
    '公里',
    '批准',
    '占用、布置、台灣、臺灣、標志、裏面、着重',
  ])('leaves %s alone', (text) => {
    expect(wrongVariants(text, loadTraditional())).toEqual([])
  })
})
