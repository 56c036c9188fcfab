import type { ByLang, Lang } from '../../../corpus/lang.ts'
import { langs, otherLang } from '../../../corpus/lang.ts'

/**
 * The map of a notice as a few SVG paths, however many rows there are.
 *
 * Shapes  a band is a strip of the picture for one row or, in a long notice, for several neighbours; its bars are as
 *         long as its longest row on each side, the first language left of the middle, the other right of it.
 * Units   CSS pixels from the picture's upper left corner; lengths of sides in UTF-16 code units.
 */
export type MapRow = {
  readonly length: ByLang<number>
  /** Some sentence bead in it is other than 1-1. */
  readonly uneven: boolean
}

/** Where the rows are: row `index` is in band `floor(index / rowsInBand)`, which is `bandHeight` high. */
export type Bands = { readonly count: number; readonly rowsInBand: number; readonly bandHeight: number }

export const mapWidth = 48

/** Thinner bands cannot be told apart, thicker ones look like blocks. */
const thinnest = 3
const thickest = 22

const middle = 19
const longestBar = 16
const besideMiddle = 1.5

/** Marks of features stand to the right of the bars, each kind in a lane of its own. */
const firstLane = 38
const laneWidth = 2.5

/** A few very long rows must not make all others dots: this share of rows fits, longer bars are cut. */
const fitting = 0.95

export function bandsOf(rows: number, height: number): Bands {
  const rowsInBand = Math.max(1, Math.ceil((rows * thinnest) / Math.max(height, thinnest)))
  const count = Math.ceil(rows / rowsInBand)
  return { count, rowsInBand, bandHeight: Math.min(thickest, height / Math.max(1, count)) }
}

/** The bars of both sides, an outline where a side has nothing, and a dot in the middle of uneven bands. */
export function drawBars(rows: readonly MapRow[], bands: Bands, first: Lang) {
  const most: ByLang<number> = { en: usual(rows, 'en'), 'zh-Hant': usual(rows, 'zh-Hant') }
  const paths: Record<Lang, string> = { en: '', 'zh-Hant': '' }
  let gaps = ''
  let uneven = ''
  const thick = bands.bandHeight - Math.min(1.5, bands.bandHeight / 3)
  for (let band = 0; band < bands.count; band += 1) {
    const here = rows.slice(band * bands.rowsInBand, (band + 1) * bands.rowsInBand)
    const top = band * bands.bandHeight
    for (const lang of langs) {
      const longest = Math.max(...here.map(({ length }) => length[lang]))
      const share = Math.min(1, longest / most[lang]) * longestBar
      paths[lang] += longest === 0 ? '' : bar(lang === first, top, Math.max(1, share), thick)
      if (here.some(({ length }) => length[lang] === 0 && length[otherLang(lang)] > 0))
        gaps += bar(lang === first, top + 0.5, longestBar / 2, Math.max(1, thick - 1))
    }
    if (here.some((row) => row.uneven)) uneven += box(middle - 1, top, 2, thick)
  }
  return { en: paths.en, 'zh-Hant': paths['zh-Hant'], gaps, uneven }
}

/** One kind of mark: a box in its lane for every band that has some. */
export function drawMarks(marked: Iterable<number>, bands: Bands, lane: number): string {
  const thick = Math.max(2, bands.bandHeight - 1)
  const inBands = new Set([...marked].map((row) => Math.floor(row / bands.rowsInBand)))
  return [...inBands]
    .sort((a, b) => a - b)
    .map((band) => box(firstLane + lane * laneWidth, band * bands.bandHeight, laneWidth - 0.5, thick))
    .join('')
}

/** The row at a height of the picture. */
export function rowAt(y: number, rows: number, { rowsInBand, bandHeight }: Bands): number {
  return Math.max(0, Math.min(rows - 1, Math.floor((y / bandHeight) * rowsInBand)))
}

/** The height at which a row begins. */
export function topOf(row: number, { rowsInBand, bandHeight }: Bands): number {
  return (row / rowsInBand) * bandHeight
}

function bar(isFirst: boolean, top: number, length: number, thick: number): string {
  return box(isFirst ? middle - besideMiddle - length : middle + besideMiddle, top, length, thick)
}

function box(left: number, top: number, width: number, height: number): string {
  return `M${round(left)} ${round(top)}h${round(width)}v${round(height)}h${round(-width)}z`
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}

function usual(rows: readonly MapRow[], lang: Lang): number {
  const lengths = rows.map(({ length }) => length[lang]).sort((a, b) => a - b)
  return Math.max(1, lengths[Math.ceil(lengths.length * fitting) - 1] ?? 1)
}
