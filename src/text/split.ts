import type { SplitPlace } from './split-place.ts'
import type { Lang } from '../corpus/lang.ts'
import type { Run } from '../corpus/run.ts'
import { endsEnglishSentence } from './split-en.ts'
import { endsChineseSentence } from './split-zh.ts'

/**
 * Where the sentences of a paragraph are.
 *
 * A sentence ends at a mark that can end one, with the closing quotes and brackets behind it; each language says
 * which marks do (split-en.ts, split-zh.ts). What both share stands here: nothing ends inside brackets, nothing
 * inside a quotation that is part of its sentence, and a line that ends in a mark ends a sentence.
 *
 * Units   runs of UTF-16 code units in `text`, sorted; trimmed, with only white space between them.
 * Shapes  text that is not blank has at least one sentence.
 */
export function splitSentences(text: string, lang: Lang): Run[] {
  const endsSentence = lang === 'en' ? endsEnglishSentence : endsChineseSentence
  const inside = insides(text, lang)
  const runs: Run[] = []
  let from = 0
  marks.lastIndex = 0
  for (let match = marks.exec(text); match !== null; match = marks.exec(text)) {
    const to = match.index + match[0].length
    const endsLine = /^[^\S\n]*\n/.test(text.slice(to, to + 40))
    const place = { text, from, mark: match.index, to, marks: match[1] ?? '', closers: match[2] ?? '' }
    if (inside[to] !== 0 || isAside(text, inside, place)) continue
    if (endsLine || endsSentence(place)) {
      pushTrimmed(runs, text, from, to)
      from = to
    }
  }
  pushTrimmed(runs, text, from, text.length)
  return runs
}

/** Marks and what closes behind them; `marks` one by one would ask twice at `?!` and `……`. */
const marks = /([.。．｡!！?？;；:：…‥⋯]+)(["'”’」』）)\]】》〉〕｝}]*)/gu

/** White space, with the characters that are not shown, is never part of a sentence's ends. */
function pushTrimmed(runs: Run[], text: string, from: number, to: number): void {
  let start = from
  let end = to
  while (start < end && isBlank(text.charCodeAt(start))) start += 1
  while (end > start && isBlank(text.charCodeAt(end - 1))) end -= 1
  if (start < end) runs.push({ from: start, to: end })
}

function isBlank(unit: number): boolean {
  return unit <= 0x20 ? /\s/.test(String.fromCharCode(unit)) : unit === 0xa0 || unit === 0x3000 || isSpace(unit)
}

function isSpace(unit: number): boolean {
  return (unit >= 0x2000 && unit <= 0x200a) || unit === 0x2028 || unit === 0x2029 || unit === 0x202f || unit === 0xfeff
}

const brackets = new Map(['（）', '()', '[]', '【】', '〔〕'].map((pair) => [pair.charAt(0), pair.charAt(1)]))
const quotes = new Map(['「」', '『』', '“”', '《》'].map((pair) => [pair.charAt(0), pair.charAt(1)]))

/**
 * The longest quotation that is read as part of the sentence that holds it: a few lines of either language.
 * A longer one is a speech, and is read by its own sentences.
 */
const longestInlineQuotation: Readonly<Record<Lang, number>> = { en: 160, 'zh-Hant': 60 }

/** A bracket that closes further away than this was never meant to be closed. */
const longestBracket = 600

const quoted = 1
const bracketed = 2

/** A mark whose brackets opened within the sentence ends what is said aside, not the sentence: 本法（見附件。）施行。 */
function isAside(text: string, inside: Uint8Array, { from, mark }: SplitPlace): boolean {
  return inside[mark] === bracketed && inside[from + text.slice(from, mark).search(/\S/u) + 1] !== bracketed
}

/** Not 0 for each offset that lies inside brackets or an inline quotation, its closing sign not yet passed. */
function insides(text: string, lang: Lang): Uint8Array {
  const inside = new Uint8Array(text.length + 1)
  const open: { readonly at: number; readonly close: string; readonly isQuote: boolean }[] = []
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at)
    const bracketClose = brackets.get(sign)
    const quoteClose = quotes.get(sign)
    if (bracketClose !== undefined) open.push({ at, close: bracketClose, isQuote: false })
    else if (quoteClose !== undefined) open.push({ at, close: quoteClose, isQuote: true })
    else if (closings.has(sign)) {
      const index = open.findLastIndex(({ close }) => close === sign)
      const opened = open[index]
      if (opened === undefined) continue
      open.length = index
      const longest = opened.isQuote ? longestInlineQuotation[lang] : longestBracket
      if (at - opened.at <= longest) inside.fill(opened.isQuote ? quoted : bracketed, opened.at + 1, at + 1)
    }
  }
  return inside
}

const closings: ReadonlySet<string> = new Set([...brackets.values(), ...quotes.values()])
