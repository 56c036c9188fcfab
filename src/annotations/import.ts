import type { Annotation, AnnotationId } from './annotation.ts'
import { adopt, type Foreign, type Home } from './foreign.ts'
import type { Ground } from './ground.ts'
import { isHypothesis, readHypothesis } from './hypothesis.ts'
import { limits } from './limits.ts'
import type { NoteFault } from './note-fault.ts'
import { fieldsOf, hasType, listOf, Refusal } from './read-value.ts'
import { readWebAnnotation, type ReadAnnotation } from './web-annotation-read.ts'

/** What a file held. What is wrong with one annotation keeps that one outside and no other. */
export type Imported = {
  /** With all ids, as this program wrote them. */
  readonly annotations: readonly Annotation[]
  /** To be adopted: `adoptAll`. */
  readonly foreign: readonly Foreign[]
  readonly faults: readonly NoteFault[]
}

export type ImportOptions = {
  /** ISO 8601: what has no date gets this one. */
  readonly now: string
  /** Lets a page breathe between slices of work; a program without a page leaves it out. */
  readonly pause?: () => Promise<void>
}

/** Annotations between two pauses: about 5 ms of work. */
const slice = 100

/**
 * Reads a file of annotations: Web Annotations (a collection, a page, a list, one) or Hypothesis JSON. Never throws for
 * what is in it.
 */
export async function readAnnotations(json: string, options: ImportOptions): Promise<Imported> {
  const nothing = (fault: NoteFault): Imported => ({ annotations: [], foreign: [], faults: [fault] })
  if (json.length > limits.bytes) return nothing({ key: 'file-too-large', path: [], limit: limits.bytes })
  let value: unknown
  try {
    value = JSON.parse(json.replace(/^\ufeff/u, ''))
  } catch {
    return nothing({ key: 'not-json', path: [] })
  }
  const items = itemsIn(value)
  if (items.length === 0) return nothing({ key: 'no-annotations', path: [] })
  if (items.length > limits.annotations) return nothing({ key: 'too-many', path: [], limit: limits.annotations })
  return readItems(items, options)
}

type Item = { readonly value: unknown; readonly path: NoteFault['path'] }

async function readItems(items: readonly Item[], { now, pause }: ImportOptions): Promise<Imported> {
  const annotations: Annotation[] = []
  const foreign: Foreign[] = []
  const faults: NoteFault[] = []
  const seen = new Set<AnnotationId>()
  for (const [index, { value, path }] of items.entries()) {
    if (index % slice === slice - 1) await pause?.()
    const read = readItem(value, path, now)
    if ('fault' in read) {
      faults.push(read.fault)
      continue
    }
    const { id } = read.kind === 'ours' ? read.annotation : read.foreign
    if (seen.has(id)) faults.push({ key: 'twice', path, found: id })
    else if (read.kind === 'ours') annotations.push(read.annotation)
    else foreign.push(read.foreign)
    seen.add(id)
  }
  return { annotations, foreign, faults }
}

export function readItem(
  value: unknown,
  path: NoteFault['path'],
  now: string,
): ReadAnnotation | { readonly fault: NoteFault } {
  try {
    return isHypothesis(value) ? readHypothesis(value, path, now) : readWebAnnotation(value, path, now)
  } catch (error) {
    if (error instanceof Refusal) return { fault: error.fault }
    throw error
  }
}

/** Gives each foreign annotation its place, where it has one; the others become orphans of `home`. */
export async function adoptAll(
  foreign: readonly Foreign[],
  grounds: readonly Ground[],
  home: Home,
  pause?: () => Promise<void>,
): Promise<Annotation[]> {
  const adopted: Annotation[] = []
  for (const [index, one] of foreign.entries()) {
    if (index % slice === slice - 1) await pause?.()
    adopted.push(adopt(one, grounds, home))
  }
  return adopted
}

/** Pages of a collection that stand in the file; others are behind addresses, and nothing is fetched. */
const mostPages = 10_000

/** The annotations of a file with the way to each. */
export function itemsIn(value: unknown): Item[] {
  const fields = fieldsOf(value)
  if (fields === null) return listed(value, [])
  if (hasType(fields, 'Annotation') || isHypothesis(value)) return [{ value, path: [] }]
  for (const key of ['rows', 'annotations', '@graph'])
    if (Array.isArray(fields.get(key))) return listed(fields.get(key), [key])
  const items: Item[] = listed(fields.get('items'), ['items'])
  const path: string[] = hasType(fields, 'AnnotationPage') ? ['next'] : ['first']
  for (let page = fieldsOf(fields.get(path[0] ?? '')); page !== null && path.length < mostPages;) {
    items.push(...listed(page.get('items'), [...path, 'items']))
    page = fieldsOf(page.get('next'))
    path.push('next')
  }
  return items
}

function listed(value: unknown, path: readonly (string | number)[]): Item[] {
  if (value === undefined) return []
  return listOf(value).map((one, index) => ({ value: one, path: [...path, index] }))
}
