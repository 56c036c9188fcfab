import { describe, expect, it } from 'vitest'
import { compileLexicon, parseLexicon } from '../../src/text/lexicon.ts'
import { stem } from '../../src/text/stem.ts'
import { tokens } from '../../src/text/tokens.ts'

const entry = (traditional: string, ...senses: string[]) => ({
  traditional,
  simplified: traditional,
  pinyin: 'x',
  senses,
})
const bytes = compileLexicon([
  entry('醫院', 'hospital'),
  entry('一般', 'general', 'same as'),
  entry('委員', 'committee member'),
  entry('委員會', 'committee', 'CL:個|个[ge4]'),
  entry('解決', 'to solve; (practical) solution to a problem'),
])
const lexicon = parseLexicon(bytes)

describe('lexicon', () => {
  it('links folded words with the stems of their senses', () => {
    const word = lexicon.wordIndex.get('解决') ?? -1
    const links = Array.from(
      lexicon.linkStem.slice(lexicon.ends[word - 1], lexicon.ends[word]),
      (at) => lexicon.stems[at],
    )
    expect(links.sort()).toEqual(['problem', 'solut', 'solv'].sort())
  })

  it('finds the same links by stem', () => {
    for (const [at, name] of lexicon.stems.entries()) {
      const own = lexicon.stemLinks.slice(at === 0 ? 0 : lexicon.stemEnds[at - 1], lexicon.stemEnds[at])
      expect(own.length).toBeGreaterThan(0)
      for (const link of own) expect(lexicon.stems[lexicon.linkStem[link] ?? -1]).toBe(name)
    }
  })

  it('says when bytes are something else', () => {
    expect(() => parseLexicon(new Uint8Array(5))).toThrow('5 bytes that are no compiled dictionary')
    const newer = bytes.slice()
    newer[4] = 99
    expect(() => parseLexicon(newer)).toThrow('version 99')
  })
})

describe('tokens', () => {
  it.each([
    ['the 委員會 of MDT', ['the', '委员会', 'of', 'mdt']],
    ['醫院委員3人', ['医院', '委员', '#3', '人']],
    ['一般醫院一百間', ['一般', '医院', '#100', '间']],
    ['Hospitals’ problems, 10,000!', ['hospit', 'problem', ',', '#10000', '!']],
    ['（十四）「好」', ['(', '#14', ')', '"', '好', '"']],
  ])('%s', (text, expected) => {
    expect(tokens(text, lexicon).map((token) => token.text)).toEqual(expected)
  })
})

describe('stem', () => {
  it.each([
    [['strengthen', 'strengthening', 'strengthened', 'strengthens']],
    [['hospital', 'hospitals', "hospital's"]],
    [['nation', 'nations']],
    [['plan', 'planned', 'planning', 'plans']],
    [['city', 'cities']],
    [['promote', 'promoted', 'promoting', 'promotes']],
  ])('%s are one', (forms) => {
    expect(new Set(forms.map(stem)).size).toBe(1)
  })

  it('leaves short words alone', () => {
    expect(['bus', 'this', 'red', 'king', 'sing'].map(stem)).toEqual(['bus', 'this', 'red', 'king', 'sing'])
  })
})
