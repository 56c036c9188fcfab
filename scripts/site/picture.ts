import { byLang, type ByLang, type Lang } from '../../src/corpus/lang.ts'
import { previewSize } from '../../src/corpus/site.ts'
import { balancedLines, breakLines } from './lines.ts'

/**
 * The picture that a chat program shows for a link, as SVG: both titles, the collection's name, and a map of the rows
 * with the length of either side. Sizes in pixels of 1200 × 630; anything that matters keeps clear of the edges, which
 * some programs crop.
 */
export type PictureSubject = {
  readonly collection: ByLang<string>
  readonly titles: ByLang<string>
  /** A day, or nothing. */
  readonly date: string
  /** Characters of each row on either side; empty for no map. */
  readonly rows: readonly ByLang<number>[]
}

export const pictureFont = 'Noto Sans TC'

const { width, height } = previewSize
const margin = 80
const inner = width - 2 * margin

/** Those of the reader in daylight. */
const colours = { paper: '#fcfbf8', ink: '#22252a', quiet: '#5d625f', line: '#e2dfd6', accent: '#1b5f58' }

export function pictureSvg({ collection, titles, date, rows }: PictureSubject): string {
  let y = 150
  const blocks = (['en', 'zh-Hant'] as const).map((lang) => {
    const { size, lines } = fitted(titles[lang], lang)
    const drawn = lines.map((line) => {
      y += size * 1.3
      return text(line, margin, Math.round(y), size, colours.ink)
    })
    y += 20
    return drawn.join('')
  })
  const name = titles === collection ? '' : `${collection.en} · ${collection['zh-Hant']}`
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<rect width="${width}" height="${height}" fill="${colours.paper}"/>`,
    `<rect width="16" height="${height}" fill="${colours.accent}"/>`,
    text(breakLines(name, 30, inner)[0] ?? '', margin, 110, 30, colours.quiet),
    `<rect x="${margin}" y="140" width="${inner}" height="2" fill="${colours.line}"/>`,
    ...blocks,
    text(date, margin, 590, 26, colours.quiet),
    ...mapOf(rows),
    '</svg>',
  ].join('')
}

/** The largest letters in which a title keeps to its part of the picture; cut where even the smallest are too large. */
function fitted(title: string, lang: Lang): { readonly size: number; readonly lines: readonly string[] } {
  const { most, sizes } = room[lang]
  for (const size of sizes) {
    const lines = balancedLines(title, size, inner)
    if (lines.length <= most) return { size, lines }
  }
  const size = sizes[sizes.length - 1] ?? 36
  const lines = breakLines(title, size, inner - size).slice(0, most)
  return { size, lines: lines.map((line, at) => (at === most - 1 ? `${line}…` : line)) }
}

/** Lines that each title may take, and sizes of its letters, so that both together end above the map. */
const room: ByLang<{ readonly most: number; readonly sizes: readonly number[] }> = {
  en: { most: 3, sizes: [54, 46, 40, 36] },
  'zh-Hant': { most: 2, sizes: [50, 44, 38] },
}

/** More rows than this are drawn by groups. */
const mostSlots = 120

/** English above, Chinese below a line; each row in a place of its own, as high as it is long beside the longest. */
function mapOf(rows: readonly ByLang<number>[]): string[] {
  if (rows.length === 0) return []
  const groups = Math.min(rows.length, mostSlots)
  const slots = Array.from({ length: groups }, (_, slot) => {
    const held = rows.slice(Math.floor((slot * rows.length) / groups), Math.floor(((slot + 1) * rows.length) / groups))
    return byLang((lang) => held.reduce((sum, row) => sum + row[lang], 0))
  })
  const [left, middle, high] = [margin + 260, 565, 36]
  const step = (inner - 260) / groups
  const bar = Math.max(2, Math.min(step - 2, 48))
  const most = byLang((lang) => Math.max(1, ...slots.map((slot) => slot[lang])))
  return slots.flatMap((slot, at) =>
    (['en', 'zh-Hant'] as const).map((lang) => {
      const tall = slot[lang] === 0 ? 0 : Math.max(2, Math.round((high * slot[lang]) / most[lang]))
      const top = lang === 'en' ? middle - tall - 1 : middle + 1
      const fill = lang === 'en' ? colours.accent : colours.quiet
      return `<rect x="${(left + at * step).toFixed(1)}" y="${top}" width="${bar.toFixed(1)}" height="${tall}" fill="${fill}"/>`
    }),
  )
}

function text(words: string, x: number, y: number, size: number, fill: string): string {
  if (words === '') return ''
  const escaped = words.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  return `<text x="${x}" y="${y}" font-family="${pictureFont}" font-size="${size}" fill="${fill}">${escaped}</text>`
}
