import type { CauseKind, Unresolved } from '../../corpus/edit.ts'
import type { Words } from '../i18n/words.ts'

/**
 * What is known of damage that was not undone, in the reader's own language; `null` where nothing but the build's own
 * words tell.
 */
export function damageWords(cause: Unresolved['cause'], t: Words['t']): string | null {
  return cause === undefined ? null : t(keys[cause.kind], { value: cause.value ?? '' })
}

const keys = {
  'slip-odds': 'damage.slipOdds',
  'slip-unlikely': 'damage.slip',
  'slip-number': 'damage.slipNumber',
  'slip-beginning': 'damage.slipBeginning',
  'slip-unproved': 'damage.slipUnproved',
  'thrown-away': 'damage.thrownAway',
  'decoded-again': 'damage.decodedAgain',
  'no-code': 'damage.noCode',
  'cut-mark': 'damage.cutMark',
  memory: 'damage.memory',
  'private-use': 'damage.private',
} as const satisfies Record<CauseKind, string>
