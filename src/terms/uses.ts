import { spanOf } from '../corpus/bead-text.ts'
import { byLang, langs, type ByLang, type Lang } from '../corpus/lang.ts'
import type { Corpus, SentenceBead } from '../corpus/notice.ts'
import { sliceRun, type Run } from '../corpus/run.ts'
import { allMarks, type TermEntry } from '../corpus/term.ts'
import type { NoticeUse, TermUse, UseLine, UseNode } from '../corpus/term-use.ts'

/**
 * Where each entry of a collection stands in its notices, bead by bead, as a concordance in both languages.
 *
 * Shapes  a use for each entry, in the order of the entries; notices in the order given. Lines end at `mostLines` of an
 *         entry in all, and what is left is counted.
 * Time    linear in the marks of the notices.
 */
export function termUses(
  corpora: readonly Corpus[],
  entries: readonly TermEntry[],
  { mostLines = 200 }: { readonly mostLines?: number } = {},
): TermUse[] {
  const inner = innerTerms(corpora)
  const byId = new Map<string, TermEntry>(entries.map((entry) => [entry.id, entry]))
  const found = corpora.map((corpus) => ({ corpus, beads: beadsByTerm(corpus) }))
  return entries.map((entry) => {
    let left = mostLines
    const notices = found.flatMap(({ corpus, beads }): NoticeUse[] => {
      const uses = beads.get(entry.id)
      if (uses === undefined) return []
      const shown = uses.slice(0, left)
      left -= shown.length
      return [
        {
          notice: corpus.id,
          counts: byLang((lang) => uses.reduce((sum, { places }) => sum + places[lang].length, 0)),
          lines: shown.map((use) => lineOf(corpus, use)),
          more: uses.length - shown.length,
        },
      ]
    })
    return {
      entry,
      counts: byLang((lang) => notices.reduce((sum, { counts }) => sum + counts[lang], 0)),
      notices,
      inner: [...(inner.get(entry.id) ?? [])].flatMap((id) => byId.get(id) ?? []),
    }
  })
}

function innerTerms(corpora: readonly Corpus[]): Map<string, Set<string>> {
  const inner = new Map<string, Set<string>>()
  for (const { sides } of corpora)
    for (const mark of langs.flatMap((lang) => allMarks(sides[lang].marks)))
      for (const held of mark.inner ?? []) {
        const known = inner.get(mark.term) ?? new Set()
        inner.set(mark.term, known.add(held.term))
      }
  return inner
}

type BeadUse = { readonly row: UseLine['row']; readonly bead: SentenceBead; readonly places: ByLang<Run[]> }

/** The sentence beads in which each term stands, in reading order. */
function beadsByTerm({ rows, sides }: Corpus): Map<string, BeadUse[]> {
  const beads = rows.flatMap((row) => row.beads.map((bead) => ({ row: row.id, bead })))
  const here = beads.map(() => new Map<string, ByLang<Run[]>>())
  for (const lang of langs) {
    const beadOf = new Map<number, number>()
    beads.forEach(({ bead }, index) => {
      for (let at = bead[lang].from; at < bead[lang].to; at += 1) beadOf.set(at, index)
    })
    const { marks, sentences } = sides[lang]
    let sentence = 0
    for (const mark of marks) {
      while (sentence < sentences.length && (sentences[sentence]?.to ?? 0) <= mark.at.from) sentence += 1
      const bead = here[beadOf.get(sentence) ?? -1]
      if (bead === undefined) continue
      for (const { term, at } of allMarks([mark])) {
        const places = bead.get(term) ?? { en: [], 'zh-Hant': [] }
        places[lang].push(at)
        bead.set(term, places)
      }
    }
  }
  const byTerm = new Map<string, BeadUse[]>()
  here.forEach((terms, index) => {
    const bead = beads[index]
    if (bead === undefined) return
    for (const [term, places] of terms) {
      const uses = byTerm.get(term)
      if (uses === undefined) byTerm.set(term, [{ ...bead, places }])
      else uses.push({ ...bead, places })
    }
  })
  return byTerm
}

function lineOf({ sides }: Corpus, { row, bead, places }: BeadUse): UseLine {
  return {
    row,
    sentence: bead.id,
    sides: byLang((lang) => {
      const { text, paragraphs } = sides[lang]
      const span = spanOf(sides[lang], bead[lang])
      const instead = span === null || places[lang].length > 0 ? '' : beginning(spaced(sliceRun(text, span)), lang)
      const inParagraph = (at: Run): Run =>
        paragraphs.find((paragraph) => paragraph.at.from <= at.from && at.to <= paragraph.at.to)?.at ?? at
      return { nodes: places[lang].map((at) => nodeOf(text, at, inParagraph(at), lang)), instead }
    }),
  }
}

/** How much context stands on each side, in UTF-16 units: about as much as one line holds beside its counterpart. */
const contexts: Readonly<Record<Lang, number>> = { en: 48, 'zh-Hant': 20 }

function nodeOf(text: string, at: Run, within: Run, lang: Lang): UseNode {
  const width = contexts[lang]
  const left = text.slice(Math.max(within.from, at.from - width), at.from)
  const right = text.slice(at.to, Math.min(within.to, at.to + width))
  return {
    left: spaced(at.from - width > within.from ? fromWord(left, lang) : left),
    node: spaced(sliceRun(text, at)),
    right: spaced(at.to + width < within.to ? toWord(right, lang) : right),
  }
}

function beginning(text: string, lang: Lang): string {
  const width = contexts[lang] * 2
  return text.length <= width ? text : `${toWord(text.slice(0, width), lang)}…`
}

/** No English word and no character is cut in two. */
function fromWord(text: string, lang: Lang): string {
  return (lang === 'en' ? text.replace(/^\S+(?=\s)/u, '') : text).replace(/^[\udc00-\udfff]/, '')
}

function toWord(text: string, lang: Lang): string {
  return (lang === 'en' ? text.replace(/(?<=\s)\S+$/u, '') : text).replace(/[\ud800-\udbff]$/, '')
}

function spaced(text: string): string {
  return text.replace(/\s+/gu, ' ')
}
