import type { NoticeId } from '../corpus/ids.ts'
import { motivationOf, type Annotation, type Target } from './annotation.ts'
import { colourSheet, context, fragmentStandard, noteFormat, noticeUrn } from './vocabulary.ts'

/**
 * Annotations as a W3C AnnotationCollection in JSON-LD, one page. Each annotation has its own `@context`, so that one
 * may be copied out of the file and still be whole. `readAnnotations` reads it back to the same values.
 *
 * Source: Web Annotation Data Model 3.1–3.3, 4.2, 5.
 */
export type CollectionOptions = {
  /** An IRI for the collection. */
  readonly id?: string
  readonly label?: string
  /** The absolute address of a notice's page, without a fragment. */
  readonly page?: (notice: NoticeId) => string | null
}

/** A value that `JSON.stringify` writes as it is. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject

export type JsonObject = { readonly [key: string]: Json }

export function formatCollection(annotations: readonly Annotation[], options: CollectionOptions = {}): JsonObject {
  const id = options.id ?? 'urn:x-duidu:annotations'
  return {
    '@context': context,
    id,
    type: 'AnnotationCollection',
    ...(options.label === undefined ? {} : { label: options.label }),
    total: annotations.length,
    first: {
      id: `${id}:page:1`,
      type: 'AnnotationPage',
      startIndex: 0,
      items: annotations.map((annotation) => formatAnnotation(annotation, options)),
    },
  }
}

export function formatAnnotation(annotation: Annotation, { page }: CollectionOptions = {}): JsonObject {
  const { id, created, modified, creator, note, tags, target } = annotation
  const bodies: JsonObject[] = [
    ...(note === '' ? [] : [{ type: 'TextualBody', purpose: 'commenting', value: note, format: noteFormat }]),
    ...tags.map((tag) => ({ type: 'TextualBody', purpose: 'tagging', value: tag })),
  ]
  return {
    '@context': context,
    id,
    type: 'Annotation',
    motivation: motivationOf(annotation),
    created,
    modified,
    ...(creator === undefined ? {} : { creator: { type: 'Person', name: creator } }),
    ...(bodies.length === 0 ? {} : { body: bodies }),
    // The specification wants a stylesheet wherever a class is named; ours has the eight colours' names.
    stylesheet: colourSheet,
    target: formatTarget(target, annotation.colour, page?.(target.notice) ?? noticeUrn(target.notice)),
  }
}

function formatTarget(target: Target, styleClass: string, source: string): JsonObject {
  const { kind, notice, lang, rows, sentences, quote, position, version } = target
  return {
    type: 'SpecificResource',
    source: { id: source, type: 'Text', language: lang },
    styleClass,
    selector: [
      ...fragment(rows),
      { type: 'TextQuoteSelector', exact: quote.exact, prefix: quote.prefix, suffix: quote.suffix },
      { type: 'TextPositionSelector', start: position.start, end: position.end },
    ],
    'duidu:kind': kind,
    'duidu:notice': notice,
    'duidu:rows': rows,
    'duidu:sentences': sentences,
    'duidu:version': version,
  }
}

/** `p5`, or `p2-p4` from the first row to the last, as the site's addresses have it. */
function fragment(rows: Target['rows']): JsonObject[] {
  const [first] = rows
  const last = rows.at(-1)
  if (first === undefined || last === undefined) return []
  const value = first === last ? first : `${first}-${last}`
  return [{ type: 'FragmentSelector', conformsTo: fragmentStandard, value }]
}
