import type { Annotation } from './annotation.ts'

/** The same in every field, whatever the order of keys. */
export function isSame(a: Annotation, b: Annotation): boolean {
  return a === b || contentsOf(a) === contentsOf(b)
}

/** All of an annotation as one text, keys in a fixed order. */
export function contentsOf({ id, created, modified, creator, colour, tags, note, target }: Annotation): string {
  const { kind, notice, lang, rows, sentences, quote, position, version } = target
  return JSON.stringify([
    [id, created, modified, creator ?? null, colour, tags, note],
    [kind, notice, lang, rows, sentences, version],
    [quote.exact, quote.prefix, quote.suffix, position.start, position.end],
  ])
}
