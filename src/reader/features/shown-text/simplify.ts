import { Converter } from 'opencc-js/t2cn'
import { unitForUnit } from './unit-for-unit.ts'

const convert = Converter({ from: 't', to: 'cn' })

/**
 * Turns the Chinese side into Simplified characters for the eye alone: text nodes get other characters in the same
 * places, so that marks, ids and the offsets of notes and hits stay true. What was damaged is shown as it was received.
 * A layer of the page's text (`dom/text-layers.ts`): returns what puts the characters back.
 */
export function simplify(page: Document): () => void {
  const before: (readonly [Text, string])[] = []
  const sides = [...page.querySelectorAll<HTMLElement>('.notice :is(.side, .title)[lang="zh-Hant"]')]
  for (const element of sides) {
    element.lang = 'zh-Hans'
    const texts = element.matches('.side') ? [...element.querySelectorAll<HTMLElement>('[data-at]')] : [element]
    for (const text of texts) before.push(...replaceWords(text))
  }
  return () => {
    for (const side of sides) side.lang = 'zh-Hant'
    for (const [node, data] of before) node.data = data
  }
}

/** The text nodes that got other characters, with those that they had. */
function replaceWords(element: HTMLElement): (readonly [Text, string])[] {
  const text = element.textContent
  const shown = unitForUnit(text, convert)
  if (shown === text) return []
  const damaged = element.ownerDocument.documentElement.dataset.text === 'received' ? '.repair' : null
  const changed: (readonly [Text, string])[] = []
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  for (let at = 0, node = walker.nextNode(); node instanceof Text; node = walker.nextNode()) {
    const words = shown.slice(at, at + node.length)
    at += node.length
    if (words === node.data || (damaged !== null && node.parentElement?.closest(damaged))) continue
    changed.push([node, node.data])
    node.data = words
  }
  return changed
}
