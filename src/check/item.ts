import { byLang, langs, otherLang, type ByLang, type Lang } from '../corpus/lang.ts'
import type { Run } from '../corpus/run.ts'
import { allMarks, type TermMark } from '../corpus/term.ts'
import { fold } from '../text/fold.ts'
import type { Lexicon } from '../text/lexicon.ts'
import type { BeadView, Draft } from './beads.ts'
import { WordLinks } from './words.ts'

/**
 * Items that a list lacks, found by their neighbours: seaweed in “squid, seaweed and garlic” for 魷魚和大蒜.
 *
 * Both sides are cut at the signs that part items, and pieces are linked by dictionary and terms. An item is lacking when
 * the piece before it and the one behind it stand on the other side with one sign between them and nothing else, the
 * dictionary knows the item, and nothing in the other side's bead could be a translation of it. This holds for lists of
 * any length, wherever they begin and end; where the order differs nothing is said.
 */
export function itemDrafts(beads: readonly BeadView[], lexicon: Lexicon): Draft[] {
  const links = new WordLinks(lexicon)
  return beads.flatMap((bead) => {
    if (bead.at.en === null || bead.at['zh-Hant'] === null) return []
    const lists = byLang((lang) => listsOf(bead, lang, links))
    if (langs.every((lang) => !lists[lang].some((list) => list.length >= leastItems))) return []
    return langs.flatMap((lang) => lacking(bead, lang, lists, links))
  })
}

/** The item and its two neighbours. */
const leastItems = 3

/** A piece between two signs; runs count in the side's text. */
type Piece = {
  readonly at: Run
  readonly text: string
  /** Its words nearest to the sign before it, and to the sign behind it: a list's ends run on into their clause. */
  readonly head: string
  readonly tail: string
  readonly terms: ReadonlySet<string>
  /** A comma or 、 stands before it, and no `and`. */
  readonly isListed: boolean
}

function lacking(bead: BeadView, lang: Lang, lists: ByLang<readonly Piece[][]>, links: WordLinks): Draft[] {
  const other = otherLang(lang)
  const whole = fold(bead.texts[other])
  const held = new Set<string>(allMarks(bead.marks[other]).map(({ term }) => term))
  const may = ({ text }: Piece): boolean =>
    lang === 'en' ? links.mayTranslate(text, whole) : links.mayTranslate(whole, fold(text))
  const knows = ({ text, terms }: Piece): boolean =>
    terms.size > 0 || (lang === 'en' ? links.knowsEnglish(text) : links.knowsChinese(fold(text)))
  const same = (one: Piece, two: Piece, end: 'head' | 'tail'): boolean =>
    [...one.terms].some((term) => two.terms.has(term)) ||
    (lang === 'en' ? links.translates(one[end], two[end]) : links.translates(two[end], one[end]))
  return lists[lang].flatMap((list) =>
    list.slice(1, -1).flatMap((piece, before): Draft[] => {
      const [last, next] = [list[before], list[before + 2]]
      if (last === undefined || next === undefined || !piece.isListed || !isItem(piece, lang) || !knows(piece))
        return []
      if ([...piece.terms].some((term) => held.has(term)) || may(piece)) return []
      // Where its neighbours stand on the other side, in each list: they must touch wherever they do.
      const places = lists[other].flatMap((there) => {
        const from = there.findIndex((one) => same(last, one, 'tail'))
        const to = there.findIndex((two, at) => at > from && same(next, two, 'head'))
        return from < 0 || to < 0 ? [] : [{ there, one: there[from], two: there[to], apart: to - from }]
      })
      const [place] = places
      if (place?.one === undefined || place.two === undefined || places.some(({ apart }) => apart > 1)) return []
      if (list.length <= place.there.length || holdsBoth(lang, piece.text + last.tail, place.one.tail)) return []
      if (holdsBoth(lang, piece.text + nearest(next.head), place.two.head)) return []
      const counts = { [lang]: list.length, [other]: place.there.length } as Record<Lang, number>
      const at = { from: place.one.at.from, to: place.two.at.to }
      return [
        {
          bead,
          what: { kind: 'list', counts, item: { lang, words: piece.text } },
          about: piece.text,
          places: [
            { lang, at: piece.at },
            { lang: other, at },
          ],
        },
      ]
    }),
  )
}

/** The word of an English piece that stands at the sign; Chinese has no spaces, and is taken whole. */
function nearest(text: string): string {
  return text.split(/\s+/u)[0] ?? text
}

/** 教職員工 for faculty and staff: the piece there is long enough for both. */
function holdsBoth(lang: Lang, both: string, there: string): boolean {
  return lang === 'en'
    ? there.length >= both.length * usualRatio && there.length > 3
    : there.length * usualRatio >= both.length && there.length > 12
}

/** Chinese characters for an English one. */
const usualRatio = 0.31

function isItem({ text }: Piece, lang: Lang): boolean {
  return lang === 'en'
    ? text.split(/\s+/u).length <= longestEnglish && !notItem.test(text) && !bodyName.test(text)
    : text.length <= longestChinese && !/\d/u.test(text)
}

/** A clause, an adverb, or a number, which is a quantity's business. */
const notItem = /\d|^\w+ly$|\b(?:which|that|who|as|if|whether|is|are|was|were|be|may|will|shall|not)\b/u

/** A body’s name of several words may hold a comma: Budget, Accounting and Statistics. */
const bodyName = /^(?:the )?\p{Lu}\p{Ll}+.* \p{Lu}/u

const longestEnglish = 5
const longestChinese = 12

/** The pieces of each clause that signs of enumeration part. */
function listsOf(bead: BeadView, lang: Lang, links: WordLinks): Piece[][] {
  const text = bead.texts[lang]
  const start = bead.at[lang]?.from ?? 0
  const clause = lang === 'en' ? /[^.;:!?()]+(?:\.(?=\S)[^.;:!?()]*)*/gu : /[^，。；：！？（）()]+/gu
  return [...text.matchAll(clause)].map(({ 0: words, index }) =>
    cutsOf(words, lang, links, bead.marks[lang], start + index).flatMap(({ from, to, isListed }): Piece[] => {
      const piece = words.slice(from, to)
      const text = piece.trim()
      if (text === '') return []
      const lead = piece.length - piece.trimStart().length
      const at = { from: start + index + from + lead, to: start + index + from + lead + text.length }
      const marks = allMarks(bead.marks[lang]).filter((mark) => at.from <= mark.at.from && mark.at.to <= at.to)
      const terms = new Set<string>(marks.map(({ term }) => term))
      return [{ at, text, ...endsOf(text, lang), terms, isListed }]
    }),
  )
}

function endsOf(text: string, lang: Lang): Pick<Piece, 'head' | 'tail'> {
  if (lang === 'zh-Hant') return { head: fold(text.slice(0, mostSigns)), tail: fold(text.slice(-mostSigns)) }
  const words = text.split(/\s+/u)
  return words.length <= longestEnglish
    ? { head: text, tail: text }
    : { head: words.slice(0, mostWords).join(' '), tail: words.slice(-mostWords).join(' ') }
}

const mostSigns = 8
const mostWords = 2

type Cut = Run & Pick<Piece, 'isListed'>

/** Signs inside a word or a term part nothing: 和 of 和平, `and` of diagnosis and treatment. */
function cutsOf(words: string, lang: Lang, links: WordLinks, marks: readonly TermMark[], start: number): Cut[] {
  const sign = lang === 'en' ? /,?\s(?:and|or|as well as)\s|,\s/gu : /、|以及|[和及與与或且]/gu
  const cuts: Cut[] = []
  let from = 0
  let isListed = false
  for (const { 0: found, index } of words.matchAll(sign)) {
    if (lang === 'zh-Hant' && found !== '、' && isInWord(words, index, found.length, links)) continue
    if (marks.some(({ at }) => at.from < start + index && start + index < at.to)) continue
    cuts.push({ from, to: index, isListed })
    from = index + found.length
    isListed = found === '、' || found.trim() === ','
  }
  return [...cuts, { from, to: words.length, isListed }]
}

/** 和 of 和平, 及 of 普及. */
function isInWord(words: string, at: number, length: number, links: WordLinks): boolean {
  return (
    length === 1 &&
    (links.isWord(fold(words.slice(at, at + 2))) || (at > 0 && links.isWord(fold(words.slice(at - 1, at + 1)))))
  )
}
