import { describe, expect, it } from 'vitest'
import { buildLanguage } from '../../src/recover/language.ts'
import { recoveryTools } from './tools.ts'

const { model } = recoveryTools

/** Chances of all Han characters behind a text. */
function chancesBehind(parts: readonly string[], text: string, between?: number): Map<string, number> {
  const language = buildLanguage(model, parts)
  const near = between === undefined ? null : language.near(parts, between)
  const state = language.stateAt(text, text.length, near)
  const chances = new Map<string, number>()
  for (let char = 0x3400; char < 0xa000; char++)
    chances.set(String.fromCharCode(char), Math.exp(language.logChance(state, char)))
  return chances
}

const law = [
  '有於調查期間先行調整',
  '至於調查期限屆滿',
  '經調查屬實者',
  '調查小組應於期限內完成',
  '調查期間不得',
  '主管機關就到期',
]

describe('buildLanguage', () => {
  it.each([
    ['the document goes on in two ways', '於調查期'],
    ['the document breaks off', '機關就到期'],
    ['the document has nothing of it', '風和日'],
    ['a mark stands before', '者，'],
  ])('gives chances that leave room for marks and no more, where %s', (_name, text) => {
    const sum = [...chancesBehind(law, text).values()].reduce((total, chance) => total + chance, 0)
    expect(sum).toBeGreaterThan(0.7)
    expect(sum).toBeLessThan(1.1)
  })

  it('takes what stands near for likelier', () => {
    const filler = '今天天氣很好，大家都很高興。\n'.repeat(30)
    const parts = ['他在龍目島住了三年。\n', filler, '她在龍泉鎮住了三年。\n']
    const first = chancesBehind(parts, '搬到龍', 1)
    const last = chancesBehind(parts, '搬到龍', 2)
    expect(first.get('目')).toBeGreaterThan(last.get('目') ?? 0)
    expect(last.get('泉')).toBeGreaterThan(first.get('泉') ?? 0)
  })
})
