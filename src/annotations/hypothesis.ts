import { defaultColour } from './annotation.ts'
import { idFromName } from './hash.ts'
import { limits } from './limits.ts'
import { shortened, type NoteFault } from './note-fault.ts'
import { bounded, dateIn, fieldsOf, hasType, listOf, refuse, textIn, type Fields } from './read-value.ts'
import type { ReadAnnotation } from './web-annotation-read.ts'

type Path = NoteFault['path']

/** Is this an annotation as the Hypothesis API gives it? It has no JSON-LD type, but an address and a user. */
export function isHypothesis(value: unknown): boolean {
  const fields = fieldsOf(value)
  return fields !== null && !fields.has('type') && !fields.has('@type') && (fields.has('uri') || fields.has('user'))
}

/**
 * Reads one annotation of the Hypothesis API (`/api/search`, or the client's own export). It is always foreign: its
 * offsets count in a page as a browser had it, so only its quote is used.
 *
 * Source  https://h.readthedocs.io/en/latest/api-reference/v1/
 * Errors  throws a `Refusal`.
 */
export function readHypothesis(value: unknown, path: Path, now: string): ReadAnnotation {
  const fields = fieldsOf(value)
  if (fields === null || !isHypothesis(value)) return refuse('not-an-annotation', path, { found: shortened(value) })
  const created = date(fields, 'created', path) ?? now
  const creator = creatorOf(fields)
  const tags = [...new Set(listOf(fields.get('tags')).flatMap((tag) => textIn(tag) ?? []))].filter((tag) => tag !== '')
  if (tags.length > limits.tags) return refuse('too-many-tags', [...path, 'tags'], { limit: limits.tags })
  const name = textIn(fields.get('id'))
  return {
    kind: 'foreign',
    foreign: {
      id: idFromName(name === null ? JSON.stringify(value) : `hypothesis:${name}`),
      created,
      modified: date(fields, 'updated', path) ?? created,
      ...(creator === null ? {} : { creator: bounded(creator, limits.creator, [...path, 'user']) }),
      colour: defaultColour,
      tags: tags.map((tag, index) => bounded(tag, limits.tag, [...path, 'tags', index])),
      note: bounded(textIn(fields.get('text')) ?? '', limits.note, [...path, 'text']),
      source: (textIn(fields.get('uri')) ?? '').slice(0, limits.context),
      quote: quoteOf(fields, [...path, 'target']),
    },
  }
}

function date(fields: Fields, key: string, path: Path): string | null {
  const value = fields.get(key)
  if (value === undefined || value === null) return null
  return dateIn(value) ?? refuse('bad-date', [...path, key], { found: shortened(value) })
}

/** `acct:name@host` is shown as the name; a display name is better. */
function creatorOf(fields: Fields): string | null {
  const shown = textIn(fieldsOf(fields.get('user_info'))?.get('display_name'))
  return shown ?? textIn(fields.get('user'))?.replace(/^acct:([^@]+)@.*$/su, '$1') ?? null
}

/** A note on a whole page, or a reply, has no quote. */
function quoteOf(fields: Fields, path: Path) {
  const selector = listOf(fields.get('target'))
    .flatMap((target) => listOf(fieldsOf(target)?.get('selector')))
    .flatMap((one) => fieldsOf(one) ?? [])
    .find((one) => hasType(one, 'TextQuoteSelector'))
  const text = (key: string, limit: number): string => bounded(textIn(selector?.get(key)) ?? '', limit, [...path, key])
  return {
    exact: text('exact', limits.exact),
    prefix: text('prefix', limits.context),
    suffix: text('suffix', limits.context),
  }
}
