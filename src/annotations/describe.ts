import type { RowId } from '../corpus/ids.ts'
import type { Run } from '../corpus/run.ts'
import type { Quote, Target } from './annotation.ts'
import { agreementBefore, agreementBehind, contextBefore, contextBehind, usualContext } from './context.ts'
import { firstFrom, touched, trimmedRun, writtenIn, type Ground } from './ground.ts'
import { limits } from './limits.ts'
import { isHigh, isLow } from './points.ts'
import { wordsIn } from './words.ts'

/**
 * Names a run of a side's text so that it can be found again. `anchor` undoes it.
 *
 * Units  `run` counts UTF-16 code units of the side's text; it is trimmed of white space and of dropped blocks, and a
 *        character is never cut in two.
 * Errors `null` when nothing is left of the run, or when it is longer than a quote may be.
 */
export function describe(ground: Ground, run: Run): Target | null {
  return target(ground, run, 'words')
}

/** Names a whole row, by its text on this side; `null` when it has none here (then ask the other side). */
export function describeRow(ground: Ground, id: RowId): Target | null {
  const row = ground.byId.get(id)
  return row === undefined ? null : target(ground, row.at, 'row')
}

function target(ground: Ground, run: Run, kind: Target['kind']): Target | null {
  const at = trimmedRun(ground, wholeCharacters(ground.text, run))
  if (at === null) return null
  const rows = touched(ground.rows, at).map(({ id }) => id)
  const exact = writtenIn(ground, at)
  if (rows.length === 0 || rows.length > limits.rows || exact.length > limits.exact) return null
  return {
    kind,
    notice: ground.notice,
    lang: ground.lang,
    rows,
    sentences: touched(ground.beads, at).map(({ id }) => id),
    quote: quote(ground, at, exact),
    position: { start: ground.points.fromUnits(at.from), end: ground.points.fromUnits(at.to) },
    version: ground.version,
  }
}

const longestContext = 256

/**
 * On each side as much context as tells these words from all others of the text by itself, and no less than is usual:
 * of two paragraphs that differ in a figure only, the context reaches to that figure. Where the words stand again among
 * like ones, both sides are longer than usual, which `anchor` takes as a warning: with their own sentence gone, a
 * sibling of it must not be taken for it.
 */
function quote(ground: Ground, at: Run, exact: string): Quote {
  const words = wordsIn(exact)
  const { text, starts } = ground.words
  const from = firstFrom(starts, at.from)
  const near = [before(ground, at.from, usualContext), behind(ground, at.to, usualContext)] as const
  const least = hasTwin(ground, words, from, ...near) ? 2 : 1
  const grown = (
    context: (length: number) => string,
    around: (context: string) => readonly [string, number],
  ): string => {
    for (let length = usualContext * least; ; length *= 2) {
      const written = context(length)
      const [whole, own] = around(wordsIn(written))
      if (length >= longestContext || isOnlyAt(text, whole, own)) return written
    }
  }
  return {
    exact,
    prefix: grown(
      (length) => before(ground, at.from, length),
      (lead) => [lead + words, from - lead.length],
    ),
    suffix: grown(
      (length) => behind(ground, at.to, length),
      (trail) => [words + trail, from],
    ),
  }
}

/** Levels of both sides together (see `context.ts`) from which another place of the same words is like their own. */
const alike = 2

/** A short quote may stand in thousands of places; as many are looked at as `anchor` would look at. */
const mostTwins = 2_000

/** Do the same words stand elsewhere on this side, among words so like theirs that they might be taken for them? */
function hasTwin(ground: Ground, words: string, own: number, prefix: string, suffix: string): boolean {
  const { text } = ground.words
  const lead = contextBefore(prefix, wordsIn(prefix), true)
  const trail = contextBehind(suffix, wordsIn(suffix), true)
  if (words === '') return false
  let looked = 0
  for (let at = text.indexOf(words); at >= 0 && looked < mostTwins; at = text.indexOf(words, at + 1)) {
    if (at === own) continue
    looked += 1
    const levels = agreementBefore(ground, at, lead).level + agreementBehind(ground, at + words.length, trail).level
    if (levels >= alike) return true
  }
  return false
}

function isOnlyAt(text: string, words: string, own: number): boolean {
  const first = text.indexOf(words)
  return (first < 0 || first === own) && !text.includes(words, own + 1)
}

function before(ground: Ground, offset: number, length: number): string {
  // Dropped blocks don't count, so look back further until there is enough or nothing more.
  for (let reach = length + 1; ; reach *= 4) {
    const from = Math.max(0, offset - reach)
    const written = writtenIn(ground, { from, to: offset }) + (startsParagraph(ground, offset) ? '\n' : '')
    if (written.length >= length || from === 0) return fromCharacter(written.slice(-length))
  }
}

function behind(ground: Ground, offset: number, length: number): string {
  for (let reach = length + 1; ; reach *= 4) {
    const to = Math.min(ground.text.length, offset + reach)
    const written = (endsParagraph(ground, offset) ? '\n' : '') + writtenIn(ground, { from: offset, to })
    if (written.length >= length || to === ground.text.length) return toCharacter(written.slice(0, length))
  }
}

function startsParagraph({ paragraphs }: Ground, offset: number): boolean {
  return paragraphs.some(({ from }, index) => from === offset && index > 0)
}

function endsParagraph({ paragraphs }: Ground, offset: number): boolean {
  return paragraphs.some(({ to }, index) => to === offset && index < paragraphs.length - 1)
}

/** Both ends moved out of the middle of a character. */
function wholeCharacters(text: string, { from, to }: Run): Run {
  const start = Math.max(0, Math.min(from, text.length))
  const end = Math.max(start, Math.min(to, text.length))
  return { from: start - (isInside(text, start) ? 1 : 0), to: end + (isInside(text, end) ? 1 : 0) }
}

function isInside(text: string, at: number): boolean {
  return at > 0 && isHigh(text.charCodeAt(at - 1)) && isLow(text.charCodeAt(at))
}

function fromCharacter(text: string): string {
  return isLow(text.charCodeAt(0)) ? text.slice(1) : text
}

function toCharacter(text: string): string {
  return isHigh(text.charCodeAt(text.length - 1)) ? text.slice(0, -1) : text
}
