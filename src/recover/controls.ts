import type { Edit } from '../corpus/edit.ts'

/**
 * Characters that are not seen but change what is: zero width, soft hyphens, byte order marks inside a text, the
 * bidi controls, which can make a text read otherwise than it is stored (Unicode TR 36; "Trojan Source", 2021), tag
 * characters, which hide whole sentences, and hangul's blank letters.
 * They are taken out of what is shown, each as a recorded edit, so that a reader can be told of every one.
 *
 * Joiners stay where a script or an emoji needs them: between characters that are neither Han, Latin nor space.
 */
export function findControls(text: string): Edit[] {
  const edits: Edit[] = []
  for (const found of text.matchAll(control)) {
    const at = found.index
    // The flags of England, Scotland and Wales are a black flag and tags.
    if (isTag.test(found[0]) && /\u{1f3f4}[\u{e0020}-\u{e007e}]*$/u.test(text.slice(Math.max(0, at - 14), at))) continue
    const isJoiner = found[0] === '\u200c' || found[0] === '\u200d'
    if (isJoiner && joins(text.slice(Math.max(0, at - 2), at), text.slice(at + 1, at + 3))) continue
    edits.push({ kind: 'control', at: { from: at, to: at + found[0].length }, was: found[0], is: '' })
  }
  return edits
}

const control =
  /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\u3164\ufeff\uffa0\u{e0001}\u{e0020}-\u{e007f}]/gu
const isTag = /[\u{e0000}-\u{e007f}]/u

function joins(before: string, after: string): boolean {
  return needsJoiner.test(before) && needsJoinerAhead.test(after)
}

const plain = '\\s\\p{Script=Han}\\p{Script=Latin}\\p{P}0-9\\u200b-\\u200f'
const needsJoiner = new RegExp(`[^${plain}]$`, 'u')
const needsJoinerAhead = new RegExp(`^[^${plain}]`, 'u')
