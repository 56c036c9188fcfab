import type { Run } from '../corpus/run.ts'
import { longestTraditional, type Traditional } from '../text/traditional.ts'
import { accepted, alone, aloneRight, confusable, countedByHead, more, opens } from './variants.ts'

/**
 * Where a Chinese text has the wrong one of several Traditional characters, or a Simplified one.
 *
 * A word is wrong when no dictionary has it, the same with another character of its kind is a word, and its sentence
 * falls into fewer words with it than without: 准備 in 做好准備工作, but not in 核准備查, which is 核准 and 備查.
 *
 * Shapes  sorted, disjoint; `is` is what `was` should be. Runs of the given text.
 */
export type WrongVariant = { readonly at: Run; readonly was: string; readonly is: string; readonly pair: string }

export function wrongVariants(text: string, traditional: Traditional): WrongVariant[] {
  const found = [...text.matchAll(/\p{sc=Han}+/gu)].flatMap(({ 0: run, index }) => {
    const words = inWords(run, traditional)
    const single = byThemselves(run, text.slice(index + run.length), traditional)
    const others = single.filter(({ at }) => !words.some((word) => word.at.from < at.to && at.from < word.at.to))
    return [...words, ...others].map((wrong) => ({
      ...wrong,
      at: { from: index + wrong.at.from, to: index + wrong.at.to },
    }))
  })
  const heads = [...text.matchAll(countedByHead)].map(({ index }) => wrongAt(text, index, index + 2, 0, '隻'))
  const sorted = [...found, ...heads].sort((a, b) => a.at.from - b.at.from || b.at.to - a.at.to)
  let end = 0
  return sorted.filter(({ at }) => {
    const fits = at.from >= end
    if (fits) end = at.to
    return fits
  })
}

function wrongAt(text: string, from: number, to: number, offset: number, right: string): WrongVariant {
  const was = text.slice(from, to)
  const wrong = was.charAt(offset)
  const is = was.slice(0, offset) + right + was.slice(offset + 1)
  return { at: { from, to }, was, is, pair: `${wrong}/${right}` }
}

const known = new WeakMap<Traditional, ReadonlySet<string>>()

function wordsOf(traditional: Traditional): ReadonlySet<string> {
  const made = known.get(traditional) ?? new Set([...traditional.words, ...more])
  known.set(traditional, made)
  return made
}

function inWords(run: string, traditional: Traditional): WrongVariant[] {
  const next = nextDoubtful(run, traditional)
  if (next[0] === run.length) return []
  const words = wordsOf(traditional)
  const { ahead, behind } = cutsOf(run, words)
  const whole = ahead[run.length] ?? 0
  const found: WrongVariant[] = []
  for (let from = 0; from < run.length; from += 1)
    // What holds no character that may be a wrong one has no other form.
    for (let to = Math.min(run.length, from + longestTraditional); to >= from + 2 && to > (next[from] ?? 0); to -= 1) {
      const was = run.slice(from, to)
      if (words.has(was) || accepted.has(was)) continue
      const is = rightForm(was, words, traditional)
      if (is !== null && !more.includes(is) && isWithin(was, is, words)) continue
      if (is === null || (ahead[from] ?? 0) + 1 + (behind[to] ?? 0) >= whole) continue
      const at = [...was].findIndex((sign, place) => sign !== is.charAt(place))
      found.push({ at: { from, to }, was, is, pair: `${was.charAt(at)}/${is.charAt(at)}` })
      from = to - 1
      break
    }
  return found
}

/** From each place on, where the next character stands that may be there for another; the length where none does. */
function nextDoubtful(run: string, { simplified }: Traditional): number[] {
  const next = new Array<number>(run.length).fill(run.length)
  let last = run.length
  for (let at = run.length - 1; at >= 0; at -= 1) {
    const sign = run.charAt(at)
    if (isLowSurrogate(sign) || confusable.has(sign) || simplified.has(sign)) last = at
    next[at] = last
  }
  return next
}

/** A character of two units is never passed over: which one it is takes both. */
function isLowSurrogate(sign: string): boolean {
  return /[\udc00-\udfff]/.test(sign)
}

/** 重複 of 重複性: what looks wrong stands in a good word of its own. */
function isWithin(was: string, is: string, words: ReadonlySet<string>): boolean {
  const wrong = [...was].findIndex((sign, at) => sign !== is.charAt(at))
  for (let from = 0; from <= wrong; from += 1)
    for (let to = Math.max(wrong + 1, from + 2); to <= was.length; to += 1)
      if (to - from < was.length && words.has(was.slice(from, to))) return true
  return false
}

/** The dictionary word that this is with one or two characters put right. */
function rightForm(was: string, words: ReadonlySet<string>, { simplified }: Traditional): string | null {
  let forms: { readonly text: string; readonly changes: number }[] = [{ text: '', changes: 0 }]
  for (const sign of was) {
    const plain = simplified.get(sign)
    const others = [...(plain === undefined ? [] : [plain]), ...(confusable.get(sign) ?? [])]
    forms = forms.flatMap(({ text, changes }) => [
      { text: text + sign, changes },
      ...(changes < mostChanges ? others.map((other) => ({ text: text + other, changes: changes + 1 })) : []),
    ])
  }
  const right = forms.filter(({ text, changes }) => changes > 0 && words.has(text))
  return right.sort((a, b) => a.changes - b.changes)[0]?.text ?? null
}

const mostChanges = 2

/** The fewest words that a run falls into up to each place, and from it on. */
function cutsOf(run: string, words: ReadonlySet<string>): { readonly ahead: number[]; readonly behind: number[] } {
  const ahead = new Array<number>(run.length + 1).fill(Number.POSITIVE_INFINITY)
  const behind = [...ahead]
  ahead[0] = 0
  behind[run.length] = 0
  const isWord = (from: number, to: number): boolean => to - from === 1 || words.has(run.slice(from, to))
  for (let from = 0; from < run.length; from += 1)
    for (let to = from + 1; to <= Math.min(run.length, from + longestTraditional); to += 1)
      if (isWord(from, to)) ahead[to] = Math.min(ahead[to] ?? 0, (ahead[from] ?? 0) + 1)
  for (let to = run.length; to > 0; to -= 1)
    for (let from = to - 1; from >= Math.max(0, to - longestTraditional); from -= 1)
      if (isWord(from, to)) behind[from] = Math.min(behind[from] ?? 0, (behind[to] ?? 0) + 1)
  return { ahead, behind }
}

/** Characters that are wrong as words of their own, and Simplified ones wherever they stand. */
function byThemselves(run: string, rest: string, traditional: Traditional): WrongVariant[] {
  const words = wordsOf(traditional)
  return [...run].flatMap((sign, at): WrongVariant[] => {
    const plain = traditional.simplified.get(sign)
    if (plain !== undefined) return [wrongAt(run, at, at + 1, 0, plain)]
    const right = alone.get(sign)
    if (right === undefined || isInWord(run, at, words)) return []
    const before = run.slice(0, at)
    const after = run.slice(at + 1) + rest
    const held = aloneRight[sign]
    if (held?.before.test(before) === true || held?.after.test(after) === true) return []
    if (before === '' && opens[sign]?.test(after) === false) return []
    // With its neighbour, so that the finding can be read: 少于, 并提.
    const from = before === '' || sign === '并' ? at : at - 1
    const to = sign === '并' && at + 1 < run.length ? at + 2 : at + 1
    return [wrongAt(run, from, to, at - from, right)]
  })
}

function isInWord(run: string, at: number, words: ReadonlySet<string>): boolean {
  for (let from = Math.max(0, at - longestTraditional + 1); from <= at; from += 1)
    for (let to = at + 1; to <= Math.min(run.length, from + longestTraditional); to += 1)
      if (to - from > 1 && words.has(run.slice(from, to))) return true
  return false
}
