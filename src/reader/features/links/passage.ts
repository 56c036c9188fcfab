import { formatState, type AddressState, type Target } from '../../../corpus/address.ts'
import { beadsOfTarget, rowTexts } from '../../../corpus/bead-text.ts'
import { fingerprintOf, type Fingerprint } from '../../../corpus/fingerprint.ts'
import { rowOf } from '../../../corpus/ids.ts'
import { byLang, type ByLang, type Lang } from '../../../corpus/lang.ts'
import type { Corpus } from '../../../corpus/notice.ts'
import { sliceRun } from '../../../corpus/run.ts'
import { stateWithOthers } from '../../state/address.ts'

/** The fingerprint of what a target says now; `null` when the notice has nothing of that name. */
function printOf(corpus: Corpus, target: Target): Fingerprint | null {
  const beads = beadsOfTarget(rowTexts(corpus), target)
  return beads === null ? null : fingerprintOf(beads)
}

/** The whole address of a target as the page looks now, with the fingerprint of its words. */
export function linkTo(corpus: Corpus, target: Target, state: AddressState, at: Location): string {
  const own = formatState({ ...state, target, print: printOf(corpus, target) })
  return new URL(at.pathname + stateWithOthers(own, at.search), at.href).href
}

/** What a target says on each side, its paragraphs parted by line feeds; empty where a side has nothing. */
export function wordsOf(corpus: Corpus, target: Target): ByLang<string> {
  if (target.kind === 'sentence') {
    const bead = rowTexts({ ...corpus, rows: corpus.rows.filter(({ id }) => id === rowOf(target.id)) })[0]?.beads.find(
      ({ id }) => id === target.id,
    )
    return { en: bead?.en ?? '', 'zh-Hant': bead?.['zh-Hant'] ?? '' }
  }
  const ends = target.kind === 'row' ? [target.id, target.id] : [target.from, target.to]
  const places = ends.map((end) => corpus.rows.findIndex(({ id }) => id === end))
  if (places.includes(-1)) return { en: '', 'zh-Hant': '' }
  const rows = corpus.rows.slice(Math.min(...places), Math.max(...places) + 1)
  const paragraphs = (lang: Lang): string[] =>
    rows.flatMap((row) =>
      corpus.sides[lang].paragraphs
        .slice(row[lang].from, row[lang].to)
        .map(({ at }) => sliceRun(corpus.sides[lang].text, at).replaceAll('\t', ' ')),
    )
  return byLang((lang) => paragraphs(lang).join('\n'))
}
