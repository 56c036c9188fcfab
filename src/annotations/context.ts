import search from 'approx-string-match'
import { zhNumeralSigns } from '../text/numerals-zh.ts'
import type { Ground } from './ground.ts'
import { weightOf, wordsIn } from './words.ts'

/**
 * How well does what stands beside a candidate agree with what stood beside the words when they were annotated?
 * Words are compared, not signs; what touches the quote counts most. Each side answers by itself, since an edit
 * mostly leaves one of them alone.
 */
export type Agreement = {
  /** 3: all of it, or all up to the paragraph's edge. 2: much. 1: a little, or just that edge. 0: nothing. */
  readonly level: 0 | 1 | 2 | 3
  /** All of it, beyond the paragraph's edge as well. */
  readonly full: boolean
  /** Weight of what agrees without a gap from the quote on. */
  readonly weight: number
  /** Do the figures in it agree as well? */
  readonly figures: boolean
}

/** One side of a quote's context, prepared once for all candidates; its words run from the quote outwards. */
export type Context = {
  readonly words: string
  /** How many of the words are in the quote's own paragraph. */
  readonly near: number
  /** Does that paragraph's edge lie within the context? */
  readonly closed: boolean
}

/**
 * UTF-16 units of context that suffice where the words are found but once (Hypothesis takes as many). One of ours that
 * is shorter was cut by the text's own beginning or end; half a character may have been left out of it.
 */
export const usualContext = 32

function isCutByText(context: string): boolean {
  return context.length < usualContext - 1
}

/** `words` are the prefix's own. `whole`: a short prefix means that the text begins there, not that no more is known. */
export function contextBefore(prefix: string, words: string, whole: boolean): Context {
  const cut = prefix.lastIndexOf('\n')
  return {
    words: reversed(words),
    near: Math.min(words.length, wordsIn(prefix.slice(cut + 1)).length),
    closed: cut >= 0 || (whole && isCutByText(prefix)),
  }
}

export function contextBehind(suffix: string, words: string, whole: boolean): Context {
  const cut = suffix.indexOf('\n')
  return {
    words,
    near: cut < 0 ? words.length : Math.min(words.length, wordsIn(suffix.slice(0, cut)).length),
    closed: cut >= 0 || (whole && isCutByText(suffix)),
  }
}

/** Agreement of what stands before unit `at` of the ground's words. */
export function agreementBefore({ words, edges }: Ground, at: number, context: Context): Agreement {
  const found = reversed(words.text.slice(Math.max(0, at - reachOf(context)), at))
  return agreement(context, found, edges.has(at - context.near))
}

export function agreementBehind({ words, edges }: Ground, at: number, context: Context): Agreement {
  return agreement(context, words.text.slice(at, at + reachOf(context)), edges.has(at + context.near))
}

/** Weight of unbroken agreement from which a side counts as much, or as a little. */
const much = 6
const little = 2
/** Shares of differing words up to which a side counts as much, or as a little, whatever touches the quote. */
const fewErrors = 0.15
const someErrors = 0.35

function agreement(context: Context, found: string, isEdge: boolean): Agreement {
  const { words, near, closed } = context
  let common = 0
  while (common < words.length && words[common] === found[common]) common += 1
  const weight = weightOf(words.slice(0, common))
  const atEdge = closed && isEdge
  const full = words === '' ? atEdge : common === words.length && (weight >= much || atEdge)
  const nearWeight = closed && common >= near && isEdge ? weightOf(words.slice(0, near)) : null
  const level = (): Agreement['level'] => {
    if (full || (nearWeight !== null && nearWeight >= much)) return 3
    if (weight >= much || (nearWeight !== null && weight >= little)) return 2
    const errors = leastErrors(found, words)
    if (errors <= fewErrors && weight >= little) return 2
    return weight >= little || nearWeight !== null || errors <= someErrors ? 1 : 0
  }
  const figures = full || figuresAgree(words, found)
  const reached = level()
  // Surroundings that say another figure may be a sibling's.
  return { level: figures ? reached : lower(reached), full, weight, figures }
}

function lower(level: Agreement['level']): Agreement['level'] {
  return level === 3 ? 2 : level === 2 ? 1 : 0
}

/** The share of the stored words that must be changed to find them beside the candidate. */
function leastErrors(found: string, words: string): number {
  if (weightOf(words) < much) return 1
  const most = Math.floor(words.length * someErrors)
  return Math.min(1, ...search(found, words, most).map(({ errors }) => errors / words.length))
}

/** Words may have been put in beside the quote: look a little further than the context goes. */
function reachOf({ words }: Context): number {
  return Math.ceil(words.length * 1.2)
}

const figure = new RegExp(`[0-9]+|[${[...zhNumeralSigns].join('')}]+`, 'gu')

/** The figures from the quote on, as far as both have them; the far end of either may cut its last one. */
function figuresAgree(words: string, found: string): boolean {
  const ours = words.match(figure) ?? []
  const theirs = found.match(figure) ?? []
  return ours.every((one, index) => {
    const other = theirs[index]
    if (one === other || other === undefined) return true
    const isLast = index === ours.length - 1 || index === theirs.length - 1
    return isLast && (other.startsWith(one) || one.startsWith(other))
  })
}

export function reversed(text: string): string {
  let back = ''
  for (let at = text.length - 1; at >= 0; at -= 1) back += text[at] ?? ''
  return back
}
