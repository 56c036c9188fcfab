import type { Run } from '../../corpus/run.ts'

/**
 * Where in the source does a parser's text node stand, character by character?
 *
 * Parsers give a node's value and the stretch of source that it came from; between the two lie references that were
 * decoded, escapes, prefixes of quoted lines, and, in broken pages, whole tags. Both are walked together: what agrees
 * is text, a reference that decodes to what the value has next is an entity, all else in the source is passed over.
 * A value that is a subsequence of its source is always found; any other is kept whole as one replacement,
 * so that no text is ever lost.
 *
 * Units  UTF-16 code units of the source.
 */
export function piecesOf(source: string, at: Run, value: string, rules: PieceRules): Piece[] {
  if (source.slice(at.from, at.to) === value) return value === '' ? [] : [{ at, is: value, kind: null }]
  const pieces: Piece[] = []
  let from = at.from
  let next = 0
  let kept = at.from
  // Text that agreed from `kept` to `from` becomes one piece when something else comes between.
  const keep = (): void => {
    if (kept < from) pieces.push({ at: { from: kept, to: from }, is: source.slice(kept, from), kind: null })
  }
  while (from < at.to && next < value.length) {
    const reference = rules.decode === null || source[from] !== '&' ? null : match(referenceAt, source, from)
    const decoded = reference === null || rules.decode === null ? null : rules.decode(reference)
    const skipped = rules.skipTags && source[from] === '<' ? match(tagAt, source, from) : null
    if (reference !== null && decoded !== null && decoded !== reference && value.startsWith(decoded, next)) {
      keep()
      pieces.push({ at: { from, to: from + reference.length }, is: decoded, kind: 'entity' })
      next += decoded.length
      from += reference.length
      kept = from
    } else if (skipped === null && agree(source[from] ?? '', value[next] ?? '')) {
      // A parser makes one line feed of CR LF.
      from += source.startsWith('\r\n', from) && value[next] === '\n' ? 2 : 1
      next += 1
    } else {
      keep()
      from += skipped?.length ?? 1
      kept = from
    }
  }
  keep()
  return next === value.length ? pieces : [{ at, is: value, kind: 'markup' }]
}

/** A stretch of source that is text; `is` differs from the source only where `kind` says why. */
export type Piece = { readonly at: Run; readonly is: string; readonly kind: 'entity' | 'markup' | null }

export type PieceRules = {
  /** What a character reference stands for, itself if for nothing; `null` where references are not decoded. */
  readonly decode: ((reference: string) => string) | null
  /** May whole tags lie inside a text node? Only in HTML, where misplaced text is moved together. */
  readonly skipTags: boolean
}

/** Remembers what each reference decodes to, since asking a parser is dear. */
export function rememberedDecoder(decode: (reference: string) => string): (reference: string) => string {
  const known = new Map<string, string>()
  return (reference) => {
    const decoded = known.get(reference) ?? decode(reference)
    known.set(reference, decoded)
    return decoded
  }
}

const referenceAt = /&(?:#[xX][0-9a-fA-F]+|#[0-9]+|[A-Za-z][A-Za-z0-9]*);?/y
const tagAt = /<(?:!--[^]*?(?:-->|$)|[A-Za-z/!?](?:"[^"]*"|'[^']*'|[^>"'])*>?)/y

function match(pattern: RegExp, source: string, from: number): string | null {
  pattern.lastIndex = from
  return pattern.exec(source)?.[0] ?? null
}

/** White space agrees with white space: a parser may hand out a line end as a space. */
function agree(one: string, other: string): boolean {
  return one === other || (isSpace(one) && isSpace(other))
}

function isSpace(character: string): boolean {
  return character === ' ' || character === '\n' || character === '\r' || character === '\t' || character === '\f'
}
