import type { Edit, EditKind, Proof } from '../../src/corpus/edit.ts'
import {
  parseNoticeId,
  parseRowId,
  parseSentenceId,
  parseTermId,
  rowId,
  sentenceId,
  type RowId,
  type SentenceId,
} from '../../src/corpus/ids.ts'
import { byLang, type ByLang, type Lang } from '../../src/corpus/lang.ts'
import type { Manifest } from '../../src/corpus/manifest.ts'
import type { BlockKind, Corpus, Paragraph, Row, Side } from '../../src/corpus/notice.ts'
import { corpusFile } from '../../src/corpus/site.ts'
import { versions } from '../../src/corpus/version.ts'

/**
 * Tiny builders of corpora from sentences, so that a test says only what it is about.
 *
 * A row is its paragraphs on each side, a paragraph its sentences. Sentence beads are `1-1` in order unless given.
 */
export type BlockSpec = readonly string[] | { readonly block: BlockKind; readonly sentences: readonly string[] }

export type RowSpec = {
  readonly en: readonly BlockSpec[]
  readonly zh: readonly BlockSpec[]
  /** Numbers of sentences of the row on each side, from 0. */
  readonly beads?: readonly BeadSpec[]
  readonly score?: number
  /** Where the row's Chinese paragraphs stand among all rows' when not in order: sorts like a row's index. */
  readonly zhPlace?: number
  readonly id?: number
}

export type BeadSpec = {
  readonly en: readonly [number, number]
  readonly zh: readonly [number, number]
  readonly score?: number
  readonly crossing?: true
}

export type SideSpec = {
  readonly dropped?: readonly { readonly text: string; readonly reason: string; readonly title?: true }[]
  /** Each stands at the first place of `around` in the text, `offset` units into it. */
  readonly edits?: readonly EditSpec[]
  readonly unresolved?: readonly {
    readonly was: string
    readonly why: string
    readonly candidates: readonly string[]
  }[]
  /** Every occurrence of a text is marked. */
  readonly marks?: readonly { readonly term: string; readonly text: string }[]
  readonly provenance?: Side['provenance']
}

export type EditSpec = {
  readonly kind: EditKind
  readonly around: string
  readonly offset?: number
  readonly was: string
  readonly is: string
  readonly proof?: Proof
}

export type CorpusSpec = {
  readonly id: string
  readonly titles?: ByLang<string>
  readonly editors?: readonly Lang[]
  readonly published?: string
  readonly rows: readonly RowSpec[]
  readonly sides?: Partial<ByLang<SideSpec>>
  readonly retired?: readonly { readonly id: string; readonly to: string | null; readonly after: string | null }[]
  readonly terms?: Corpus['terms']
}

export function corpusOf(spec: CorpusSpec): Corpus {
  const built = byLang((lang) => buildSide(lang, spec))
  return {
    ...versions.corpus,
    id: sure(parseNoticeId(spec.id), spec.id),
    titles: byLang((lang) => ({
      text: spec.titles?.[lang] ?? (lang === 'en' ? `Notice ${spec.id}` : `通知 ${spec.id}`),
      by: spec.editors?.includes(lang) ? 'editor' : 'source',
    })),
    ...(spec.published === undefined ? {} : { published: spec.published }),
    sides: byLang((lang) => built[lang].side),
    rows: spec.rows.map((row, index) => buildRow(row, index, built)),
    retired: (spec.retired ?? []).map(({ id, to, after }) => ({
      id: anyId(id),
      to: to === null ? null : anyId(to),
      after: after === null ? null : sure(parseRowId(after), after),
    })),
    terms: spec.terms ?? [],
  }
}

export function manifestOf(corpora: readonly Corpus[], title?: ByLang<string>): Manifest {
  return {
    ...versions.manifest,
    title: title ?? { en: 'Health notices', 'zh-Hant': '衛生通知' },
    notices: corpora.map((corpus) => ({
      id: corpus.id,
      titles: corpus.titles,
      ...(corpus.published === undefined ? {} : { published: corpus.published }),
      corpus: { href: corpusFile(corpus.id), bytes: JSON.stringify(corpus).length, sha256: '0'.repeat(64) },
      rows: corpus.rows.length,
      characters: byLang((lang) => Array.from(corpus.sides[lang].text).length),
      unresolved: corpus.sides.en.unresolved.length + corpus.sides['zh-Hant'].unresolved.length,
    })),
  }
}

type BuiltSide = { readonly side: Side; readonly rows: readonly RowPlace[] }

/** Where a row's paragraphs and sentences begin on a side, and how many there are. */
type RowPlace = {
  readonly paragraph: number
  readonly paragraphs: number
  readonly sentence: number
  readonly sentences: number
}

function buildSide(lang: Lang, spec: CorpusSpec): BuiltSide {
  const given = spec.sides?.[lang] ?? {}
  let text = ''
  const dropped = (given.dropped ?? []).map(({ text: words, ...rest }) => {
    const from = text.length
    text += `${words}\n`
    return { at: { from, to: from + words.length }, ...rest }
  })
  const paragraphs: Paragraph[] = []
  const sentences: { from: number; to: number }[] = []
  const places = new Map<number, RowPlace>()
  const order = spec.rows
    .map((row, index) => ({ row, index, place: lang === 'en' ? index : (row.zhPlace ?? index) }))
    .sort((a, b) => a.place - b.place)
  for (const { row, index } of order) {
    const blocks = lang === 'en' ? row.en : row.zh
    const first = sentences.length
    places.set(index, {
      paragraph: paragraphs.length,
      paragraphs: blocks.length,
      sentence: first,
      sentences: blocks.reduce((sum, block) => sum + sentencesOf(block).length, 0),
    })
    for (const block of blocks) {
      const from = text.length
      const fromSentence = sentences.length
      sentencesOf(block).forEach((sentence, at) => {
        if (at > 0 && lang === 'en') text += ' '
        sentences.push({ from: text.length, to: text.length + sentence.length })
        text += sentence
      })
      const kind: BlockKind = 'block' in block ? block.block : { kind: 'paragraph' }
      paragraphs.push({
        ...kind,
        at: { from, to: text.length },
        sentences: { from: fromSentence, to: sentences.length },
      })
      text += '\n'
    }
  }
  const side: Side = {
    lang,
    provenance: given.provenance ?? {},
    file: lang === 'en' ? 'en.txt' : 'zh-Hant.txt',
    format: 'plain',
    encoding: 'utf-8',
    sha256: '0'.repeat(64),
    text,
    edits: buildEdits(text, given.edits ?? []),
    unresolved: (given.unresolved ?? []).map((one) => ({ at: found(text, one.was), ...one })),
    dropped,
    paragraphs,
    sentences,
    marks: (given.marks ?? [])
      .flatMap(({ term, text: words }) =>
        [...text.matchAll(new RegExp(words, 'g'))].map(({ index }) => ({
          term: sure(parseTermId(term), term),
          at: { from: index, to: index + words.length },
        })),
      )
      .sort((a, b) => a.at.from - b.at.from),
  }
  return { side, rows: spec.rows.map((_, index) => sure(places.get(index) ?? null, String(index))) }
}

function sentencesOf(block: BlockSpec): readonly string[] {
  return 'block' in block ? block.sentences : block
}

/** Places in the text as it is become places in the text as it was. */
function buildEdits(text: string, specs: readonly EditSpec[]): Edit[] {
  let shift = 0
  return specs
    .map((spec) => ({ ...spec, at: found(text, spec.around).from + (spec.offset ?? 0) }))
    .sort((a, b) => a.at - b.at)
    .map(({ kind, at, was, is, proof }) => {
      if (text.slice(at, at + is.length) !== is) throw new Error(`edit: "${is}" does not stand at ${at}`)
      const from = at + shift
      shift += was.length - is.length
      return { kind, at: { from, to: from + was.length }, was, is, ...(proof === undefined ? {} : { proof }) }
    })
}

function buildRow(spec: RowSpec, index: number, built: ByLang<BuiltSide>): Row {
  const places = byLang((lang) => sure(built[lang].rows[index] ?? null, String(index)))
  const id = rowId(spec.id ?? index + 1)
  const { en, 'zh-Hant': zh } = places
  const counts = Math.max(en.sentences, zh.sentences)
  const beads =
    spec.beads ??
    Array.from({ length: counts }, (_, at): BeadSpec => ({
      en: clipped(at, en.sentences),
      zh: clipped(at, zh.sentences),
    }))
  const crossing = spec.zhPlace !== undefined
  return {
    id,
    en: { from: en.paragraph, to: en.paragraph + en.paragraphs },
    'zh-Hant': { from: zh.paragraph, to: zh.paragraph + zh.paragraphs },
    score: spec.score ?? 0.9,
    ...(crossing ? { crossing } : {}),
    beads: beads.map((bead, at) => ({
      id: sentenceId(id, at + 1),
      en: { from: en.sentence + bead.en[0], to: en.sentence + bead.en[1] },
      'zh-Hant': { from: zh.sentence + bead.zh[0], to: zh.sentence + bead.zh[1] },
      score: bead.score ?? 0.9,
      ...(bead.crossing ? { crossing: true } : {}),
    })),
  }
}

function clipped(at: number, count: number): readonly [number, number] {
  return [Math.min(at, count), Math.min(at + 1, count)]
}

function found(text: string, words: string): { from: number; to: number } {
  const from = text.indexOf(words)
  if (from < 0) throw new Error(`"${words}" does not stand in the text`)
  return { from, to: from + words.length }
}

function anyId(text: string): RowId | SentenceId {
  return sure(parseRowId(text) ?? parseSentenceId(text), text)
}

function sure<T>(value: T | null, what: string): T {
  if (value === null) throw new Error(`no such thing: ${what}`)
  return value
}
