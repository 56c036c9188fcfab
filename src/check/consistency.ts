import { langs, otherLang, type Lang } from '../corpus/lang.ts'
import type { Corpus } from '../corpus/notice.ts'
import { allMarks, type Term, type TermEntry, type TermMark } from '../corpus/term.ts'
import { fold } from '../text/fold.ts'
import { numerals } from '../text/numerals.ts'
import type { BeadView, Draft } from './beads.ts'

/**
 * One concept in two words on one side of a notice, where the other side keeps to one: `development thinking` here and
 * `development ideas` there for 發展思路.
 *
 * An abbreviation beside its full form is good style and no finding; nor are forms of one word (biomedicine,
 * biomedical), of one number (14th, Fourteenth), or a shorter way to say the same (WHO, the WHO).
 */
export function consistencyDrafts(corpus: Corpus, beads: readonly BeadView[]): Draft[] {
  return corpus.terms.flatMap((entry) => langs.flatMap((lang) => draftsOf(entry, lang, beads)))
}

type Use = { readonly bead: BeadView; readonly mark: TermMark; readonly term: Term }

function draftsOf(entry: TermEntry, lang: Lang, beads: readonly BeadView[]): Draft[] {
  const other = otherLang(lang)
  const uses = usesOf(entry, lang, beads).filter(({ bead }) =>
    allMarks(bead.marks[other]).some((m) => m.term === entry.id),
  )
  const kinds = kindsOf(uses, lang)
  if (kinds.length < 2 || kindsOf(usesOf(entry, other, beads), other).length > 1) return []
  const [first, second] = kinds
  const [use] = second ?? []
  const [usual] = first ?? []
  if (use === undefined || usual === undefined) return []
  const words = kinds.flatMap(([one]) => (one === undefined ? [] : [one.term.text]))
  const places = [use, usual, ...kinds.slice(2).flatMap(([one]) => one ?? [])].map(({ mark }) => ({
    lang,
    at: mark.at,
  }))
  return [
    { bead: use.bead, what: { kind: 'two-words', lang, term: entry.id, words }, about: `${lang}/${entry.id}`, places },
  ]
}

function usesOf(entry: TermEntry, lang: Lang, beads: readonly BeadView[]): Use[] {
  return beads.flatMap((bead) =>
    allMarks(bead.marks[lang]).flatMap((mark) => {
      const term = entry.terms[lang][mark.form ?? 0]
      if (mark.term !== entry.id || term === undefined) return []
      return term.abbreviation === true || term.status === 'deprecated' ? [] : [{ bead, mark, term }]
    }),
  )
}

/** The uses by word, the most used word first. */
function kindsOf(uses: readonly Use[], lang: Lang): Use[][] {
  const kinds: Use[][] = []
  for (const use of uses) {
    const known = kinds.find(([one]) => one !== undefined && isOneWord(one.term.text, use.term.text, lang))
    if (known === undefined) kinds.push([use])
    else known.push(use)
  }
  return kinds.sort((a, b) => b.length - a.length)
}

function isOneWord(one: string, other: string, lang: Lang): boolean {
  if (lang !== 'en') return isWithin(fold(one), fold(other)) || isWithin(fold(other), fold(one))
  const [a, b] = [familiesOf(one), familiesOf(other)]
  return a.length === b.length && a.every((word, at) => word === b[at])
}

/** Letters that the forms of an English word have in common. */
const familyLetters = 5

/** The words by their beginnings, in no order, grammar words left out; numbers by their value. */
function familiesOf(text: string): string[] {
  const numbers = numerals(text)
  const rest = [...text].map((sign, at) => (numbers.some((n) => n.at.from <= at && at < n.at.to) ? ' ' : sign)).join('')
  const words = (fold(rest).match(/[a-z]+/gu) ?? []).filter((word) => !['of', 'the', 'and', 'for', 'in'].includes(word))
  return [...numbers.map(({ value }) => `#${value}`), ...words.map((word) => word.slice(0, familyLetters))].sort()
}

/** Are the characters of `short` in `long`, in order? */
function isWithin(short: string, long: string): boolean {
  let at = 0
  for (const sign of long) if (sign === short[at]) at += 1
  return at === short.length
}
