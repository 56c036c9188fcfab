import { diffChars, diffWordsWithSpace } from 'diff'
import type { Target } from '../../../corpus/address.ts'
import { beadsOfTarget, rowTexts } from '../../../corpus/bead-text.ts'
import { wordingOf, type Editions } from '../../../corpus/editions.ts'
import { fingerprintOf, type Fingerprint } from '../../../corpus/fingerprint.ts'
import { parseSentenceId, type RowId, type SentenceId } from '../../../corpus/ids.ts'
import { byLang, type ByLang, type Lang } from '../../../corpus/lang.ts'
import type { LedgerBead } from '../../../corpus/ledger.ts'
import type { Corpus } from '../../../corpus/notice.ts'

/** A piece of a text that changed: what stands in both, what was taken out, what was put in. */
export type Change = { readonly kind: 'same' | 'removed' | 'added'; readonly text: string }

/**
 * Have the words of a link's target changed since it was made?
 * `unchanged`, or what became of them on each side; `null` changes when what they were is not known.
 */
export type Verdict =
  { readonly kind: 'unchanged' } | { readonly kind: 'changed'; readonly changes: ByLang<readonly Change[]> | null }

/** `loadEditions` is asked only when the fingerprint differs. */
export async function compare(
  corpus: Corpus,
  target: Target,
  print: Fingerprint,
  loadEditions: () => Promise<Editions | null>,
): Promise<Verdict> {
  const rows = rowTexts(corpus)
  const now = beadsOfTarget(rows, target)
  if (now !== null && fingerprintOf(now) === print) return { kind: 'unchanged' }
  const editions = await loadEditions()
  const was = editions === null ? null : wordingOf(editions, target, print)
  if (was === null) return { kind: 'changed', changes: null }
  const there = now ?? beadsOfTarget(rows, heirOf(corpus, target) ?? target) ?? []
  return { kind: 'changed', changes: byLang((lang) => changesIn(lang, joined(was, lang), joined(there, lang))) }
}

/** Where the text of a retired target went. */
function heirOf({ retired }: Corpus, target: Target): Target | null {
  const id: RowId | SentenceId = target.kind === 'rows' ? target.from : target.id
  const to = retired.find((one) => one.id === id)?.to ?? null
  if (to === null) return null
  const sentence = parseSentenceId(to)
  return sentence === null ? { kind: 'row', id: to as RowId } : { kind: 'sentence', id: sentence }
}

function joined(beads: readonly LedgerBead[], lang: Lang): string {
  return beads
    .map((bead) => bead[lang])
    .filter((text) => text !== '')
    .join(lang === 'en' ? ' ' : '')
}

/** English word by word, Chinese character by character. */
function changesIn(lang: Lang, was: string, is: string): Change[] {
  const parts = lang === 'en' ? diffWordsWithSpace(was, is) : diffChars(was, is)
  return parts.map(({ value, added, removed }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }))
}
