import { Converter } from 'opencc-js'
import type { ByLang, Lang } from '../../../src/corpus/lang.ts'
import { isHan, narrowed, slipped, withReadings } from '../slipping.ts'
import { cellsOf, textOfCells, type Cell } from './document.ts'
import { touchedShare } from './edit-all.ts'
import type { Chance } from './random.ts'

/** What happens to a sentence's characters: other words, figures, signs, another script, damage as in received text. */

export const simplified = Converter({ from: 'tw', to: 'cn' })
export const hongKong = Converter({ from: 'tw', to: 'hk' })

const someWords: ByLang<readonly string[]> = {
  en: ['further', 'as appropriate', 'relevant', 'not', 'the competent authority', 'each year', 'also'],
  'zh-Hant': ['進一步', '有關', '不', '及其', '主管機關', '每年', '並', '依法'],
}

/** One to three words put in, taken out or replaced. */
export function reworded(cells: readonly Cell[], lang: Lang, chance: Chance): readonly Cell[] {
  let edited = [...cells]
  for (let count = chance.whole(1, 3); count > 0 && edited.length > 0; count -= 1) {
    const breaks = wordBreaks(edited, lang)
    const from = chance.one(breaks)
    const to = breaks.find((at) => at > from + (lang === 'en' ? 0 : chance.whole(0, 2))) ?? edited.length
    const word = cellsOf(lang === 'en' ? `${chance.one(someWords.en)} ` : chance.one(someWords['zh-Hant']))
    const kind = chance.whole(0, 2)
    edited = [...edited.slice(0, from), ...(kind === 0 ? [] : word), ...edited.slice(kind === 1 ? from : to)]
  }
  return edited
}

/** Where a word begins. */
function wordBreaks(cells: readonly Cell[], lang: Lang): number[] {
  const breaks = cells.flatMap((_, at) =>
    at === 0 || lang !== 'en' || /\s/u.test(cells[at - 1]?.character ?? '') ? [at] : [],
  )
  return breaks.length === 0 ? [0] : breaks
}

const zhDigits = '一二三四五六七八九'

/** Digits become other digits: each figure with one chance in two, and one at least where `sure`. */
export function otherFigures(cells: readonly Cell[], chance: Chance, sure = false): readonly Cell[] {
  const figures = cells.flatMap(({ character }, at) => (/[0-9一二三四五六七八九]/u.test(character) ? [at] : []))
  const certain = sure && figures.length > 0 ? chance.one(figures) : -1
  const changed = new Set(figures.filter((at) => at === certain || chance.is(0.5)))
  return cells.map((cell, at) => {
    if (!changed.has(at)) return cell
    const all = /[0-9]/u.test(cell.character) ? '123456789' : zhDigits
    return cellsOf(chance.one([...all].filter((digit) => digit !== cell.character)))[0] ?? cell
  })
}

/** Character by character where lengths agree: OpenCC converts phrases, and a phrase keeps its length. */
export function converted(cells: readonly Cell[], convert: (text: string) => string): readonly Cell[] {
  const after = [...convert(textOfCells(cells))]
  if (after.length !== cells.length) return cells
  return cells.map(({ id }, at) => ({ id, character: after[at] ?? '' }))
}

/** Half-width signs among Han characters, spaces round figures and Latin words, a line wrapped here and there. */
export function otherSigns(cells: readonly Cell[], lang: Lang, chance: Chance): readonly Cell[] {
  return cells.flatMap((cell, at) => {
    const next = cells[at + 1]?.character ?? ''
    const edge =
      isHan(cell.character) !== isHan(next) && /[\p{L}\p{N}]/u.test(cell.character) && /[\p{L}\p{N}]/u.test(next)
    if (lang !== 'en' && edge && chance.is(0.5)) return [cell, ...cellsOf(' ')]
    if (cell.character === ' ' && chance.is(0.05)) return cellsOf('\n')
    if (/[，：；？！（）]/u.test(cell.character)) return [{ id: cell.id, character: narrowed(cell.character) }]
    if (/[’“”]/u.test(cell.character)) return [{ id: cell.id, character: cell.character === '’' ? "'" : '"' }]
    return [cell]
  })
}

/** As the first notice was received: readings in brackets, narrowed signs, and in some sentences bytes out of step. */
export function damaged(cells: readonly Cell[], lang: Lang, chance: Chance): readonly Cell[] {
  if (lang === 'en') return cells
  const text = textOfCells(cells)
  const places = cells.flatMap(({ character }, at) => (isHan(character) ? [at] : []))
  if (chance.is(touchedShare) && places.length > 4) {
    const from = chance.one(places)
    const slip = slipped(text, from)
    if (slip !== null) return withSlip(cells, from, [...slip.text])
  }
  return cells.flatMap((cell) => {
    const [, ...reading] = withReadings(cell.character, simplified)
    return [{ id: cell.id, character: narrowed(cell.character) }, ...cellsOf(reading.join(''))]
  })
}

/** Before the slip and behind it the characters are the same, between them they are lost. */
function withSlip(cells: readonly Cell[], from: number, shown: readonly string[]): readonly Cell[] {
  let kept = 0
  while (
    kept < Math.min(cells.length - from, shown.length - from) &&
    narrowed(cells[cells.length - 1 - kept]?.character ?? '') === shown[shown.length - 1 - kept]
  )
    kept += 1
  const lost = cellsOf(shown.slice(from, shown.length - kept).join(''))
  const same = (cell: Cell): Cell => ({ id: cell.id, character: narrowed(cell.character) })
  return [...cells.slice(0, from).map(same), ...lost, ...cells.slice(cells.length - kept).map(same)]
}
