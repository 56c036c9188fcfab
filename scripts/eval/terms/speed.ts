import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseTermId } from '../../../src/corpus/ids.ts'
import { byLang, type ByLang } from '../../../src/corpus/lang.ts'
import type { TermEntry } from '../../../src/corpus/term.ts'
import { markTerms } from '../../../src/terms/mark.ts'
import { loadLexicon } from '../../tools.ts'
import { readGold } from '../gold-notice.ts'

/** CPU milliseconds for dictionary words as terms over repeated law texts, the automaton's making counted in. */
export function markingTimes(gold: string): ByLang<number> {
  const lexicon = loadLexicon()
  const chinese = lexicon.words.filter((word) => word.length >= 2 && word.length <= 5)
  const english = lexicon.stems.filter((stem) => /^[a-z]{4,}$/u.test(stem))
  const word = (list: readonly string[], at: number): string => list[at % list.length] ?? ''
  const entries = Array.from({ length: 10_000 }, (_, at): TermEntry => {
    const id = parseTermId(`t${at}`)
    if (id === null) throw new Error('no term id')
    const texts = { en: word(english, at * 7), 'zh-Hant': word(chinese, at * 11) }
    return { id, terms: byLang((lang) => [{ text: texts[lang], status: 'preferred' }]) }
  })
  const corpora = existsSync(join(gold, 'twlaw-dev')) ? readGold(gold, ['twlaw-dev']) : []
  return byLang((lang) => {
    const whole = corpora.map(({ sides }) => sides[lang].text).join('\n')
    const text = whole.repeat(Math.ceil(1e6 / Math.max(1, whole.length))).slice(0, 1e6)
    let at = 0
    const sentences = text.split('\n').map((line) => ({ from: at, to: (at += line.length + 1) - 1 }))
    // A new list each time, so that its machine is made anew.
    const times = Array.from({ length: tries }, () => {
      const list = [...entries]
      const begun = process.cpuUsage()
      markTerms({ lang, text, sentences }, list, lexicon)
      const { user, system } = process.cpuUsage(begun)
      return (user + system) / 1000
    })
    return Math.round(Math.min(...times))
  })
}

/** The machine's other work only ever slows one down. */
export const tries = 5
