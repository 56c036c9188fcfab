/**
 * A page as it was saved, with its tags, comments, scripts and styles blanked out: what is punctuation in text has
 * another meaning in `font-family:宋体;`, in an address or in a script.
 *
 * Units   every character keeps its place, and lines stay lines.
 */
export function blankMarkup(text: string): string {
  let blanked = ''
  let from = 0
  const lastClosing = text.lastIndexOf('-->')
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', Math.max(from, at + 1))) {
    const to = endOfMarkup(text, at, lastClosing)
    if (to === at) continue
    blanked += text.slice(from, at) + text.slice(at, to).replaceAll(/[^\n\r]/gu, (one) => ' '.repeat(one.length))
    from = to
  }
  return blanked + text.slice(from)
}

const tag = /<\/?([a-z][a-z0-9-]*)(?=[\s/>])[^<>]*>/iuy
/** What these hold is no text, up to the end of the page where they are never closed. */
const unread = new Set(['script', 'style'])
/** Longer tags are no tags. */
const LONGEST_TAG = 4000

/** Just behind the tag, comment, script or style that begins at `at`; `at` itself where none does. */
function endOfMarkup(text: string, at: number, lastClosing: number): number {
  if (text.startsWith('<!--', at)) return at < lastClosing ? text.indexOf('-->', at) + '-->'.length : at
  tag.lastIndex = 0
  const found = tag.exec(text.slice(at, at + LONGEST_TAG))
  if (found === null) return at
  const [opening, name = ''] = found
  const end = at + opening.length
  if (!unread.has(name.toLowerCase()) || opening.startsWith('</')) return end
  const close = new RegExp(`</${name}\\s*>`, 'giu')
  close.lastIndex = end
  const closing = close.exec(text)
  return closing === null ? text.length : closing.index + closing[0].length
}
