import { langs, otherLang } from '../../../corpus/lang.ts'
import type { Reader } from '../../islands/reader.ts'
import type { LayerName } from '../../state/layers.ts'
import { rowsInView } from './in-view.ts'
import { readRows, type PageRow } from './page-rows.ts'
import { bandsOf, drawBars, drawMarks, mapWidth, rowAt, topOf, type Bands } from './picture.ts'
import { createStage, type Stage } from './stage.ts'
import './map.css'

/** In the order of their lanes. Features put their rows there with `reader.layers.setLayer` (`state/layers.ts`). */
const lanes = ['hits', 'terms', 'notes', 'findings'] as const satisfies readonly LayerName[]

const laneWords = { hits: 'map.hits', terms: 'map.terms', notes: 'map.notes', findings: 'map.findings' } as const

/** Kept free above and below the map, as in the stylesheet, in CSS pixels. */
const aroundMap = 32

/** Pages of the map: how many steps PageUp and PageDown make of the whole. */
const leaps = 10

/**
 * A slim picture of all rows: how long each is on both sides, which have no counterpart, and what features have marked.
 * A slider: a press goes to a row, the arrow keys go through them, and a screen reader hears which row it is.
 */
export async function start(reader: Reader): Promise<void> {
  const place = document.querySelector<HTMLElement>('.map')
  if (place === null || place.childElementCount > 0) return
  const rows = await readRows(document)
  if (rows.length === 0) return
  const stage = createStage(place, lanes, mapWidth)
  const indexOf = new Map(rows.map(({ id }, index) => [id, index]))
  let bands: Bands = bandsOf(rows.length, 0)
  let current = 0

  const paintMarks = (): void => {
    lanes.forEach((name, lane) => {
      const marked = [...(reader.layers.get().get(name) ?? [])].flatMap((id) => indexOf.get(id) ?? [])
      stage.paths[name].setAttribute('d', drawMarks(marked, bands, lane))
    })
    tell(current)
  }
  const paint = (): void => {
    bands = bandsOf(rows.length, window.innerHeight - aroundMap)
    stage.resize(bands.count * bands.bandHeight)
    const bars = drawBars(rows, bands, reader.address.get().first)
    for (const name of ['en', 'zh-Hant', 'gaps', 'uneven'] as const) stage.paths[name].setAttribute('d', bars[name])
    paintMarks()
    paintView()
  }
  const paintView = (): void => {
    const { from, to } = rowsInView(rows, window.innerHeight)
    stage.showView(topOf(from, bands), topOf(Math.min(to, rows.length), bands))
    // What is read is where the slider stands, unless it is being moved.
    if (!place.contains(document.activeElement)) tell(Math.min(from, rows.length - 1))
  }
  const tell = (index: number): void => {
    current = index
    stage.tell(index, rows.length, wordsOf(reader, rows[index]), topOf(index, bands))
  }
  const go = (index: number, how: 'push' | 'replace'): void => {
    const row = rows[index]
    if (row === undefined) return
    tell(index)
    // The browser's own way to a fragment: it scrolls, sets the target and tells the page.
    if (how === 'push') window.location.hash = row.id
    else window.location.replace(`#${row.id}`)
  }
  listen(stage, {
    moved: (y) => tell(rowAt(y, rows.length, bands)),
    dragged: (y) => {
      tell(rowAt(y, rows.length, bands))
      rows[current]?.element.scrollIntoView()
    },
    dropped: (y) => go(rowAt(y, rows.length, bands), 'push'),
    stepped: (key) => {
      const next = stepFrom(current, rows.length, key)
      if (next !== null) {
        go(next, 'replace')
        // Going to a fragment takes the focus away.
        stage.slider.focus({ preventScroll: true })
      }
      return next !== null
    },
  })
  let asked = false
  const soon = (): void => {
    if (asked) return
    asked = true
    requestAnimationFrame(() => {
      asked = false
      paintView()
    })
  }
  window.addEventListener('scroll', soon, { passive: true })
  window.addEventListener('resize', paint)
  reader.layers.subscribe(paintMarks)
  let { first } = reader.address.get()
  reader.address.subscribe(() => {
    if (first === reader.address.get().first) return
    first = reader.address.get().first
    paint()
  })
  paint()
}

type Heard = {
  readonly moved: (y: number) => void
  readonly dragged: (y: number) => void
  readonly dropped: (y: number) => void
  /** Whether the key did something. */
  readonly stepped: (key: string) => boolean
}

function listen({ slider }: Stage, heard: Heard): void {
  const y = (event: PointerEvent): number => event.clientY - slider.getBoundingClientRect().top
  slider.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return
    slider.setPointerCapture(event.pointerId)
    heard.dragged(y(event))
  })
  slider.addEventListener('pointermove', (event) => {
    if (slider.hasPointerCapture(event.pointerId)) heard.dragged(y(event))
    else heard.moved(y(event))
  })
  slider.addEventListener('pointerup', (event) => {
    if (slider.hasPointerCapture(event.pointerId)) heard.dropped(y(event))
  })
  slider.addEventListener('keydown', (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
    if (heard.stepped(event.key)) event.preventDefault()
  })
}

function stepFrom(at: number, count: number, key: string): number | null {
  const leap = Math.max(1, Math.round(count / leaps))
  const next = {
    ArrowDown: at + 1,
    ArrowRight: at + 1,
    ArrowUp: at - 1,
    ArrowLeft: at - 1,
    PageDown: at + leap,
    PageUp: at - leap,
    Home: 0,
    End: count - 1,
  }[key]
  return next === undefined ? null : Math.max(0, Math.min(count - 1, next))
}

/** The row's name, which side it lacks, and what is marked in it. */
function wordsOf({ words: { t }, layers }: Reader, row: PageRow | undefined): string {
  if (row === undefined) return ''
  const lacks = langs.find((lang) => row.length[lang] === 0 && row.length[otherLang(lang)] > 0)
  const parts = [
    lacks === undefined ? null : t(lacks === 'en' ? 'map.onlyChinese' : 'map.onlyEnglish'),
    ...lanes.map((name) => (layers.get().get(name)?.has(row.id) ? t(laneWords[name]) : null)),
  ]
  return [row.id, ...parts.filter((part) => part !== null)].join(' · ')
}
