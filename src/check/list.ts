import type { Lang } from '../corpus/lang.ts'
import type { Run } from '../corpus/run.ts'
import type { BeadView, Draft } from './beads.ts'

/**
 * Enumerations that do not count the same: fourteen departments here, thirteen there.
 *
 * A Chinese list parts its items by 、 and is easily counted. An English one shares its comma with clauses; only a run
 * of short pieces without a preposition is read as items, and a list whose end is not clear is not counted at all.
 * Two lists are compared only when each is the one long list of its side of the bead.
 */
export function listDrafts(beads: readonly BeadView[]): Draft[] {
  return beads.flatMap((bead): Draft[] => {
    const { en: english, 'zh-Hant': chinese } = bead.at
    if (english === null || chinese === null) return []
    const found = [englishLists(bead.texts.en), chineseLists(bead.texts['zh-Hant'])] as const
    const [one, other] = found.map((lists) => longList(lists))
    if (one === undefined || other === undefined || one === null || other === null) return []
    if (Math.max(one.items, other.items) < leastShort) return []
    // Four here and three there is a lack; four and two is another way to tell it.
    const isShort = Math.min(one.items, other.items) < leastItems - 1 || Math.max(one.items, other.items) < leastItems
    if (isShort && Math.abs(one.items - other.items) !== 1) return []
    if (one.items >= other.items && one.items <= other.items + other.joined) return []
    // 等 says that there are more; what the other side adds may be they.
    if (other.isOpen && !one.isOpen && other.items < one.items) return []
    // Half the items on one side is another list, or one told otherwise.
    if (Math.min(one.items, other.items) * 2 < Math.max(one.items, other.items)) return []
    const counts = { en: one.items, 'zh-Hant': other.items }
    const moved = (lang: Lang, { from, to }: Run, start: number) => ({
      lang,
      at: { from: from + start, to: to + start },
    })
    const places = [moved('en', one.at, english.from), moved('zh-Hant', other.at, chinese.from)]
    return [{ bead, what: { kind: 'list', counts }, about: `${one.items}/${other.items}`, places }]
  })
}

/** Shorter enumerations are told in more ways, and must differ by one only; the shortest are not compared. */
const leastItems = 5
const leastShort = 4
const leastFound = 3

/** The one long list of a side, or its one list when it has no long one. */
function longList(lists: readonly List[]): List | null {
  const long = lists.filter(({ items }) => items >= leastItems - 1)
  const [only, ...others] = long.length > 0 ? long : lists
  return only === undefined || others.length > 0 ? null : only
}

type List = {
  readonly at: Run
  readonly items: number
  /** Items that may be more, where the last one holds an `and`. */
  readonly joined: number
  /** It says of itself that it is not complete. */
  readonly isOpen: boolean
}

/** Items of up to this many characters, between 、; the last may follow 和 or 及. */
const longestChineseItem = 12

function chineseLists(text: string): List[] {
  const lists: List[] = []
  for (const match of text.matchAll(/[^，。；：！？、（）()]+(?:、[^，。；：！？、（）()]+)+/gu)) {
    const items = match[0].split('、')
    if (items.slice(1, -1).some((item) => item.length > longestChineseItem)) continue
    // 和 inside a middle item makes the count doubtful.
    if (items.slice(1, -1).some((item) => /[和及與与或]/u.test(item))) continue
    // The last item runs on into the clause; 和 near its beginning may join one more.
    const [last = ''] = (items.at(-1) ?? '').split('等')
    const plain = last.replaceAll(/[A-Za-z0-9.-]+/gu, 'x')
    const joined = /[和及與与或]/u.test(plain.slice(0, longestChineseItem)) ? 1 : 0
    if (items.length >= leastFound)
      lists.push({
        at: { from: match.index, to: match.index + match[0].length },
        items: items.length,
        joined,
        isOpen: (items.at(-1) ?? '').includes('等'),
      })
  }
  return lists
}

const longestEnglishItem = 5

/** A piece that is an item and nothing else. */
function isItem(piece: string): boolean {
  const words = piece.trim().split(/\s+/u)
  return (
    words.length <= longestEnglishItem &&
    !/\b(?:in|on|at|by|for|with|from|to|as|that|which|who|is|are|was|were|will|shall|has|have|such|including|however|without|and|or)\b/iu.test(
      piece,
    )
  )
}

function englishLists(text: string): List[] {
  const pieces = [...text.matchAll(/[^,;:.!?()]+(?:\.(?=\S)[^,;:.!?()]*)*/gu)].map((match) => ({
    text: match[0],
    at: { from: match.index, to: match.index + match[0].length },
    comma: text[match.index + match[0].length] === ',',
  }))
  const lists: List[] = []
  for (let at = 1; at < pieces.length; at += 1) {
    if (pieces[at - 1]?.comma !== true || !isItem(pieces[at]?.text ?? '') || startsAnd(pieces[at]?.text)) continue
    let end = at
    while (pieces[end]?.comma === true && isItem(pieces[end]?.text ?? '') && !startsAnd(pieces[end]?.text)) end += 1
    const last = pieces[end]
    const middles = end - at
    const head = pieces[at - 1]
    if (head === undefined || last === undefined) break
    // Closed by `and X`, by `etc.`, or not clearly at all.
    const closing = /^\s*and (?:so (?:on|forth)|others?|more)\b/u.test(last.text)
      ? 0
      : startsAnd(last.text)
        ? 1
        : /^\s*etc/u.test(last.text)
          ? 0
          : null
    const goesOn = closing === 1 && last.comma && isItem(pieces[end + 1]?.text ?? 'is')
    // A comma before the head: the list may have begun earlier.
    const goesBack = pieces[at - 2]?.comma === true
    if (closing !== null && !goesOn && middles > 0 && !startsAnd(head.text) && !goesBack)
      lists.push({
        at: { from: head.at.from, to: last.at.to },
        items: 1 + middles + closing,
        joined: 0,
        isOpen: closing === 0 || /\b(?:such as|including|like)\b/u.test(head.text),
      })
    at = end
  }
  return lists.filter(({ items }) => items >= leastFound)
}

function startsAnd(piece: string | undefined): boolean {
  return /^\s*(?:and|or)\s/u.test(piece ?? '')
}
