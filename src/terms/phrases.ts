import type { Lexicon } from '../text/lexicon.ts'
import { fold } from '../text/fold.ts'
import { tokens } from '../text/tokens.ts'
import { baseForm } from './inflection.ts'

/**
 * Phrases of a text that may be terms: contiguous, within a clause, beginning and ending in a content word.
 *
 * English: one to six words, no verb form first. Chinese: one to five dictionary words of two to ten characters, with
 * the Latin word or number that may stand in front (3D打印).
 *
 * Shapes  in order of place; a phrase that stands twice is there twice. `place` is its middle, as a share of the text.
 */
export type Phrase = {
  /** What its inflected and converted forms share. */
  readonly key: string
  readonly text: string
  readonly place: number
  /** How many of its two ends are marks: 2 for an item of a list that is nothing but the phrase. */
  readonly edges: number
  /** Of such an item, its number in the run of items that it stands in, from 0; else -1. */
  readonly item: number
}

const longestEnglish = 6
const longestChinese = 10
const mostChineseWords = 5

export function englishPhrases(text: string): Phrase[] {
  return clauses(text, /[,;:.!?()[\]“”"—]+(?:\s*(?:and|or)(?=\s))?/gu).flatMap(({ from, words: clause, item }) => {
    const words = [...clause.matchAll(/[\p{L}\p{N}]+(?:[-'’][\p{L}\p{N}]+)*(?:\s\+)?/gu)]
    return words.flatMap((first, at): Phrase[] =>
      words.slice(at, at + longestEnglish).flatMap((last, more) => {
        const inner = words.slice(at, at + more + 1).map(([word]) => word.toLowerCase())
        if (
          !mayBegin(inner[0] ?? '') ||
          !mayEnd(inner.at(-1) ?? '') ||
          inner.slice(1, -1).some((word) => parting.has(word))
        )
          return []
        const end = last.index + last[0].length
        const phrase = clause.slice(first.index, end)
        if (!/\p{L}{2}/u.test(phrase)) return []
        return [
          {
            key: inner.map(baseForm).join(' '),
            text: phrase,
            place: (from + (first.index + end) / 2) / text.length,
            ...standing(clause, first.index, end, item),
          },
        ]
      }),
    )
  })
}

export function chinesePhrases(text: string, lexicon: Lexicon): Phrase[] {
  return clauses(text, /[，。；：！？、（）()【】《》“”「」『』\s]+|等(?![级級於于待候同式])/gu).flatMap(
    ({ from, words: clause, item }) => {
      const cuts = tokens(clause, lexicon).filter(({ kind }) => kind !== 'sign')
      return cuts.flatMap((first, at): Phrase[] =>
        cuts.slice(at, at + mostChineseWords).flatMap((last) => {
          const phrase = clause.slice(first.at.from, last.at.to) + (/^[+＋]/u.exec(clause.slice(last.at.to))?.[0] ?? '')
          if (phrase.length < 2 || phrase.length > longestChinese) return []
          if (
            emptyFirst.test(phrase) ||
            emptyLast.test(phrase) ||
            /[的了和與与及]/u.test(phrase) ||
            /^[\d.]+\p{sc=Han}?$/u.test(phrase)
          )
            return []
          return [
            {
              key: fold(phrase),
              text: phrase,
              place: (from + (first.at.from + last.at.to) / 2) / text.length,
              ...standing(clause, first.at.from, first.at.from + phrase.length, item),
            },
          ]
        }),
      )
    },
  )
}

type Clause = { readonly from: number; readonly words: string; readonly item: number }

/** The stretches between marks; short ones in a row are items of a list and are numbered. */
function clauses(text: string, marks: RegExp): Clause[] {
  const found: { from: number; words: string; item: number }[] = []
  let from = 0
  let run = 0
  for (const mark of [...text.matchAll(marks), { index: text.length, 0: '' }]) {
    const words = text.slice(from, mark.index)
    if (words.trim() !== '') {
      const isShort = words.length <= (/\p{sc=Han}/u.test(words) ? longestChinese : longestItem)
      found.push({ from, words, item: isShort ? run : -1 })
      run = isShort ? run + 1 : 0
    }
    from = mark.index + mark[0].length
  }
  // One or two short clauses are no list.
  return found.map((clause, at) => (runLengthAt(found, at) < leastItems ? { ...clause, item: -1 } : clause))
}

const leastItems = 3

function runLengthAt(clauses: readonly Clause[], at: number): number {
  const first = at - (clauses[at]?.item ?? 0)
  let end = at
  while ((clauses[end]?.item ?? -1) === end - first) end += 1
  return (clauses[at]?.item ?? -1) < 0 ? 0 : end - first
}

/** English characters of an item of a list. */
const longestItem = 45

function standing(clause: string, from: number, to: number, item: number): Pick<Phrase, 'edges' | 'item'> {
  const edges = (clause.slice(0, from).trim() === '' ? 1 : 0) + (clause.slice(to).trim() === '' ? 1 : 0)
  return { edges, item: edges === 2 ? item : -1 }
}

const list = (words: string): ReadonlySet<string> => new Set(words.split(' '))

/** Grammar, and words of so wide a use that no term begins or ends with them. */
const grammar = list(
  'a an the this that these those my our your his her its their we you he she it they who which what when where how i and or but nor so if as at by for from in into of off on onto out over per than to up via with without within through during after before about against between among under upon is are was were be been being am do does did has have had will would shall should can could may might must not no only also very more most less least such same other another each every any all some both etc recently especially then there here always',
)
const parting = list(
  'the a an is are was were be will shall which that who to in on at by for from with as has have such while when',
)
const verbs = list(
  'issue issued require requires guide guided improve put focus give given support strengthen strive promote promoting continue adhere make made build built construct based according become achieve affect people release released outline develop put take use used see say said include includes including provide provides apply applies',
)

function mayBegin(word: string): boolean {
  return (
    !grammar.has(word) &&
    !verbs.has(word) &&
    !/^\d+$/u.test(word) &&
    !(word.endsWith('ing') && word.length > 6 && !word.endsWith('imaging'))
  )
}

function mayEnd(word: string): boolean {
  return !grammar.has(word) && !verbs.has(word) && !/^\d+$/u.test(word)
}

/** Folded and not: function words, and verbs that a policy begins each clause with. */
const emptyFirst =
  /^(?:[的了和與与及或以在對对為为將将於于并並是有不各從从由向被把等該该其此這这所而但也又至到使令让讓請请更最]|加[強强]|推[動动]|推[廣广]|[堅坚]持|要求|通[過过]|提出|[開开]展|根[據据]|重[點点]支持|支持|[圍围][繞绕]|具[備备]|[爭争]取|包括|[進进]行|[實实][現现]|[發发]布|[充充]分|[積积][極极])/u
const emptyLast =
  /(?:[的了和與与及或以在對对為为將将於于并並是有不各從从由向被把等該该其此這这所而但也又至到者之]|[進进]行|[給给]予|通[過过])$/u
