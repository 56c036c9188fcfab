import { pinyin } from 'pinyin-pro'
import { repaint } from '../../dom/paint.ts'

/** Sections are given their readings while they are still this far away. */
const ahead = '100% 0px'

/**
 * Pinyin above every Chinese character, as ruby. The reading is painted by CSS from an attribute and is no text of the
 * page: it is not found, copied, anchored to or read out, and offsets stay true. Its room is kept by `data-pinyin` on
 * the root, so that nothing moves. A layer of the page's text: returns what takes the readings off.
 */
export function showReadings(page: Document): () => void {
  const done: (() => void)[] = []
  const observer = new IntersectionObserver(
    (entries) => {
      const near = entries.filter(({ isIntersecting }) => isIntersecting).map(({ target }) => target)
      for (const section of near) {
        observer.unobserve(section)
        for (const words of section.querySelectorAll<HTMLElement>('[data-side="zh-Hant"] [data-at]'))
          done.push(annotate(words))
      }
      if (near.length > 0) repaint(page)
    },
    { rootMargin: ahead },
  )
  for (const section of page.querySelectorAll('.rows-section')) observer.observe(section)
  return () => {
    observer.disconnect()
    for (const undo of done) undo()
  }
}

/** Puts ruby around the characters of an element, text node by text node, and returns what brings the nodes back. */
function annotate(element: HTMLElement): () => void {
  const read = readingsOf(element.textContent)
  const nodes: { readonly node: Text; readonly at: number }[] = []
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  for (let at = 0, node = walker.nextNode(); node instanceof Text; node = walker.nextNode()) {
    nodes.push({ node, at })
    at += node.length
  }
  const undo = nodes.map(({ node, at }) => {
    const parts = partsOf(node, at, read)
    node.replaceWith(...parts)
    return () => {
      parts[0]?.parentNode?.insertBefore(node, parts[0])
      for (const part of parts) part.remove()
    }
  })
  return () => undo.forEach((back) => back())
}

function partsOf(node: Text, at: number, read: ReadonlyMap<number, string>): ChildNode[] {
  const page = node.ownerDocument
  const parts: ChildNode[] = []
  let plain = ''
  let place = at
  for (const character of node.data) {
    const reading = read.get(place)
    place += character.length
    if (reading === undefined) {
      plain += character
      continue
    }
    if (plain !== '') parts.push(page.createTextNode(plain))
    plain = ''
    const ruby = page.createElement('ruby')
    const above = page.createElement('rt')
    above.dataset.reading = reading
    above.setAttribute('aria-hidden', 'true')
    ruby.append(character, above)
    parts.push(ruby)
  }
  if (plain !== '') parts.push(page.createTextNode(plain))
  return parts
}

/** Readings by place, chosen by the words around each character. */
function readingsOf(text: string): Map<number, string> {
  const readings = new Map<number, string>()
  let at = 0
  for (const { origin, pinyin: reading, isZh } of pinyin(text, { type: 'all' })) {
    if (isZh && reading !== '') readings.set(at, reading)
    at += origin.length
  }
  return readings
}
