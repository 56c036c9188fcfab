import { repaint } from './paint.ts'

/**
 * What changes the words on the page, one upon the other: which text is shown, in which script, with which readings
 * above it. A layer may replace text nodes, so whoever changes one takes off those above it first and puts them back.
 *
 * Law     with every layer taken off, the page's nodes are the ones that it was loaded with.
 */
const order = ['repairs', 'script', 'readings'] as const

export type TextLayer = (typeof order)[number]

/** Puts a layer on the page and returns what takes it off again. */
export type PutLayer = () => () => void

const on = new Map<TextLayer, { readonly put: PutLayer; readonly takeOff: () => void }>()

/** Puts a layer in its place, in place of the one of that name; `null` takes that one off. */
export function setTextLayer(page: Document, name: TextLayer, put: PutLayer | null): void {
  const here = order.slice(order.indexOf(name))
  const above = here.slice(1).flatMap((one) => {
    const layer = on.get(one)
    return layer === undefined ? [] : [[one, layer.put] as const]
  })
  for (const one of [...here].reverse()) {
    on.get(one)?.takeOff()
    on.delete(one)
  }
  if (put !== null) on.set(name, { put, takeOff: put() })
  for (const [one, putAgain] of above) on.set(one, { put: putAgain, takeOff: putAgain() })
  repaint(page)
}
