import type { SplitPlace } from './split-place.ts'

/**
 * Does a Chinese sentence end here?
 *
 * 。！？ end one, and so does ；, which in statutes and plans parts what English makes sentences of. An ellipsis ends
 * one when enough stands before it to be a sentence. A colon ends one only where it ends a line, which split.ts sees.
 * ASCII marks count where they stand behind Han text: `人。` was often typed `人.`.
 */
export function endsChineseSentence({ text, from, mark, to, marks, closers }: SplitPlace): boolean {
  const next = /^\s*(\S)/u.exec(text.slice(to))?.[1] ?? ''
  // A quotation that its sentence goes on from: 「……。」等語, 「好！」的一聲, 「甲。」，乙
  if (closers !== '' && goesOn.test(next)) return false
  if (/[。．｡！？；]/u.test(marks)) return true
  if (/[…‥⋯]|\.\./u.test(marks)) return !goesOn.test(next) && hanCount(text.slice(from, mark)) >= shortestBeforeEllipsis
  if (/^[:：]+$/u.test(marks)) return false
  const isAfterHan = /[\p{sc=Han}」』”）】》]$/u.test(text.slice(Math.max(0, mark - 2), mark))
  if (marks === '.') return isAfterHan && (next === '' || !/[0-9a-z]/i.test(next))
  // `Yahoo!` and `a;b` belong to a Latin name; before white space the mark ends its sentence all the same.
  return isAfterHan || next === '' || /^\s/.test(text.slice(to, to + 1))
}

/** Signs and particles that no Chinese sentence begins with. */
const goesOn = /^[，、；：。！？,;:的了等者之與和及或是為為而則即就所地]$/u

/** 我…… is a stammer; six characters are about the shortest clause that stands alone before an ellipsis. */
const shortestBeforeEllipsis = 6

function hanCount(text: string): number {
  return text.match(/\p{sc=Han}/gu)?.length ?? 0
}
