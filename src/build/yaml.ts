import { isMap, isScalar, LineCounter, parseDocument, type Document, type ErrorCode, type Node } from 'yaml'
import type * as z from 'zod'
import type { Fault } from '../corpus/fault.ts'
import { nearestWord } from './nearest.ts'

/** Where a value of a YAML file stands, by its path of keys and indexes; the whole file's when it has no place. */
export type PlaceInFile = (path: readonly PropertyKey[]) => { readonly line: number; readonly column: number } | null

export type ParsedFile<T> =
  | { readonly ok: true; readonly value: T; readonly place: PlaceInFile }
  | { readonly ok: false; readonly faults: readonly Fault[] }

/**
 * Reads a YAML 1.2 file by a schema. Errors come back as faults with line and column from 1:
 * first those of the syntax, and only when there are none those of the schema, in order of the file.
 */
export function parseYaml<T>(file: string, text: string, schema: z.ZodType<T>): ParsedFile<T> {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const place = placeFinder(document, lines)
  if (document.errors.length > 0) {
    return {
      ok: false,
      faults: document.errors.map((error) => {
        const { line, col } = lines.linePos(error.pos[0])
        const todo = syntaxAdvice[error.code] ?? 'Correct the line'
        return { file, line, column: col, what: `This is not valid YAML: ${error.message}`, todo }
      }),
    }
  }
  const value: unknown = document.toJS()
  const result = schema.safeParse(value ?? {})
  if (result.success) return { ok: true, value: result.data, place }
  const faults = issuesFaults(file, result.error.issues, schema, value, place).sort(
    (a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0),
  )
  return { ok: false, faults }
}

/** What mends the errors of syntax that authors make most, by the parser's names for them. */
const syntaxAdvice: Partial<Record<ErrorCode, string>> = {
  BLOCK_AS_IMPLICIT_KEY: 'A text with a colon in it goes into quotes: "Notice: a plan"',
  DUPLICATE_KEY: 'Keep one of the two lines',
  TAB_AS_INDENT: 'Indent with spaces',
}

function placeFinder(document: Document, lines: LineCounter): PlaceInFile {
  return (path) => {
    for (let depth = path.length; depth >= 0; depth -= 1) {
      const node = nodeAt(document, path.slice(0, depth))
      const offset = node?.range?.[0]
      if (offset !== undefined) {
        const { line, col } = lines.linePos(offset)
        return { line, column: col }
      }
    }
    return null
  }
}

/** The key's own node when the path ends in a key of a map, so that a message points at the word. */
function nodeAt(document: Document, path: readonly PropertyKey[]): Node | null {
  const last = path[path.length - 1]
  const parent: unknown = path.length <= 1 ? document.contents : document.getIn(path.slice(0, -1), true)
  if (typeof last === 'string' && isMap(parent)) {
    const pair = parent.items.find(({ key }) => isScalar(key) && String(key.value) === last)
    if (pair !== undefined && isScalar(pair.key)) return pair.key
  }
  if (path.length === 0) return document.contents
  const node: unknown = document.getIn(path, true)
  return node !== null && typeof node === 'object' && 'range' in node ? (node as Node) : null
}

/** A key that is missing only because it is misspelt is said once, as misspelt. */
function issuesFaults(
  file: string,
  issues: readonly z.core.$ZodIssue[],
  schema: z.ZodType,
  value: unknown,
  place: PlaceInFile,
): Fault[] {
  const suggested = new Set(
    issues.flatMap((issue) =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((key) =>
            pathKey([...issue.path, nearestWord(key, knownKeys(schema, issue.path, value)) ?? '']),
          )
        : [],
    ),
  )
  return issues
    .filter((issue) => issue.code === 'unrecognized_keys' || !suggested.has(pathKey(issue.path)))
    .flatMap((issue) => issueFaults(file, issue, schema, value, place))
}

function pathKey(path: readonly PropertyKey[]): string {
  return path.map(String).join('\u0000')
}

/**
 * Of the ways in which a value may be written, the one that was meant: not one that asks for another type, and of the
 * rest the one with the least wrong with it. `null` when every way asks for another type.
 */
function meantBranch(issue: z.core.$ZodIssueInvalidUnion): readonly z.core.$ZodIssue[] | null {
  const branches = issue.errors
    .filter(
      (errors) =>
        !errors.some(({ code, path }) => path.length === 0 && (code === 'invalid_type' || code === 'invalid_value')),
    )
    .map((errors) => errors.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] })))
  return branches.sort((a, b) => a.length - b.length)[0] ?? null
}

function issueFaults(
  file: string,
  issue: z.core.$ZodIssue,
  schema: z.ZodType,
  value: unknown,
  place: PlaceInFile,
): Fault[] {
  if (issue.code === 'unrecognized_keys') {
    const known = knownKeys(schema, issue.path, value)
    return issue.keys.map((key) => {
      const meant = nearestWord(key, known)
      return {
        file,
        ...place([...issue.path, key]),
        what: `“${key}” is no key here`,
        todo: meant === null ? `The keys here are ${known.join(', ')}` : `Did you mean “${meant}”?`,
      }
    })
  }
  if (issue.code === 'invalid_union') {
    const meant = meantBranch(issue)
    if (meant !== null) return issuesFaults(file, meant, schema, value, place)
  }
  const name = issue.path.length === 0 ? 'This file' : `“${issue.path.map(String).join('.')}”`
  const given = valueAt(value, issue.path)
  const missing = given === undefined
  return [
    {
      file,
      ...place(issue.path),
      what: missing ? `${name} is missing` : `${name} ${problem(issue, given)}`,
      todo: advice(issue, given),
    },
  ]
}

function problem(issue: z.core.$ZodIssue, given: unknown): string {
  if (given === null) return 'must not be empty'
  const shown = typeof given === 'object' ? '' : ` (it is ${JSON.stringify(given)})`
  switch (issue.code) {
    case 'invalid_type':
      return `should be ${article(issue.expected)}${shown}`
    case 'invalid_value':
      return `should be ${issue.values.map((allowed) => JSON.stringify(allowed)).join(' or ')}${shown}`
    case 'too_small':
      return 'must not be empty'
    case 'invalid_union':
      return wantsText(issue) && isBare(given)
        ? `should be text${shown}`
        : `is written in a way that is not known here${shown}`
    default:
      return `${issue.message}${issue.message === 'must not be empty' ? '' : shown}`
  }
}

/** Is text one of the ways in which this value may be written? */
function wantsText(issue: z.core.$ZodIssue): boolean {
  if (issue.code === 'invalid_type') return issue.expected === 'string'
  return issue.code === 'invalid_union' && issue.errors.some((errors) => errors.some(wantsText))
}

/** YAML reads `2023`, `true` or `1.0` as something else than text when no quotes are around it. */
function isBare(given: unknown): given is number | boolean {
  return typeof given === 'number' || typeof given === 'boolean'
}

function advice(issue: z.core.$ZodIssue, given: unknown): string {
  if (given === undefined) return 'Add it'
  if (given === null) return 'Fill it in, or take the key out'
  if (wantsText(issue) && isBare(given)) return `Put it in quotes: "${String(given)}"`
  if (issue.message === 'is no date')
    return 'Write a day of the calendar as 2021-12-17, or with its time as 2021-12-17T10:12:10'
  if (issue.message === 'is no slug') return 'Use lower-case letters a–z and digits, in words joined by single hyphens'
  if (issue.message === 'must not be empty' || issue.code === 'too_small') return 'Fill it in, or take the key out'
  return 'See content/README.md for what may stand here'
}

function article(type: string): string {
  const names: Record<string, string> = {
    string: 'text',
    array: 'a list',
    object: 'a group of keys',
    number: 'a number',
  }
  return names[type] ?? type
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (at, key) => (at !== null && typeof at === 'object' ? (at as Record<PropertyKey, unknown>)[key] : undefined),
    value,
  )
}

/** The keys that the schema allows at a path, over all ways in which the value there may be written. */
function knownKeys(schema: z.ZodType, path: readonly PropertyKey[], value: unknown): string[] {
  let places: z.core.$ZodType[] = unwrapped(schema)
  for (const key of path) {
    places = places.flatMap((at): z.core.$ZodType[] => {
      const definition = (at as z.core.$ZodTypes)._zod.def
      if (definition.type === 'object') {
        const next = definition.shape[String(key)]
        return next === undefined ? [] : unwrapped(next)
      }
      return definition.type === 'array' ? unwrapped(definition.element) : []
    })
  }
  const written = Object.keys(valueAt(value, path) ?? {})
  const shapes = places.flatMap((at) => {
    const definition = (at as z.core.$ZodTypes)._zod.def
    return definition.type === 'object' ? [Object.keys(definition.shape)] : []
  })
  // Of several shapes, the ones that share most keys with what was written come first.
  shapes.sort((a, b) => b.filter((k) => written.includes(k)).length - a.filter((k) => written.includes(k)).length)
  return [...new Set(shapes.flat())]
}

function unwrapped(schema: z.core.$ZodType): z.core.$ZodType[] {
  const definition = (schema as z.core.$ZodTypes)._zod.def
  if (definition.type === 'optional' || definition.type === 'nullable') return unwrapped(definition.innerType)
  if (definition.type === 'union') return definition.options.flatMap(unwrapped)
  return [schema]
}
