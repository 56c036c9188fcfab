import {
  alignNotice,
  alignSegments,
  trainPooled,
  type AlignSide,
  type Doubt,
  type PooledModel,
} from '../src/align/index.ts'
import type { Bead } from '../src/corpus/bead.ts'
import { byLang, langs, type ByLang, type Lang } from '../src/corpus/lang.ts'
import { offsetMap } from '../src/corpus/replay.ts'
import { indices, sliceRun } from '../src/corpus/run.ts'
import { recover } from '../src/recover/index.ts'
import { decodeSource } from '../src/text/decode.ts'
import { extract, formatOf } from '../src/text/extract/index.ts'
import { splitSentences } from '../src/text/split.ts'
import { rejoinLines } from '../src/text/wrap.ts'
import { decoders } from './decoders.ts'
import { readInput } from './files.ts'
import { InputError } from './report.ts'
import { loadLexicon, loadRecovery } from './tools.ts'

/** Two files to align, as they stand on a disk. */
export type AlignJob = {
  readonly files: ByLang<string>
  readonly level: 'paragraph' | 'sentence'
  readonly presegmented: boolean
}

export type AlignedFiles = {
  readonly level: AlignJob['level']
  readonly segments: ByLang<readonly string[]>
  readonly beads: readonly Bead[]
  readonly doubts: readonly Doubt[]
}

/** Reads two files and aligns them at one level. */
export async function alignFiles(
  { files, level, presegmented }: AlignJob,
  pooled: PooledModel | null = null,
): Promise<AlignedFiles> {
  const texts = { en: await readText(files.en), 'zh-Hant': await readText(files['zh-Hant']) }
  const options = { lexicon: loadLexicon(), ...(pooled === null ? {} : { pooled }) }
  if (presegmented) {
    const segments = byLang((lang) => lines(texts[lang]))
    const empty = langs.filter((lang) => segments[lang].length === 0)
    if (empty.length > 0) throw new InputError(empty.map((lang) => emptyFault(files[lang])))
    return { level, segments, ...picked(alignSegments(segments, options)) }
  }
  const sides = byLang((lang) => paragraphs(files[lang], texts[lang], lang))
  const empty = langs.filter((lang) => sides[lang].paragraphs.length === 0)
  if (empty.length > 0) throw new InputError(empty.map((lang) => emptyFault(files[lang])))
  const { rows, doubts } = alignNotice(sides, options)
  const segments = byLang((lang) =>
    sides[lang].paragraphs.flatMap(({ sentences }) =>
      level === 'sentence' ? sentences : [sentences.join(lang === 'en' ? ' ' : '')],
    ),
  )
  return { level, segments, beads: level === 'sentence' ? rows.flatMap(({ beads }) => beads) : rows, doubts }
}

/** What many pairs teach about their words; a pair that can't be read is left out here and reported when its turn comes. */
export async function poolJobs(jobs: readonly AlignJob[]): Promise<PooledModel> {
  const documents: ByLang<readonly string[]>[] = []
  for (const { files, presegmented } of jobs) {
    try {
      const texts = { en: await readText(files.en), 'zh-Hant': await readText(files['zh-Hant']) }
      documents.push(
        byLang((lang) =>
          presegmented
            ? lines(texts[lang])
            : paragraphs(files[lang], texts[lang], lang).paragraphs.flatMap(({ sentences }) => sentences),
        ),
      )
    } catch (error) {
      if (!(error instanceof InputError)) throw error
    }
  }
  return trainPooled(documents, { lexicon: loadLexicon() })
}

function picked({ beads, doubts }: { readonly beads: readonly Bead[]; readonly doubts: readonly Doubt[] }) {
  return { beads, doubts }
}

function emptyFault(file: string) {
  return { file, what: 'This file has no text to align', todo: 'Name a file with text in it' }
}

async function readText(file: string): Promise<string> {
  const decoded = decodeSource(await readInput(file), decoders)
  if (!decoded.ok) throw new InputError([{ file, ...decoded.place, what: decoded.what, todo: decoded.todo }])
  return decoded.text
}

/** A segment a line; the line break that ends the last one begins no other. */
function lines(text: string): string[] {
  const all = text.split(/\r\n|\r|\n/u)
  if (all[all.length - 1] === '') all.pop()
  return all
}

function paragraphs(file: string, text: string, lang: Lang): AlignSide {
  const extracted = extract(text, formatOf(file) ?? 'plain', rejoinLines)
  const recovery = recover(extracted.text, { tools: loadRecovery(), lang })
  const map = offsetMap(recovery.edits)
  return {
    paragraphs: extracted.blocks.flatMap(({ at, ...block }) => {
      const shown = sliceRun(recovery.text, map.runForward(at)).trim()
      const sentences = splitSentences(shown, lang).map((s) => sliceRun(shown, s))
      return sentences.length === 0 ? [] : [{ ...block, sentences }]
    }),
  }
}

/** How beads are printed. */
export type AlignFormat = 'beads' | 'tsv' | 'json'

export function formatAligned(aligned: AlignedFiles, format: AlignFormat): string {
  const { segments, beads } = aligned
  switch (format) {
    case 'beads':
      return beads.map((bead) => `${listed(bead, 'en')}:${listed(bead, 'zh-Hant')}:${bead.score.toFixed(2)}\n`).join('')
    case 'tsv':
      return beads
        .map((bead) => {
          const [en, zh] = langs.map((lang) =>
            cell(
              indices(bead[lang]).map((at) => segments[lang][at] ?? ''),
              lang,
            ),
          )
          return `${en}\t${zh}\t${bead.score.toFixed(4)}\n`
        })
        .join('')
    case 'json':
      return `${JSON.stringify({
        level: aligned.level,
        segments,
        beads: beads.map(({ score, pinned, crossing, ...runs }) => ({
          ...byLang((lang) => indices(runs[lang])),
          score: Math.round(score * 1e4) / 1e4,
          ...(pinned === true ? { pinned } : {}),
          ...(crossing === true ? { crossing } : {}),
        })),
        doubts: aligned.doubts,
      })}\n`
  }
}

function listed(bead: Bead, lang: Lang): string {
  return `[${indices(bead[lang]).join(', ')}]`
}

/** A cell holds no tab and no line break. */
function cell(texts: readonly string[], lang: Lang): string {
  return texts.join(lang === 'en' ? ' ' : '').replace(/[\t\r\n]+/gu, ' ')
}
