import { encodings, parseEncoding, type Encoding } from './decode-label.ts'
import { likelihood } from './decode-likely.ts'

/**
 * Several encodings decode the same bytes without complaint: which reading did someone write?
 *
 * Every reading is weighed as a text (see `decode-likely.ts`). Nearly all GB bytes are also valid Big5 and the other
 * way about, so validity alone says little; the weighing is right from a few characters on, and a statistical
 * guesser, which knows more about bytes and less about text, has a say where two readings come close.
 */
export function likeliest(read: Readings, guesses: readonly string[]): Reading | null {
  const guessed = guesses[0] === undefined ? null : parseEncoding(guesses[0])
  let best: (Reading & { readonly weight: number }) | null = null
  for (const encoding of encodings) {
    const text = read(encoding)
    if (text === null || text.includes('\0')) continue
    const mean = likelihood(text) / Math.max(1, text.length)
    if (mean < (encoding === 'windows-1252' ? unlikelyWestern : unlikely) && guessed !== encoding) continue
    const weight = likelihood(text) + (guessed === encoding ? guesserSay : 0)
    if (best === null || weight > best.weight) best = { text, encoding, weight }
  }
  return best === null ? null : { text: best.text, encoding: best.encoding }
}

export type Reading = { readonly text: string; readonly encoding: Encoding }

/** One reading an encoding, made when first asked for; `null` when the bytes are not valid in it. */
export type Readings = (encoding: Encoding) => string | null

export function readings(
  bytes: Uint8Array,
  tools: { readonly decode: (bytes: Uint8Array, encoding: Encoding) => string | null },
): Readings {
  const made = new Map<Encoding, string | null>()
  return (encoding) => {
    const known = made.get(encoding)
    if (known !== undefined) return known
    const text = tools.decode(bytes, encoding)
    made.set(encoding, text)
    return text
  }
}

/** Text holds no control characters but tab, line ends and form feed; an escape sequence is no text either. */
export function isLikelyText(text: string): boolean {
  return !/[\0-\x08\x0e-\x1f\x7f\x80-\x84\x86-\x9f\uffff]/u.test(text)
}

/** nats that the guesser's first choice is worth: what one common character in place of a rare one is worth. */
const guesserSay = 4

/** nats a character, on average: below this, nearly every character is rare, and it is no text of either language. */
const unlikely = -12.5

/** Any bytes at all make accented letters in windows-1252; in English text they are one in hundreds. */
const unlikelyWestern = -8
