import { byLang, langs, otherLang, type ByLang, type Lang } from '../corpus/lang.ts'
import type { Corpus } from '../corpus/notice.ts'
import { allMarks, type Term, type TermEntry, type TermMark } from '../corpus/term.ts'
import { fold } from '../text/fold.ts'
import { stem } from '../text/stem.ts'
import { nearby, type BeadView, type Draft } from './beads.ts'

/**
 * Entries whose term stands on one side of a bead and not on the other, and terms that an entry deprecates.
 *
 * Only a mark that stands by itself asks for a counterpart; one inside a longer term is that term's business, though it
 * may answer. A counterpart may stand in a bead nearby. One lacking on each side are a swap and one finding.
 */
export function termDrafts(corpus: Corpus, beads: readonly BeadView[]): Draft[] {
  const entries = new Map(corpus.terms.map((entry) => [entry.id, entry]))
  const lacking = new Map(beads.map((bead) => [bead, byLang((lang) => lackingOf(beads, bead, lang, entries))]))
  const isFree = freeTerms(beads, lacking)
  return beads.flatMap((bead) => {
    const found = lacking.get(bead)
    const kept = byLang((lang) => (found?.[lang] ?? []).filter(({ entry }) => !isFree(entry.id, lang)))
    return [...draftsOf(bead, kept), ...deprecated(bead, entries)]
  })
}

type Lacking = { readonly mark: TermMark; readonly entry: TermEntry }

/** The terms of one side of a bead that nothing on the other side, or in a bead nearby, answers. */
function lackingOf(
  beads: readonly BeadView[],
  bead: BeadView,
  lang: Lang,
  entries: ReadonlyMap<string, TermEntry>,
): Lacking[] {
  const other = otherLang(lang)
  // A neighbour answers only with what its own side does not hold.
  const there = new Set(
    nearby(beads, bead).flatMap((view) => {
      const held = new Set(view === bead ? [] : allMarks(view.marks[lang]).map(({ term }) => term))
      // A term inside a longer one is that one's business there, and no answer here.
      const marks = view === bead ? allMarks(view.marks[other]) : view.marks[other]
      return marks.flatMap(({ term }) => (held.has(term) ? [] : term))
    }),
  )
  const text = fold(bead.texts[other])
  const seen = new Set<string>()
  return bead.marks[lang].flatMap((mark) => {
    const entry = entries.get(mark.term)
    if (entry === undefined || there.has(mark.term) || seen.has(mark.term)) return []
    seen.add(mark.term)
    const isThere = entry.terms[other].some(
      (term) => text.includes(fold(term.text)) || isToldShorter(bead, other, term),
    )
    return isThere ? [] : [{ mark, entry }]
  })
}

/**
 * Terms that this notice itself renders freely: left out, or told otherwise, in two beads and in a fourth of those that
 * have it. What is the text's custom is no slip.
 */
function freeTerms(
  beads: readonly BeadView[],
  lacking: ReadonlyMap<BeadView, ByLang<readonly Lacking[]>>,
): (term: string, lang: Lang) => boolean {
  const count = (lists: readonly (readonly string[])[]): Map<string, number> => {
    const counts = new Map<string, number>()
    for (const list of lists) for (const term of new Set(list)) counts.set(term, (counts.get(term) ?? 0) + 1)
    return counts
  }
  const whole = beads.filter(({ at }) => langs.every((lang) => at[lang] !== null))
  const uses = byLang((lang) => count(whole.map((bead) => bead.marks[lang].map(({ term }) => term))))
  const free = byLang((lang) =>
    count(whole.map((bead) => (lacking.get(bead)?.[lang] ?? []).map(({ entry }) => entry.id))),
  )
  return (term, lang) => {
    const times = free[lang].get(term) ?? 0
    return times >= leastFree && times >= freeShare * (uses[lang].get(term) ?? 0)
  }
}

const leastFree = 2
const freeShare = 0.25

/** Its last word, which says what it is, standing by itself: `islands` for outer islands, 中心 for 服務中心. */
function isToldShorter(bead: BeadView, lang: Lang, { text }: Term): boolean {
  const start = bead.at[lang]?.from ?? 0
  const isFree = (from: number, to: number): boolean =>
    !bead.marks[lang].some(({ at }) => at.from < start + to && start + from < at.to)
  if (lang === 'en') {
    const words = text.toLowerCase().match(/[a-z]+/gu) ?? []
    const head = words.at(-1)
    if (head === undefined || words.length < 2) return false
    return [...bead.texts.en.toLowerCase().matchAll(/[a-z]+/gu)].some(
      ({ 0: word, index }) => stem(word) === stem(head) && isFree(index, index + word.length),
    )
  }
  const signs = [...text]
  if (signs.length < leastSigns) return false
  const head = signs.slice(-2).join('')
  const at = bead.texts[lang].indexOf(head)
  return at >= 0 && isFree(at, at + head.length)
}

/** Chinese terms of fewer characters have no shorter form that still says what they are. */
const leastSigns = 4

function draftsOf(bead: BeadView, { en, 'zh-Hant': zh }: ByLang<readonly Lacking[]>): Draft[] {
  const [one] = en
  const [other] = zh
  // One of each, and nothing else: the one is where the other should be.
  if (one !== undefined && other !== undefined && en.length === 1 && zh.length === 1)
    return [draftOf(bead, 'en', one, other)]
  return [
    ...en.map((found) => draftOf(bead, 'en', found, null)),
    ...zh.map((found) => draftOf(bead, 'zh-Hant', found, null)),
  ]
}

function draftOf(bead: BeadView, lang: Lang, { mark, entry }: Lacking, instead: Lacking | null): Draft {
  const other = otherLang(lang)
  return {
    bead,
    what: {
      kind: 'term',
      lang,
      term: entry.id,
      words: wordsOf(bead, lang, mark),
      expected: wanted(entry, other),
      instead: instead === null ? null : wordsOf(bead, other, instead.mark),
    },
    about: instead === null ? `${lang}/${entry.id}` : `${entry.id}/${instead.entry.id}`,
    places: [{ lang, at: mark.at }, ...(instead === null ? [] : [{ lang: other, at: instead.mark.at }])],
  }
}

function deprecated(bead: BeadView, entries: ReadonlyMap<string, TermEntry>): Draft[] {
  return langs.flatMap((lang) =>
    allMarks(bead.marks[lang]).flatMap((mark): Draft[] => {
      const entry = entries.get(mark.term)
      if (entry?.terms[lang][mark.form ?? 0]?.status !== 'deprecated') return []
      const words = wordsOf(bead, lang, mark)
      const what = { kind: 'deprecated-term' as const, lang, term: entry.id, words, expected: wanted(entry, lang) }
      return [{ bead, what, about: words, places: [{ lang, at: mark.at }] }]
    }),
  )
}

function wanted(entry: TermEntry, lang: Lang): string[] {
  return entry.terms[lang].filter(({ status }) => status !== 'deprecated').map(({ text }) => text)
}

function wordsOf({ texts, at }: BeadView, lang: Lang, mark: TermMark): string {
  const start = at[lang]?.from ?? 0
  return texts[lang].slice(mark.at.from - start, mark.at.to - start)
}
