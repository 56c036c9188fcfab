import type { Words } from '../i18n/words.ts'

/**
 * What is known of damage that was not undone, in the reader's own language. The recovery says it in English, as the
 * build's messages do; of this list is what it says today.
 *
 * Errors  `null` for words that are not in the list: they are shown as they are.
 */
export function damageWords(why: string, t: Words['t']): string | null {
  for (const [pattern, key] of known) {
    const found = pattern.exec(why)
    if (found !== null) return t(key, { value: found[1] ?? '' })
  }
  return null
}

const known = [
  [/^bytes out of step in GBK; .*only ([\d.]+) times/u, 'damage.slipOdds'],
  [/^bytes out of step in GBK; .*which number/u, 'damage.slipNumber'],
  [/^bytes out of step in GBK; .*is missing before/u, 'damage.slipBeginning'],
  [/^bytes out of step in GBK/u, 'damage.slip'],
  [/^replacement characters decoded once more, as ([\w-]+)/u, 'damage.decodedAgain'],
  [/^replacement characters/u, 'damage.thrownAway'],
  [/^question marks in place of characters/u, 'damage.noCode'],
  [/^a mark in UTF-8 read as GBK/u, 'damage.cutMark'],
  [/^memory that was never written to/u, 'damage.memory'],
  [/^private-use characters/u, 'damage.private'],
] as const
