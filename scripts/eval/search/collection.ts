import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseNoticeId, rowId } from '../../../src/corpus/ids.ts'
import { byLang, type ByLang, type Lang } from '../../../src/corpus/lang.ts'
import type { Corpus, Side } from '../../../src/corpus/notice.ts'
import { versions } from '../../../src/corpus/version.ts'

/** Two texts that translate one another. */
export type BeadText = ByLang<string>

/** Rows of a notice: of the order of a real one. */
const rowsOfNotice = 60

/** The beads of aligned texts, `<set>/<document>/{en,zh,gold}.txt` below a folder, with both sides. */
export function readBeads(folder: string): BeadText[] {
  const beads: BeadText[] = []
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    if (!name.endsWith('gold.txt') || name.includes('noisy')) continue
    const place = join(folder, name, '..')
    if (!existsSync(join(place, 'en.txt')) || !existsSync(join(place, 'zh.txt'))) continue
    const lines = { en: read(place, 'en.txt'), 'zh-Hant': read(place, 'zh.txt') }
    for (const line of readFileSync(join(folder, name), 'utf8').split('\n')) {
      const found = /^\[([\d, ]+)\]:\[([\d, ]+)\]/.exec(line)
      if (found === null) continue
      const of = (lang: Lang, list = ''): string =>
        list
          .split(',')
          .map((at) => lines[lang][Number(at)] ?? '')
          .join(' ')
      beads.push({ en: of('en', found[1]), 'zh-Hant': of('zh-Hant', found[2]) })
    }
  }
  return beads
}

/**
 * A collection of so many rows. Beyond the beads there are, a row is a bead with the first clauses of another and
 * numbers of its own, so that the vocabulary and the pairs of neighbours keep growing as in real text.
 */
export function collectionOf(beads: readonly BeadText[], count: number): Corpus[] {
  const rows = Array.from({ length: count }, (_, at): BeadText => {
    const bead = beads[at % beads.length]
    const round = Math.floor(at / beads.length)
    const other = beads[(at * 7919 + round * 104729) % beads.length]
    if (bead === undefined || other === undefined) throw new RangeError('search bench: no beads')
    if (round === 0) return bead
    return byLang((lang) => {
      const clause = (/^.*?[,;，；。.]/u.exec(other[lang]) ?? [other[lang].slice(0, 40)])[0]
      return `${bead[lang].replace(/\d+/gu, (digits) => String(Number(digits) + round))} ${clause}`
    })
  })
  const notices: Corpus[] = []
  for (let from = 0; from < rows.length; from += rowsOfNotice)
    notices.push(noticeOf(`notice-${String(notices.length).padStart(5, '0')}`, rows.slice(from, from + rowsOfNotice)))
  return notices
}

function noticeOf(name: string, rows: readonly BeadText[]): Corpus {
  const id = parseNoticeId(name)
  if (id === null) throw new RangeError(`search bench: ${name} is no name`)
  return {
    ...versions.corpus,
    id,
    titles: byLang((lang) => ({ text: rows[0]?.[lang].slice(0, 40) ?? name, by: 'source' })),
    sides: byLang((lang) => sideOf(lang, rows)),
    rows: rows.map((_, at) => {
      const only = { from: at, to: at + 1 }
      return { id: rowId(at + 1), en: only, 'zh-Hant': only, score: 1, beads: [] }
    }),
    retired: [],
    terms: [],
  }
}

function sideOf(lang: Lang, rows: readonly BeadText[]): Side {
  let text = ''
  const paragraphs = rows.map((row, at): Side['paragraphs'][number] => {
    const from = text.length
    text += `${row[lang]}\n`
    return { kind: 'paragraph', at: { from, to: text.length - 1 }, sentences: { from: at, to: at + 1 } }
  })
  return {
    lang,
    provenance: {},
    file: `${lang}.txt`,
    format: 'aligned',
    encoding: 'utf-8',
    sha256: '0'.repeat(64),
    text,
    edits: [],
    unresolved: [],
    dropped: [],
    paragraphs,
    sentences: paragraphs.map(({ at }) => at),
    marks: [],
  }
}

function read(place: string, file: string): string[] {
  return readFileSync(join(place, file), 'utf8').split('\n')
}
