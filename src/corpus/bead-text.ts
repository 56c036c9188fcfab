import type { SentenceId } from './ids.ts'
import { byLang, type ByLang } from './lang.ts'
import type { Corpus, Side } from './notice.ts'
import { isEmptyRun, sliceRun, type Run } from './run.ts'

/** The text that a run of sentences covers, in UTF-16 units of the side's text; `null` for an empty run. */
export function spanOf({ sentences }: Pick<Side, 'sentences'>, run: Run): Run | null {
  const first = sentences[run.from]
  const last = sentences[run.to - 1]
  return isEmptyRun(run) || first === undefined || last === undefined ? null : { from: first.from, to: last.to }
}

/** What a sentence bead says on each side; empty for an empty side, and for an id that names none. */
export function beadTexts({ rows, sides }: Pick<Corpus, 'rows' | 'sides'>, id: SentenceId): ByLang<string> {
  const bead = rows.flatMap((row) => row.beads).find((one) => one.id === id)
  return byLang((lang) => {
    const span = bead === undefined ? null : spanOf(sides[lang], bead[lang])
    return span === null ? '' : sliceRun(sides[lang].text, span)
  })
}
