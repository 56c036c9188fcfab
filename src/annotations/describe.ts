import type { RowId } from '../corpus/ids.ts'
import type { Run } from '../corpus/run.ts'
import type { Quote, Target } from './annotation.ts'
import { firstFrom, touched, trimmedRun, writtenIn, type Ground } from './ground.ts'
import { limits } from './limits.ts'
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

/** UTF-16 units of context that suffice where the words are found but once (Hypothesis takes as many). */
const usualContext = 32
const longestContext = 256

/** As much context as tells these words from all others of the text, and no less than is usual. */
function quote(ground: Ground, at: Run, exact: string): Quote {
  for (let length = usualContext; ; length *= 2) {
    const prefix = before(ground, at.from, length)
    const suffix = behind(ground, at.to, length)
    if (length >= longestContext || isOnlyOne(ground, at, exact, prefix, suffix)) return { exact, prefix, suffix }
  }
}

function isOnlyOne({ words }: Ground, at: Run, exact: string, prefix: string, suffix: string): boolean {
  const lead = wordsIn(prefix)
  const whole = lead + wordsIn(exact) + wordsIn(suffix)
  const own = firstFrom(words.starts, at.from) - lead.length
  const first = words.text.indexOf(whole)
  return (first < 0 || first === own) && !words.text.includes(whole, own + 1)
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
  return at > 0 && /[\ud800-\udbff]/.test(text[at - 1] ?? '') && /[\udc00-\udfff]/.test(text[at] ?? '')
}

function fromCharacter(text: string): string {
  return /^[\udc00-\udfff]/.test(text) ? text.slice(1) : text
}

function toCharacter(text: string): string {
  return /[\ud800-\udbff]$/.test(text) ? text.slice(0, -1) : text
}
