import { parseRowId } from '../corpus/ids.ts'
import { doubleIds, type AlignedFault, type AlignedText, type AlignedUnit } from './aligned.ts'

/**
 * Aligned text as tab-separated values: a line for each row, English, Chinese, and where wanted the row’s id (`p12`).
 *
 * A first line that names the columns (`en`, `zh` or `zh-Hant`, `id`, or the languages' names) may give them in another
 * order. In a value `\t`,
 * `\n`, `\r` and `\\` stand for a tab, a line break and a backslash; any other backslash is itself. Quotation marks are
 * text. Lines that are empty part nothing and are passed over.
 */
export function parseAlignedTsv(text: string): AlignedText {
  const units: AlignedUnit[] = []
  const faults: AlignedFault[] = []
  const isDouble = doubleIds()
  let columns: readonly Column[] = ['en', 'zh-Hant', 'id']
  let isFirst = true
  for (const { line, at } of linesOf(text)) {
    if (line.trim() === '' && !line.includes('\t')) continue
    const cells = line.split('\t')
    const named = isFirst ? columnsNamed(cells) : null
    isFirst = false
    if (named !== null) {
      columns = named
      continue
    }
    const fault = wrongCount(cells, columns, at)
    if (fault !== null) {
      faults.push(fault)
      continue
    }
    const starts = cells.map((_, index) => at + cells.slice(0, index).join('\t').length + Math.min(index, 1))
    const cell = (column: Column): { value: string; place: number } => {
      const index = columns.indexOf(column)
      return { value: unescaped(cells[index] ?? '').trim(), place: starts[index] ?? at }
    }
    const [en, zh, name] = [cell('en'), cell('zh-Hant'), cell('id')]
    const id = parseRowId(name.value)
    if (name.value !== '' && id === null)
      faults.push({
        at: name.place,
        what: `“${name.value}” is no row id`,
        todo: 'Write p and a number, p12, or leave it empty and an id is given',
      })
    const double = isDouble(id, name.place)
    if (double !== null) faults.push(double)
    if (en.value === '' && zh.value === '')
      faults.push({ at, what: 'Both sides of this line are empty', todo: 'Fill one in, or take the line out' })
    else units.push({ texts: { en: en.value, 'zh-Hant': zh.value }, id, at: { en: en.place, 'zh-Hant': zh.place } })
  }
  return { units, faults }
}

type Column = 'en' | 'zh-Hant' | 'id'

const headings: ReadonlyMap<string, Column> = new Map([
  ['en', 'en'],
  ['en-gb', 'en'],
  ['en-us', 'en'],
  ['english', 'en'],
  ['zh', 'zh-Hant'],
  ['chinese', 'zh-Hant'],
  ['zh-hant', 'zh-Hant'],
  ['zh-tw', 'zh-Hant'],
  ['zh-hk', 'zh-Hant'],
  ['zh-mo', 'zh-Hant'],
  ['id', 'id'],
])

/** The columns that a first line names; `null` when it is a row: no row has all of its cells in this list. */
function columnsNamed(cells: readonly string[]): Column[] | null {
  const named = cells.map((cell) => headings.get(cell.trim().toLowerCase()))
  const known = named.filter((one) => one !== undefined)
  const isHead = known.length === cells.length && new Set(known).size === known.length
  return isHead && known.includes('en') && known.includes('zh-Hant') ? known : null
}

function wrongCount(cells: readonly string[], columns: readonly Column[], at: number): AlignedFault | null {
  const least = 1 + Math.max(columns.indexOf('en'), columns.indexOf('zh-Hant'))
  if (cells.length < least)
    return {
      at: at + cells.join('\t').length,
      what: `This line has ${counted(cells.length)} and lacks ${columns.slice(cells.length, least).join(' and ')}`,
      todo: 'Part the English and the Chinese by one tab; leave a side that is missing empty',
    }
  if (cells.length > columns.length)
    return {
      at: at + cells.slice(0, columns.length).join('\t').length,
      what: `This line has ${counted(cells.length)}, and there are ${columns.length} at most: ${columns.join(', ')}`,
      todo: 'Write a tab inside of a text as \\t',
    }
  return null
}

function counted(columns: number): string {
  return `${columns} ${columns === 1 ? 'column' : 'columns'}`
}

const escapes: Readonly<Record<string, string>> = { '\\t': '\t', '\\n': '\n', '\\r': '\n', '\\\\': '\\' }

function unescaped(cell: string): string {
  if (!cell.includes('\\')) return cell
  return cell.replace(/\\r\\n|\\[tnr\\]/gu, (mark) => escapes[mark] ?? '\n')
}

function* linesOf(text: string): Generator<{ readonly line: string; readonly at: number }> {
  let at = text.startsWith('\ufeff') ? 1 : 0
  for (const ending of text.matchAll(/\r\n|\r|\n|$/gu)) {
    if (ending.index < at) continue
    yield { line: text.slice(at, ending.index), at }
    at = ending.index + ending[0].length
  }
}
