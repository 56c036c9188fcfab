import type { Fact } from '../corpus/finding.ts'
import { byLang } from '../corpus/lang.ts'
import type { Corpus } from '../corpus/notice.ts'
import type { Quantity } from '../text/quantity.ts'
import { viewBeads } from './beads.ts'

/**
 * The facts of a notice: quantities that both sides of a sentence bead state, with bound, unit and what they count.
 * Dates, ordinals and numbers that tell little are none; a number that stands twice in a bead is told once.
 */
export function factsOf(corpus: Corpus, beads = viewBeads(corpus)): Fact[] {
  return beads.flatMap((bead) =>
    bead.quantities.en.filter(isFact).flatMap((one): Fact[] => {
      const other = bead.quantities['zh-Hant'].find(({ kind, value }) => kind === one.kind && value === one.value)
      if (other === undefined) return []
      const both = { en: one, 'zh-Hant': other }
      const bound = one.bound ?? other.bound
      const unit = [other.unit, one.unit].find((word) => word !== undefined && word !== 'piece')
      return [
        {
          row: bead.row,
          sentence: bead.id,
          value: one.value,
          ...(bound === undefined ? {} : { bound }),
          ...(unit === undefined ? {} : { unit }),
          ...(one.kind === 'share' ? { share: true as const } : {}),
          places: byLang((lang) => {
            const { at, subject } = both[lang]
            return { at, ...(subject === undefined ? {} : { subject }) }
          }),
        },
      ]
    }),
  )
}

function isFact({ kind, telling }: Quantity): boolean {
  return telling && (kind === 'number' || kind === 'share')
}
