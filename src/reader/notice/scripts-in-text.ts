/**
 * What stands in a text that must not be shown as it is: Han characters among Latin ones, which need a language
 * of their own, and characters that are obeyed instead of shown.
 *
 * Units   UTF-16 code units. The parts, joined, are the text.
 */
export type ScriptPart = { readonly kind: 'plain' | 'han' | 'control'; readonly text: string }

/** A run of Han characters with the full-width punctuation inside it; punctuation at its ends stays outside. */
const hanRun = /\p{Script=Han}(?:[\p{Script=Han}\p{Script=Bopomofo}\u3000-\u303f\uff00-\uffef\u00b7]*\p{Script=Han})?/gu

/** Between others, joiners are how Persian, Hindi and emoji are written; beside one of these they are of no use. */
const plain = '\\s\\p{Script=Han}\\p{Script=Latin}\\p{P}0-9\\u200b-\\u200f'
/** A black flag and tags are the flags of England, Scotland and Wales. */
const flag = '\\u{1f3f4}[\\u{e0020}-\\u{e007e}]*'

/**
 * Characters with no shape of their own that change how others are shown: C0 and C1 controls but tab and line ends,
 * soft hyphen, zero-width and bidi controls, invisible operators, the byte order mark, hangul's blank letters, tags;
 * and lone surrogates.
 */
const control = new RegExp(
  [
    '[\\0-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\\xad\\u061c\\u180e\\u200b\\u200e\\u200f\\u202a-\\u202e\\u2060-\\u206f\\u3164\\ufeff\\uffa0\\ufff9-\\ufffb]',
    `(?<![^${plain}])[\\u200c\\u200d]`,
    `[\\u200c\\u200d](?![^${plain}])`,
    `(?<!${flag})[\\u{e0001}\\u{e0020}-\\u{e007f}]`,
    '\\p{Surrogate}',
  ].join('|'),
  'gu',
)

export function hasHan(text: string): boolean {
  return /\p{Script=Han}/u.test(text)
}

/** Parts in order. In a Chinese context Han characters are plain. */
export function scriptParts(text: string, context: string): ScriptPart[] {
  const byControl = cut(text, control, 'control')
  if (context.startsWith('zh')) return byControl
  return byControl.flatMap((part) => (part.kind === 'plain' ? cut(part.text, hanRun, 'han') : [part]))
}

/** `U+200B` for a character that has no shape. */
export function codePointName(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}

function cut(text: string, pattern: RegExp, kind: 'han' | 'control'): ScriptPart[] {
  const parts: ScriptPart[] = []
  let at = 0
  for (const found of text.matchAll(pattern)) {
    if (found.index > at) parts.push({ kind: 'plain', text: text.slice(at, found.index) })
    parts.push({ kind, text: found[0] })
    at = found.index + found[0].length
  }
  if (at < text.length) parts.push({ kind: 'plain', text: text.slice(at) })
  return parts
}
