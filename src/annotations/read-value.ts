import { type NoteFault, type NoteFaultKey } from './note-fault.ts'

/**
 * Looking into JSON from outside without believing it: nothing here throws, and whatever is not as it should be is
 * `null` or an empty list. JSON-LD lets one value stand for a list of one, and wraps values (`@value`, `@list`).
 */
export type Fields = ReadonlyMap<string, unknown>

/** An object's own fields; `null` for what is no object. Keys of an object's prototype are none of its own. */
export function fieldsOf(value: unknown): Fields | null {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return null
  return new Map(Object.entries(value))
}

export function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value
  if (value === undefined || value === null) return []
  const list = fieldsOf(value)?.get('@list')
  return list === undefined ? [value] : listOf(list)
}

/** A string, whole characters only: half of one can neither be stored nor sent everywhere. */
export function textIn(value: unknown): string | null {
  const plain = listOf(value)[0]
  const wrapped = fieldsOf(plain)?.get('@value') ?? plain
  return typeof wrapped === 'string' ? wrapped.toWellFormed() : null
}

/** A count from 0; RDF writes numbers as strings. */
export function countIn(value: unknown): number | null {
  const plain = listOf(value)[0]
  const wrapped = fieldsOf(plain)?.get('@value') ?? plain
  const count = typeof wrapped === 'string' && /^[0-9]{1,15}$/.test(wrapped) ? Number(wrapped) : wrapped
  return typeof count === 'number' && Number.isSafeInteger(count) && count >= 0 ? count : null
}

/** An IRI, given by itself or as an object's id. */
export function iriIn(value: unknown): string | null {
  const plain = listOf(value)[0]
  const fields = fieldsOf(plain)
  return textIn(fields === null ? plain : (fields.get('id') ?? fields.get('@id')))
}

export function hasType(fields: Fields, type: string): boolean {
  return listOf(fields.get('type') ?? fields.get('@type')).includes(type)
}

const dateTime = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?)?$/

/** An ISO 8601 date and time as UTC, `null` for what is none. Without a zone it is taken as UTC, so as not to depend on ours. */
export function dateIn(value: unknown): string | null {
  const text = textIn(value)
  if (text === null || !dateTime.test(text)) return null
  const zoned = /T.*(?:Z|[+-]\d\d:?\d\d)$/.test(text) || !text.includes('T') ? text : `${text}Z`
  const time = Date.parse(zoned)
  return Number.isNaN(time) ? null : new Date(time).toISOString()
}

/** Gathers what is wrong with one annotation; the first fault is enough to say why it stays outside. */
export class Refusal extends Error {
  constructor(readonly fault: NoteFault) {
    super(fault.key)
    this.name = 'Refusal'
  }
}

export function refuse(
  key: NoteFaultKey,
  path: NoteFault['path'],
  details: Pick<NoteFault, 'limit' | 'found'> = {},
): never {
  throw new Refusal({ key, path, ...details })
}

/** A text within its limit, or the annotation stays outside. */
export function bounded(text: string, limit: number, path: NoteFault['path']): string {
  return text.length > limit ? refuse('too-long', path, { limit }) : text
}
