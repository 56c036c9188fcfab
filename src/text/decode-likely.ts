import { commonHan } from './decode-common.ts'

/**
 * How likely is it that a person wrote this? Tells readings of the same bytes apart.
 *
 * A sum of log probabilities under a model without memory: each character is drawn from a class, and evenly within
 * it. Since rival readings explain the same bytes, their sums can be compared directly; only the difference means
 * anything. Shares were counted over the Chinese of official, news and legal texts and rounded; sizes are the classes'.
 *
 * Units  nats, always below 0; the higher the likelier.
 */
export function likelihood(text: string): number {
  let sum = 0
  let before = ''
  for (let at = 0; at < text.length;) {
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0)
    at += character.length
    const touching = (isLatin(before) ? 1 : 0) + (isLatin(text[at] ?? '') ? 1 : 0)
    before = character
    if (touching > 0 && character >= '\u00c0' && accented.test(character)) sum += price.accentedInWord
    else sum += priceOf(character)
    // Han letters that touch ASCII ones inside a word are the stamp of a double-byte reading of single-byte text.
    if (touching > 0 && character >= '\u3400')
      sum += oddNeighbour * (commonHan.has(character) ? touching - 1 : touching)
  }
  return sum
}

/** nats: one unlikely neighbour counts about as much as one rare character. */
const oddNeighbour = -3

/** log of a class's share over its size. */
const price = {
  /** 95 characters and line ends; half of what stands in mixed text. */
  ascii: Math.log(0.5 / 97),
  /** 89 in 100 Han characters are on the list. */
  common: Math.log(0.3 / commonHan.size),
  /** The other 20,000 of the main block. */
  han: Math.log(0.04 / 20_000),
  /** 40 marks of Chinese punctuation. */
  marks: Math.log(0.08 / 40),
  /** Dashes, curly quotes, bullets: all that word processors put into English. */
  typographic: Math.log(0.02 / 20),
  /** Accented Latin letters, by themselves and where an ASCII letter stands beside them, as in most words. */
  accented: Math.log(0.002 / 300),
  accentedInWord: Math.log(0.01 / 120),
  /** Everything else that is assigned. */
  other: Math.log(0.001 / 60_000),
  /** Controls, private use, what no text holds. */
  never: Math.log(1e-10),
} as const

const marks = new Set('，。、；：？！（）「」『』《》〈〉【】〔〕…—　“”‘’·％０１２３４５６７８９〇－～／')
const typographic = new Set('‘’“”«»–—…•\u00a0©®°€£§×¿¡')
const noText = /[\p{Cc}\p{Co}\p{Cn}\ufffd\ufeff]/u
const accented = /\p{Script=Latin}/u

function priceOf(character: string): number {
  const code = character.charCodeAt(0)
  if (code < 0x80) return code >= 0x20 ? (code === 0x7f ? price.never : price.ascii) : isLineEnd(code)
  if (commonHan.has(character)) return price.common
  if (marks.has(character)) return price.marks
  if (typographic.has(character)) return price.typographic
  if (code >= 0x4e00 && code <= 0x9fff) return price.han
  if (noText.test(character)) return price.never
  if (accented.test(character)) return price.accented
  return price.other
}

function isLineEnd(code: number): number {
  return code === 9 || code === 10 || code === 13 || code === 12 ? price.ascii : price.never
}

function isLatin(character: string): boolean {
  return /^[A-Za-z]$/.test(character)
}
