import { describe, expect, it } from 'vitest'
import { causeKinds, type Unresolved } from '../../src/corpus/edit.ts'
import { findLost } from '../../src/recover/lost.ts'
import { recover } from '../../src/recover/index.ts'
import hans from '../../src/locales/reader/zh-Hans.json' with { type: 'json' }
import hant from '../../src/locales/reader/zh-Hant.json' with { type: 'json' }
import { createWords } from '../../src/reader/i18n/instance.ts'
import { damageWords } from '../../src/reader/notice/damage-words.ts'
import { slipped } from '../../scripts/eval/slipping.ts'
import { recoveryTools as tools } from '../recover/tools.ts'

describe('what is known of damage, in Chinese', () => {
  const catalogues = [createWords('zh-Hant', { reader: hant }), createWords('zh-Hans', { reader: hans })]
  const inChinese = (cause: Unresolved['cause']) => catalogues.map(({ t }) => damageWords(cause, t))

  it('has words for every cause, with what they need', () => {
    for (const kind of causeKinds)
      for (const words of inChinese({ kind, value: '4.2' })) expect(words).toMatch(/^[^{]*\p{Script=Han}{3}[^{]*$/u)
    for (const words of inChinese({ kind: 'slip-odds', value: '4.2' })) expect(words).toContain('4.2')
    for (const words of inChinese({ kind: 'decoded-again', value: 'Big5' })) expect(words).toContain('Big5')
  })

  it('is said by everything that finds damage', () => {
    const lossy = '一些???，?他?，?的号?，?改?国?会?成?'
    const lost = findLost(`甲\ufffd乙锟斤拷丙嚙踝蕭丁ï¿½戊电话锛?己烫烫烫庚\ue123辛${lossy}`).map(
      ({ cause }) => cause?.kind,
    )
    expect(new Set(lost).size).toBe(6)
    expect(lost).not.toContain(undefined)
    const damaged = slipped('申請人應於收到通知後三日內提出說明。', 10)?.text ?? ''
    const usual = '申請人應於收到通知後十日內提出說明。\n'.repeat(20)
    const { unresolved } = recover(`${usual}${damaged}\n本市?芾砣藛T\n`, { tools, lang: 'zh-Hant' })
    expect(unresolved.map(({ cause }) => cause?.kind)).toEqual(['slip-number', 'slip-odds'])
  })

  it('leaves what has none to its own words', () => {
    expect(inChinese(undefined)).toEqual([null, null])
  })
})
