import { describe, expect, it } from 'vitest'
import { findLost } from '../../src/recover/lost.ts'
import hans from '../../src/locales/reader/zh-Hans.json' with { type: 'json' }
import hant from '../../src/locales/reader/zh-Hant.json' with { type: 'json' }
import { createWords } from '../../src/reader/i18n/instance.ts'
import { damageWords } from '../../src/reader/notice/damage-words.ts'
import { slipped } from '../../scripts/eval/slipping.ts'
import { recover } from '../../src/recover/index.ts'
import { recoveryTools as tools } from '../recover/tools.ts'

describe('what is known of damage, in Chinese', () => {
  const catalogues = [createWords('zh-Hant', { reader: hant }), createWords('zh-Hans', { reader: hans })]
  const inChinese = (why: string) => catalogues.map(({ t }) => damageWords(why, t) ?? why)

  it('covers all that the recovery says of losses', () => {
    const lossy = '一些???，?他?，?的号?，?改?国?会?成?'
    const whys = findLost(`甲\ufffd乙锟斤拷丙嚙踝蕭丁ï¿½戊电话锛?己烫烫烫庚\ue123辛${lossy}`).map(({ why }) => why)
    expect(new Set(whys).size).toBe(8)
    for (const why of whys) for (const words of inChinese(why)) expect(words).toMatch(/^[^{]*\p{Script=Han}{3}[^{]*$/u)
    expect(new Set(whys.flatMap(inChinese)).size).toBe(16)
  })

  it('covers what it says of slips, with the odds', () => {
    const damaged = slipped('申請人應於收到通知後三日內提出說明。', 10)?.text ?? ''
    const usual = '申請人應於收到通知後十日內提出說明。\n'.repeat(20)
    const { unresolved } = recover(`${usual}${damaged}\n本市?芾砣藛T\n`, { tools, lang: 'zh-Hant' })
    expect(unresolved.length).toBeGreaterThan(1)
    for (const { why } of unresolved) for (const words of inChinese(why)) expect(words).toMatch(/\p{Script=Han}{3}/u)
    const odds = 'bytes out of step in GBK; the best repair is only 4.2 times as likely as all others together'
    for (const words of inChinese(odds)) expect(words).toContain('4.2')
  })

  it('leaves other words alone', () => {
    expect(inChinese('the editor says so')).toEqual(['the editor says so', 'the editor says so'])
  })
})
