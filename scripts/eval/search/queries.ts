import lunr from 'lunr'
import { Converter } from 'opencc-js'
import type { BeadText } from './collection.ts'

/**
 * A query with the rows that it should find. Truth is told by other means than the search’s own: by plain substring
 * over text that OpenCC made Simplified, and by lists of words that lunr’s stemmer made equal.
 */
export type BenchQuery = { readonly kind: QueryKind; readonly query: string; readonly truth: ReadonlySet<number> }

export const queryKinds = ['Han 1', 'Han 2', 'Han 3+', 'Simplified', 'word', 'phrase', 'typo', 'miss'] as const
export type QueryKind = (typeof queryKinds)[number]

const ofEach = 12
/** Words that no notice has, and signs in an order that no text has. */
const misses = [
  'quasar',
  'xylophone marmalade',
  '火龍果蛋糕',
  '𰻞𰻞麵',
  'zzzzqqq',
  '7777777',
  '"blue whale"',
  '龘',
  '醫醫醫醫',
]

const simplify = Converter({ from: 't', to: 'cn' })

export function benchQueries(rows: readonly BeadText[], random: () => number): BenchQuery[] {
  const hay = rows.map((row) => simplify(row['zh-Hant'].toLowerCase()).replace(/[^\p{L}\p{N}]/gu, ''))
  const words = rows.map((row) => row.en.toLowerCase().match(/[a-z]+|\d+/gu) ?? [])
  const stems = words.map((list) => new Set(list.map(stem)))
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  const rowsWhere = (holds: (at: number) => boolean): Set<number> => new Set([...rows.keys()].filter(holds))
  const chinese = (kind: QueryKind, length: number, simplified: boolean): BenchQuery => {
    const han = pick(rows)['zh-Hant'].match(/\p{Script=Han}{8,}/gu)
    if (han === null) return chinese(kind, length, simplified)
    const run = [...pick(han)]
    const from = Math.floor(random() * (run.length - length + 1))
    const query = run.slice(from, from + length).join('')
    const needle = simplify(query)
    return { kind, query: simplified ? needle : query, truth: rowsWhere((at) => hay[at]?.includes(needle) ?? false) }
  }
  const longWord = (): string => {
    const list = pick(words).filter((word) => /^[a-z]{7,12}$/.test(word) && !stops.has(word))
    return list.length === 0 ? longWord() : pick(list)
  }
  const byWord = (word: string): Set<number> => rowsWhere((at) => stems[at]?.has(stem(word)) ?? false)
  const phrase = (): BenchQuery => {
    const list = /[A-Za-z]+(?: [A-Za-z]+){2,4}/u.exec(pick(rows).en)
    if (list === null) return phrase()
    const key = ` ${list[0].toLowerCase().split(' ').map(stem).join(' ')} `
    return {
      kind: 'phrase',
      query: list[0],
      truth: rowsWhere((at) => ` ${words[at]?.map(stem).join(' ')} `.includes(key)),
    }
  }
  const typo = (): BenchQuery => {
    const word = longWord()
    const at = 2 + Math.floor(random() * (word.length - 4))
    const query = word.slice(0, at) + pick([word.slice(at + 1), `${word[at + 1]}${word[at]}${word.slice(at + 2)}`])
    const known = words.some((list) =>
      list.some((one) => one === query || one.startsWith(query) || stem(one) === stem(query)),
    )
    return known ? typo() : { kind: 'typo', query, truth: byWord(word) }
  }
  const times = <T>(make: (at: number) => T): T[] => Array.from({ length: ofEach }, (_, at) => make(at))
  return [
    ...times(() => chinese('Han 1', 1, false)),
    ...times(() => chinese('Han 2', 2, false)),
    ...times((at) => chinese('Han 3+', 3 + (at % 6), false)),
    ...times((at) => chinese('Simplified', 2 + (at % 5), true)),
    ...times((): BenchQuery => {
      const query = longWord()
      return { kind: 'word', query, truth: byWord(query) }
    }),
    ...times(phrase),
    ...times(typo),
    ...misses.map((query): BenchQuery => ({ kind: 'miss', query, truth: new Set() })),
  ]
}

const stops = new Set(['between', 'because', 'through', 'whether'])

function stem(word: string): string {
  return lunr.stemmer(new lunr.Token(word, {})).toString()
}
