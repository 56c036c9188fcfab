import { isDoubtful } from '../../src/corpus/bead.ts'
import { review } from '../../src/check/accept.ts'
import { byLang } from '../../src/corpus/lang.ts'
import type { ManifestNotice } from '../../src/corpus/manifest.ts'
import type { Corpus } from '../../src/corpus/notice.ts'
import { runLength, sliceRun } from '../../src/corpus/run.ts'
import { corpusFile } from '../../src/corpus/site.ts'
import { sha256 } from '../tools.ts'

/** What a site's manifest says of a notice; `bytes` are those of its corpus file. */
export function listed(corpus: Corpus, bytes: Uint8Array): ManifestNotice {
  const { id, titles, published, sides, rows } = corpus
  const kept = byLang((lang) => sides[lang].paragraphs.map(({ at }) => sliceRun(sides[lang].text, at)))
  const beads = rows.flatMap((row) => row.beads)
  const unmatched = beads.filter((bead) => runLength(bead.en) === 0 || runLength(bead['zh-Hant']) === 0)
  return {
    id,
    titles,
    ...(published === undefined ? {} : { published }),
    corpus: { href: corpusFile(id), bytes: bytes.length, sha256: sha256(bytes) },
    rows: rows.length,
    characters: byLang((lang) => kept[lang].reduce((sum, text) => sum + Array.from(text).length, 0)),
    words: kept.en.reduce((sum, text) => sum + (text.match(word)?.length ?? 0), 0),
    beads: {
      count: beads.length,
      unmatched: unmatched.length,
      doubtful: beads.filter((bead) => isDoubtful(bead) && !unmatched.includes(bead)).length,
    },
    unresolved: [sides.en, sides['zh-Hant']].reduce((sum, side) => {
      const inText = side.unresolved.filter(({ at }) =>
        side.paragraphs.some((paragraph) => paragraph.at.from <= at.from && at.from < paragraph.at.to),
      )
      return sum + inText.length
    }, 0),
    ...(corpus.findings === undefined ? {} : { findings: review(corpus.findings, corpus.accepted ?? []).open.length }),
  }
}

/** As word counters of English have it: `short-term`, `1,200` and `doctor’s` are one word each. */
const word = /[\p{L}\p{N}]+(?:['’.,-][\p{L}\p{N}]+)*/gu

/** Newest first, undated last, then by id. */
export function newestFirst(a: ManifestNotice, b: ManifestNotice): number {
  const [dateA, dateB] = [a.published ?? '', b.published ?? '']
  if (dateA !== dateB) return dateA > dateB ? -1 : 1
  return a.id < b.id ? -1 : 1
}
