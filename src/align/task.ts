import { byLang, type ByLang } from '../corpus/lang.ts'
import type { BlockKind } from '../corpus/notice.ts'
import type { Pin } from '../corpus/pins.ts'
import type { TermEntry } from '../corpus/term.ts'
import type { Lexicon } from '../text/lexicon.ts'
import { grammarWords } from '../text/senses.ts'
import { tokens } from '../text/tokens.ts'
import { encodeSide } from './encode.ts'
import { findPins, isNullRegion, pinRule, type FoundPins } from './pins.ts'
import type { PooledModel } from './pooled.ts'
import type { TermPair } from './prior.ts'
import type { Task } from './solve.ts'
import { blockTokens } from './structure.ts'

/** One side's paragraphs in reading order, each with its sentences. */
export type AlignSide = { readonly paragraphs: readonly (BlockKind & { readonly sentences: readonly string[] })[] }

export type AlignOptions = {
  /** The compiled dictionary (text/lexicon.ts). */
  readonly lexicon: Lexicon
  /** The collection's own terms, which stand above the dictionary. */
  readonly terms?: readonly TermEntry[]
  readonly pins?: readonly Pin[]
  readonly pooled?: PooledModel
  /** With `pooled`: learn nothing from this text, so that no part of it moves another. */
  readonly frozen?: boolean
}

/** What the search works on, and the way back to paragraphs. */
export type Prepared = { readonly task: Task; readonly flat: ByLang<Flat>; readonly pins: FoundPins }

/** A side's sentences in one list. */
export type Flat = {
  readonly sentences: readonly string[]
  /** What each sentence's place says, as types. */
  readonly marks: readonly (readonly string[])[]
  /** 1 where the boundary before this sentence ends a paragraph; one more entry than sentences. */
  readonly ends: Uint8Array
  /** The paragraph that begins at such a boundary. */
  readonly paragraphAt: Int32Array
  /** The first sentence of each paragraph, and the count of sentences behind the last. */
  readonly starts: readonly number[]
}

export function flatten({ paragraphs }: AlignSide): Flat {
  const sentences = paragraphs.flatMap((paragraph) => paragraph.sentences)
  const marks: (readonly string[])[] = sentences.map(() => [])
  const ends = new Uint8Array(sentences.length + 1)
  const paragraphAt = new Int32Array(sentences.length + 1)
  const starts: number[] = []
  let at = 0
  for (const [index, paragraph] of paragraphs.entries()) {
    if (paragraph.sentences.length === 0) throw new RangeError(`alignNotice: paragraph ${index} has no sentences`)
    ends[at] = 1
    paragraphAt[at] = index
    starts.push(at)
    marks[at] = blockTokens(paragraph)
    at += paragraph.sentences.length
  }
  ends[at] = 1
  paragraphAt[at] = paragraphs.length
  starts.push(at)
  return { sentences, marks, ends, paragraphAt, starts }
}

/** `hasParagraphs`: paragraphs are evidence; a plain list of segments is one paragraph each way and has none. */
export function prepare(flat: ByLang<Flat>, options: AlignOptions, hasParagraphs: boolean): Prepared {
  if (options.frozen === true && options.pooled === undefined)
    throw new TypeError('align: frozen parameters come from a pooled model, and none was given')
  const encoded = byLang((lang) =>
    encodeSide(flat[lang].sentences, options.lexicon, (sentence) => flat[lang].marks[sentence] ?? []),
  )
  const pins = findPins(options.pins ?? [], {
    sentence: byLang((lang) => ({ texts: flat[lang].sentences, starts: (segment) => segment })),
    paragraph: byLang((lang) => ({
      texts: flat[lang].starts
        .slice(0, -1)
        .map((from, at) => flat[lang].sentences.slice(from, flat[lang].starts[at + 1]).join(' ')),
      starts: (segment) => flat[lang].starts[segment] ?? 0,
    })),
  })
  const allows = pinRule(pins)
  const rowSplits = hasParagraphs ? pins.splits.filter(({ level }) => level === 'paragraph') : []
  const rowNulls = hasParagraphs ? pins.regions.filter(({ level }) => level === 'paragraph').filter(isNullRegion) : []
  const task: Task = {
    left: encoded.en,
    right: encoded['zh-Hant'],
    lexicon: options.lexicon,
    terms: termPairs(options.terms ?? [], options.lexicon),
    ...(hasParagraphs ? { ends: { left: flat.en.ends, right: flat['zh-Hant'].ends } } : {}),
    ...(pins.regions.length + pins.splits.length === 0
      ? {}
      : {
          pins: {
            // A row that must be cut here is cut where the other side's paragraph ends too.
            allows: (i, a, j, b) =>
              allows(i, a, j, b) &&
              // A paragraph that stands alone is a row of its own, so it stands between the other side's paragraphs.
              rowNulls.every(
                ({ en, 'zh-Hant': zh }) =>
                  (a === 0 || i >= en.to || i + a <= en.from || flat['zh-Hant'].ends[j] === 1) &&
                  (b === 0 || j >= zh.to || j + b <= zh.from || flat.en.ends[i] === 1),
              ) &&
              rowSplits.every(({ lang, at }) =>
                lang === 'en'
                  ? i + a !== at || flat['zh-Hant'].ends[j + b] === 1
                  : j + b !== at || flat.en.ends[i + a] === 1,
              ),
            regions: pins.regions.map((region) => ({ left: region.en, right: region['zh-Hant'] })),
          },
        }),
    ...(options.pooled === undefined ? {} : { pooled: options.pooled }),
    ...(options.frozen === undefined ? {} : { frozen: options.frozen }),
  }
  return { task, flat, pins }
}

/** Every wording of a term in one language translates every wording in the other, content word by content word. */
function termPairs(entries: readonly TermEntry[], lexicon: Lexicon): TermPair[] {
  const wordsOf = (text: string): string[] =>
    tokens(text, lexicon)
      .filter(({ kind, text: type }) => kind !== 'sign' && !grammarWords.has(type))
      .map(({ text: type }) => type)
  return entries.flatMap(({ terms }) =>
    terms.en.flatMap((en) => terms['zh-Hant'].map((zh) => ({ words: wordsOf(en.text), stems: wordsOf(zh.text) }))),
  )
}
