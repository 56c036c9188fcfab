import { parseNoticeId, parseRowId, parseSentenceId } from '../corpus/ids.ts'
import { langs } from '../corpus/lang.ts'
import {
  defaultColour,
  parseAnnotationId,
  parseColour,
  type Annotation,
  type Position,
  type Quote,
  type Target,
} from './annotation.ts'
import type { Foreign } from './foreign.ts'
import { idFromName } from './hash.ts'
import { limits } from './limits.ts'
import { shortened, type NoteFault } from './note-fault.ts'
import {
  bounded,
  countIn,
  dateIn,
  fieldsOf,
  hasType,
  iriIn,
  listOf,
  refuse,
  textIn,
  type Fields,
} from './read-value.ts'
import { duiduVocabulary } from './vocabulary.ts'

/** What a Web Annotation turned out to be: one of ours with all its ids, or one by another program. */
export type ReadAnnotation =
  { readonly kind: 'ours'; readonly annotation: Annotation } | { readonly kind: 'foreign'; readonly foreign: Foreign }

type Path = NoteFault['path']

/**
 * Reads one Web Annotation, as this program writes it, as another does, or as a JSON-LD processor left it (lists of
 * one unwrapped, numbers as strings, full names for ours).
 *
 * What can't be kept: bodies that are neither text nor an address, targets after the first that has a quote, and
 * selectors other than by quote, position and fragment.
 * Errors  throws a `Refusal`, which `readItems` turns into a fault.
 *
 * @param now when it was read, ISO 8601: what has no date gets this one
 */
export function readWebAnnotation(value: unknown, path: Path, now: string): ReadAnnotation {
  const fields = fieldsOf(value)
  if (fields === null || !hasType(fields, 'Annotation'))
    return refuse('not-an-annotation', path, { found: shortened(value) })
  const name = iriIn(value) ?? ''
  const targets = listOf(fields.get('target'))
  if (targets.length === 0) return refuse('no-target', [...path, 'target'])
  const at = Math.max(
    0,
    targets.findIndex((one) => quoteIn(one, path) !== null),
  )
  const target = fieldsOf(targets[at])
  const targetPath = [...path, 'target', ...(Array.isArray(fields.get('target')) ? [at] : [])]
  const created = date(fields, 'created', path) ?? date(fields, 'modified', path) ?? now
  const creator = creatorIn(fields.get('creator'), [...path, 'creator'])
  const common = {
    id: parseAnnotationId(name) ?? idFromName(name === '' ? JSON.stringify(value) : name),
    created,
    modified: date(fields, 'modified', path) ?? created,
    ...(creator === null ? {} : { creator }),
    colour: parseColour(textIn(target?.get('styleClass'))) ?? defaultColour,
    ...bodiesIn(fields, path),
  }
  const quote = quoteIn(targets[at], targetPath) ?? { exact: '', prefix: '', suffix: '' }
  const ours = ownTarget(targets[at], quote, targetPath)
  if (ours !== null) return { kind: 'ours', annotation: { ...common, target: ours } }
  const source = iriIn(target?.get('source')) ?? iriIn(targets[at]) ?? ''
  return { kind: 'foreign', foreign: { ...common, source: source.slice(0, limits.context), quote } }
}

function date(fields: Fields, key: string, path: Path): string | null {
  const value = fields.get(key)
  if (value === undefined || value === null) return null
  return dateIn(value) ?? refuse('bad-date', [...path, key], { found: shortened(value) })
}

function creatorIn(value: unknown, path: Path): string | null {
  const first = listOf(value)[0]
  const fields = fieldsOf(first)
  const name = textIn(fields?.get('name')) ?? textIn(fields?.get('nickname')) ?? iriIn(first)
  return name === null || name.trim() === '' ? null : bounded(name, limits.creator, path)
}

/** The note and the tags. Several comments become one note, a paragraph each. */
function bodiesIn(fields: Fields, path: Path): { readonly note: string; readonly tags: readonly string[] } {
  const notes: string[] = []
  const tags: string[] = []
  const bodies = [...listOf(fields.get('body')), ...listOf(fields.get('bodyValue'))]
  const onlyTags = listOf(fields.get('motivation')).join() === 'tagging'
  bodies.slice(0, limits.tags + 100).forEach((body, index) => {
    const chosen = choice(body)
    const inner = fieldsOf(chosen)
    const text = textIn(inner?.get('value') ?? null) ?? iriIn(inner?.get('source')) ?? textIn(chosen) ?? iriIn(chosen)
    if (text === null) return refuse('body-not-text', [...path, 'body', index])
    const purposes = listOf(inner?.get('purpose'))
    if (purposes.includes('tagging') || (purposes.length === 0 && onlyTags)) {
      const tag = bounded(text, limits.tag, [...path, 'body', index])
      if (tag !== '' && !tags.includes(tag)) tags.push(tag)
    } else if (text !== '') notes.push(text)
  })
  if (tags.length > limits.tags || bodies.length > limits.tags + 100)
    return refuse('too-many-tags', [...path, 'body'], { limit: limits.tags })
  return { note: bounded(notes.join('\n\n'), limits.note, [...path, 'body']), tags }
}

/** Of several bodies to choose from, the first: it is the one to prefer (3.2.7). */
function choice(body: unknown): unknown {
  const fields = fieldsOf(body)
  return fields !== null && hasType(fields, 'Choice') ? listOf(fields.get('items'))[0] : body
}

function selectorsIn(target: unknown): Fields[] {
  return listOf(fieldsOf(target)?.get('selector'))
    .flatMap((one) => [one, ...listOf(fieldsOf(one)?.get('refinedBy'))])
    .flatMap((one) => fieldsOf(one) ?? [])
}

function quoteIn(target: unknown, path: Path): Quote | null {
  const selector = selectorsIn(target).find((one) => hasType(one, 'TextQuoteSelector'))
  const exact = textIn(selector?.get('exact'))
  if (selector === undefined || exact === null) return null
  const text = (key: 'prefix' | 'suffix'): string =>
    bounded(textIn(selector.get(key)) ?? '', limits.context, [...path, 'selector', key])
  return {
    exact: bounded(exact, limits.exact, [...path, 'selector', 'exact']),
    prefix: text('prefix'),
    suffix: text('suffix'),
  }
}

function positionIn(target: unknown, path: Path): Position | null {
  const selector = selectorsIn(target).find((one) => hasType(one, 'TextPositionSelector'))
  if (selector === undefined) return null
  const start = countIn(selector.get('start'))
  const end = countIn(selector.get('end'))
  return start === null || end === null || end < start ? refuse('bad-position', [...path, 'selector']) : { start, end }
}

/** Our own names, short as we write them or in full as a processor may. */
function own(target: Fields, name: string): unknown {
  return target.get(`duidu:${name}`) ?? target.get(`${duiduVocabulary}${name}`)
}

/** `null` when it does not say what ours says; a quote may still place it. */
function ownTarget(value: unknown, quote: Quote, path: Path): Target | null {
  const target = fieldsOf(value)
  if (target === null) return null
  const notice = parseNoticeId(textIn(own(target, 'notice')) ?? '')
  const language = textIn(fieldsOf(listOf(target.get('source'))[0])?.get('language'))
  const lang = langs.find((one) => one === language)
  const position = positionIn(value, path)
  if (notice === null || lang === undefined || position === null) return null
  const rows = listOf(own(target, 'rows'))
  const sentences = listOf(own(target, 'sentences'))
  if (rows.length > limits.rows || sentences.length > limits.sentences)
    return refuse('too-many-rows', path, { limit: limits.rows })
  return {
    kind: textIn(own(target, 'kind')) === 'row' ? 'row' : 'words',
    notice,
    lang,
    rows: rows.flatMap((id) => parseRowId(textIn(id) ?? '') ?? []),
    sentences: sentences.flatMap((id) => parseSentenceId(textIn(id) ?? '') ?? []),
    quote,
    position,
    version: (textIn(own(target, 'version')) ?? '').slice(0, 64),
  }
}
