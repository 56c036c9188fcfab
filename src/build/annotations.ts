import { anchor, type Anchoring } from '../annotations/anchor.ts'
import type { Annotation } from '../annotations/annotation.ts'
import { adopt } from '../annotations/foreign.ts'
import { groundOf } from '../annotations/ground.ts'
import { itemsIn, readItem } from '../annotations/import.ts'
import { limits } from '../annotations/limits.ts'
import type { EditorialNote } from '../corpus/editorial.ts'
import type { Fault } from '../corpus/fault.ts'
import { byLang, langs } from '../corpus/lang.ts'
import type { Corpus } from '../corpus/notice.ts'
import { annotationFault } from './annotation-faults.ts'
import { placesInJson } from './json-place.ts'

/** `annotations.jsonld` as it was found beside the sources; `file` is its path, for messages. */
export type AnnotationsFile = { readonly file: string; readonly text: string }

/** What an editor publishes with a notice, for every reader. */
export type PublishedAnnotations = {
  readonly annotations: readonly Annotation[]
  /** Those whose words are in the text, as pages show them, in the order of the rows. */
  readonly notes: readonly EditorialNote[]
}

/** What has no date of its own got none: a build must not take today's. */
const undated = '1970-01-01T00:00:00.000Z'

/**
 * Reads a notice's published annotations and looks for their words in the text as it is built now.
 * Each that can't be read, is about another notice or has lost its words is a warning at its line; the others stay.
 */
export function buildAnnotations(
  corpus: Corpus,
  { file, text }: AnnotationsFile,
): { readonly published: PublishedAnnotations; readonly warnings: readonly Fault[] } {
  const warnings: Fault[] = []
  const place = placesInJson(text)
  const warn = (path: readonly PropertyKey[], what: string, todo: string): void => {
    warnings.push({ severity: 'warning', file, ...place(path), what, todo })
  }
  const grounds = byLang((lang) => groundOf(corpus, lang))
  const kept: { readonly annotation: Annotation; readonly anchored: Anchoring }[] = []
  const seen = new Set<string>()
  for (const { value, path } of itemsOf(text, warn)) {
    const read = readItem(value, path, undated)
    if ('fault' in read) {
      warn(read.fault.path, ...annotationFault(read.fault))
      continue
    }
    const annotation =
      read.kind === 'ours'
        ? read.annotation
        : adopt(
            read.foreign,
            langs.map((lang) => grounds[lang]),
            { notice: corpus.id, lang: 'en' },
          )
    const { id, target } = annotation
    if (target.notice !== corpus.id)
      warn(path, `This annotation is about another notice, “${target.notice}”`, 'Move it to that notice’s file')
    else if (seen.has(id)) warn(path, `Two annotations have the id ${id}`, 'Take one out, or give it another id')
    else {
      const anchored = anchor(grounds[target.lang], target)
      if (anchored.kind === 'orphan') warn(path, ...orphanWords(annotation, anchored))
      kept.push({ annotation, anchored })
    }
    seen.add(id)
  }
  return {
    published: { annotations: kept.map(({ annotation }) => annotation), notes: notesOf(corpus, kept) },
    warnings,
  }
}

type Warn = (path: readonly PropertyKey[], what: string, todo: string) => void

function itemsOf(text: string, warn: Warn): ReturnType<typeof itemsIn> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    warn([], ...annotationFault({ key: 'not-json', path: [] }))
    return []
  }
  const items = itemsIn(value)
  if (items.length > limits.annotations) {
    warn([], ...annotationFault({ key: 'too-many', path: [], limit: limits.annotations }))
    return []
  }
  return items
}

const reasons = {
  gone: 'are not in the text',
  figures: 'stand there only with other figures',
  context: 'stand among other words',
  several: 'stand in several places',
} as const satisfies Record<Extract<Anchoring, { kind: 'orphan' }>['why'], string>

function orphanWords(
  { target }: Annotation,
  { why, near }: Extract<Anchoring, { kind: 'orphan' }>,
): [what: string, todo: string] {
  const words = Array.from(target.quote.exact.replaceAll(/\s+/gu, ' '))
  const shown = words.length <= 40 ? words.join('') : `${words.slice(0, 39).join('')}…`
  return [
    `The words of this annotation ${reasons[why]}: “${shown}”`,
    `Annotate the text as it is now${near === null ? '' : `, it stood near ${near}`}, or take the annotation out`,
  ]
}

function notesOf(
  { rows }: Corpus,
  kept: readonly { readonly annotation: Annotation; readonly anchored: Anchoring }[],
): EditorialNote[] {
  const order = new Map<string, number>(rows.map(({ id }, at) => [id, at]))
  return kept
    .flatMap(({ annotation: { id, target, note, tags, creator }, anchored }) => {
      const row = anchored.kind === 'orphan' ? undefined : anchored.rows[0]
      if (row === undefined) return []
      const words = target.quote.exact
      return [{ id, row, lang: target.lang, words, note, tags, ...(creator === undefined ? {} : { creator }) }]
    })
    .sort((a, b) => (order.get(a.row) ?? 0) - (order.get(b.row) ?? 0))
}
