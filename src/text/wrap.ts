import type { Edit } from '../corpus/edit.ts'

/**
 * Rejoins hard-wrapped paragraphs, in either language.
 *
 * A block (lines with no blank line between them) was wrapped at a column when its lines are as full as greedy
 * wrapping leaves them: the first word of each next line, or its first Han character, would not have fitted any more.
 * Only breaks of that kind are undone, and only in a block where nearly all breaks are; a list, a poem or a text with
 * a paragraph a line shows no such column and stays.
 *
 * Shapes  edits of kind `line-break`, in order; each takes the break and the spaces about it, and leaves a space
 *         between words, nothing between Han characters; between a Han character and a word what the text itself
 *         has there more often.
 * Units   UTF-16 code units of the text; a column counts Han and full-width characters as two.
 */
export function rejoinLines(text: string): Edit[] {
  const between = hasTightMixing(text) ? '' : ' '
  return blocksOf(text).flatMap((lines) => rejoinBlock(text, lines, between))
}

/** Does the text write Han characters and words without a space between? */
function hasTightMixing(text: string): boolean {
  const spaced = text.match(/[\u3400-\u9fff] [A-Za-z0-9(]|[A-Za-z0-9)] [\u3400-\u9fff]/gu)?.length ?? 0
  const tight = text.match(/[\u3400-\u9fff][A-Za-z0-9(]|[A-Za-z0-9)][\u3400-\u9fff]/gu)?.length ?? 0
  return tight > spaced
}

/** Narrower columns are lists and verse; wider ones are paragraphs of chance lengths. */
const NARROWEST = 24
const WIDEST = 160
/** Fewer full lines than this may be full by chance. */
const FEWEST_BREAKS = 2
const WRAPPED_SHARE = 0.75
/** Lines that mostly end in full stops are sentences or paragraphs of their own. */
const MOST_ENDED = 0.6
/** Lines that mostly begin with capitals are verse. */
const MOST_CAPITALS = 0.7
/** Marks may not begin a line in Chinese, so that a line can end a character or two early, in columns. */
const HAN_SLACK = 4

type Line = { readonly from: number; readonly to: number; readonly text: string; readonly width: number }

function blocksOf(text: string): Line[][] {
  const blocks: Line[][] = [[]]
  for (const found of text.matchAll(/[^\n\r]*(?:\r\n|[\n\r]|$)/gu)) {
    const body = found[0].replace(/[\n\r]+$/u, '')
    const trimmed = body.trim()
    if (trimmed === '') blocks.push([])
    else {
      const from = found.index + body.indexOf(trimmed)
      const line = { from, to: from + trimmed.length, text: trimmed, width: widthOf(trimmed) }
      if (beginsItem.test(trimmed)) blocks.push([])
      blocks[blocks.length - 1]?.push(line)
    }
  }
  return blocks
}

/** List markers, headings and quotes of plain text: such a line begins a block of its own. */
const beginsItem =
  /^(?:[-*•·>#|+]\s|[(（]?[0-9]{1,3}[.)）、]\s?|[(（]?[a-zA-Z][.)）]\s|[(（]?[一二三四五六七八九十]{1,3}[)）、])/u

function rejoinBlock(text: string, lines: readonly Line[], between: string): Edit[] {
  const column = Math.max(0, ...lines.map((line) => line.width))
  if (column < NARROWEST || column > WIDEST) return []
  const breaks = lines.slice(1).map((next, i) => ({ line: lines[i] ?? next, next }))
  const wrapped = breaks.filter(({ line, next }) => isFull(line, next, column, between))
  const ended = wrapped.filter(({ line }) => /[.!?。！？]["”’」』)）]?$/u.test(line.text)).length
  const capitals = wrapped.filter(({ next }) => /^\p{Lu}/u.test(next.text)).length
  const shows =
    wrapped.length >= FEWEST_BREAKS &&
    wrapped.length >= WRAPPED_SHARE * breaks.length &&
    ended <= MOST_ENDED * wrapped.length &&
    capitals <= MOST_CAPITALS * wrapped.length
  if (!shows) return []
  return wrapped.map(({ line, next }) => {
    const at = { from: line.to, to: next.from }
    return { kind: 'line-break', at, was: text.slice(at.from, at.to), is: joint(line.text, next.text, between) }
  })
}

function isFull(line: Line, next: Line, column: number, between: string): boolean {
  const first =
    /^(?:[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f]|[^\s\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]+)/u.exec(
      next.text,
    )
  const needed = widthOf(first?.[0] ?? next.text[0] ?? '')
  const space = joint(line.text, next.text, between).length
  const slack = wide.test(line.text[line.text.length - 1] ?? '') || wide.test(next.text[0] ?? '') ? HAN_SLACK : 0
  return line.width + space + needed + slack > column
}

const wide =
  /[\u1100-\u115f\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u3000-\u303f“”‘’…—]/u

/** Between words a space; between Han characters, behind a hyphen and beside full-width marks nothing; else `between`. */
function joint(before: string, after: string, between: string): string {
  const last = before[before.length - 1] ?? ''
  const first = after[0] ?? ''
  if (wide.test(last) && wide.test(first)) return ''
  if (/\p{L}-$/u.test(before)) return ''
  if (/[\uff00-\uff60\u3000-\u303f]/u.test(last + first)) return ''
  return isHan.test(last) || isHan.test(first) ? between : ' '
}

const isHan = /[\u3400-\u9fff]/u

function widthOf(text: string): number {
  let width = 0
  for (const char of text) width += wide.test(char) || char.length > 1 ? 2 : 1
  return width
}
