import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import { parseRowId, type RowId } from '../../../../corpus/ids.ts'

type RowsNear = {
  /** For rows that have notes and have once come near the window, the element that holds them. */
  readonly near: ReadonlyMap<RowId, HTMLElement>
  /** Everything is wanted, however much it is: the page is on its way to the printer. */
  readonly printing: boolean
}

export function useRowsNear(rows: ReadonlyMap<RowId, unknown>): RowsNear {
  const [near, setNear] = useState<ReadonlyMap<RowId, HTMLElement>>(new Map())
  const [printing, setPrinting] = useState(false)
  useEffect(() => {
    const show = (ids: readonly RowId[]): void =>
      setNear((before) => {
        const come = ids
          .filter((id) => !before.has(id))
          .flatMap((id): [RowId, HTMLElement][] => {
            const row = document.getElementById(id)
            return row === null ? [] : [[id, holder(row)]]
          })
        return come.length === 0 ? before : new Map([...before, ...come])
      })
    const watch = new IntersectionObserver(
      (entries) => {
        const here = entries.filter(({ isIntersecting }) => isIntersecting).map(({ target }) => target)
        for (const row of here) watch.unobserve(row)
        show(here.flatMap(({ id }) => parseRowId(id) ?? []))
      },
      { rootMargin: '600px 0px' },
    )
    for (const id of rows.keys()) {
      const row = document.getElementById(id)
      if (row !== null) watch.observe(row)
    }
    const print = (): void =>
      flushSync(() => {
        show([...rows.keys()])
        setPrinting(true)
      })
    const printed = (): void => setPrinting(false)
    window.addEventListener('beforeprint', print)
    window.addEventListener('afterprint', printed)
    return () => {
      watch.disconnect()
      window.removeEventListener('beforeprint', print)
      window.removeEventListener('afterprint', printed)
    }
  }, [rows])
  return { near, printing }
}

function holder(row: HTMLElement): HTMLElement {
  const known = row.querySelector<HTMLElement>(':scope > .row-margin:not([data-editorial])')
  if (known !== null) return known
  const made = document.createElement('div')
  made.className = 'row-margin'
  row.append(made)
  return made
}
