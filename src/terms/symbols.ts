import type { Lang } from '../corpus/lang.ts'
import { foldMapped, type Folded } from '../text/fold.ts'
import { baseForm } from './inflection.ts'

/**
 * A text as the symbols that terms are matched by: English by words in their base form, Chinese by characters,
 * a run of Latin letters or digits inside it as one. Width, case and script are folded.
 *
 * White space, hyphens and quotation marks part nothing (`3-D printing`, 「十四五」規劃); any other mark stands between
 * two words as a break, so that no term goes across a comma or a bracket. `+ # &` are part of names and count as words.
 *
 * Shapes  `ids[i]` is the number of symbol i, which stands at `[from[i], to[i])` of the folded text. Plain numbers, since
 *         a Chinese text has a symbol for each character.
 */
export type Symbols = {
  readonly folded: Folded
  readonly ids: readonly number[]
  readonly from: readonly number[]
  readonly to: readonly number[]
}

/** What a break is numbered; no pattern has it. */
export const breakId = -1

/** `numberOf` names each symbol; a symbol that no term has may be -1, which matches nothing. */
export function readSymbols(text: string, lang: Lang, numberOf: (key: string) => number): Symbols {
  const folded = foldMapped(text)
  const symbols = { folded, ids: [] as number[], from: [] as number[], to: [] as number[] }
  const add = (id: number, from: number, to: number): void => {
    symbols.ids.push(id)
    symbols.from.push(from)
    symbols.to.push(to)
  }
  const { text: plain } = folded
  for (let at = 0; at < plain.length;) {
    const unit = plain.charCodeAt(at)
    if (unit >= firstHan && unit <= lastHan && lang !== 'en') {
      add(numberOf(plain.charAt(at)), at, at + 1)
      at += 1
      continue
    }
    // Spaces are every fifth character of an English text; the pattern need not look at them.
    if (unit === 0x20) {
      at += 1
      continue
    }
    const pattern = lang === 'en' ? english : chinese
    pattern.lastIndex = at
    const piece = pattern.exec(plain)?.[0]
    if (piece === undefined) {
      at += 1
      continue
    }
    const isWord = /^[\p{L}\p{N}+#&]/u.test(piece)
    add(isWord ? numberOf(lang === 'en' ? baseForm(piece) : piece) : breakId, at, at + piece.length)
    at += piece.length
  }
  return symbols
}

/** CJK Unified Ideographs, the block that nearly all Han characters are in; the pattern sees to the rest. */
const firstHan = 0x4e00
const lastHan = 0x9fff

/** What parts nothing. Folding has made full-width forms narrow; the curly and the corner quotes are left. */
const nothing = String.raw`\s\-‐‑–"'“”‘’「」『』·`

const english = new RegExp(
  String.raw`[\p{L}\p{N}]+(?:['’](?:s(?![\p{L}\p{N}]))?)?|[+#&]|[^\p{L}\p{N}+#&${nothing}]`,
  'yu',
)
const chinese = new RegExp(
  String.raw`\p{sc=Han}|(?:(?!\p{sc=Han})[\p{L}\p{N}])+|[+#&]|[^\p{L}\p{N}+#&${nothing}]`,
  'yu',
)
