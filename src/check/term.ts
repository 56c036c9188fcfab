import { langs, otherLang, type Lang } from '../corpus/lang.ts'
import type { Corpus } from '../corpus/notice.ts'
import { allMarks, type TermEntry, type TermMark } from '../corpus/term.ts'
import { fold } from '../text/fold.ts'
import { nearby, type BeadView, type Draft } from './beads.ts'

/**
 * Entries whose term stands on one side of a bead and not on the other, and terms that an entry deprecates.
 *
 * Only a mark that stands by itself asks for a counterpart; one inside a longer term is that term's business, though it
 * may answer. A counterpart may stand in a bead nearby. One lacking on each side are a swap and one finding.
 */
export function termDrafts(corpus: Corpus, beads: readonly BeadView[]): Draft[] {
  const entries = new Map(corpus.terms.map((entry) => [entry.id, entry]))
  return beads.flatMap((bead) => [...missing(beads, bead, entries), ...deprecated(bead, entries)])
}

type Lacking = { readonly mark: TermMark; readonly entry: TermEntry }

function missing(beads: readonly BeadView[], bead: BeadView, entries: ReadonlyMap<string, TermEntry>): Draft[] {
  const near = nearby(beads, bead)
  const lacking = (lang: Lang): Lacking[] => {
    const other = otherLang(lang)
    // A neighbour answers only with what its own side does not hold.
    const there = new Set(
      near.flatMap((view) => {
        const held = new Set(view === bead ? [] : allMarks(view.marks[lang]).map(({ term }) => term))
        return allMarks(view.marks[other]).flatMap(({ term }) => (held.has(term) ? [] : term))
      }),
    )
    const text = fold(bead.texts[other])
    const seen = new Set<string>()
    return bead.marks[lang].flatMap((mark) => {
      const entry = entries.get(mark.term)
      if (entry === undefined || there.has(mark.term) || seen.has(mark.term)) return []
      seen.add(mark.term)
      return entry.terms[other].some((term) => text.includes(fold(term.text))) ? [] : [{ mark, entry }]
    })
  }
  const [en, zh] = [lacking('en'), lacking('zh-Hant')]
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
