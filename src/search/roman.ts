import { isAcronym } from './pattern.ts'
import { cutInto, isInitialOf, looksSyllable, toneDigits, type RomanSystem } from './syllables.ts'
import { isHan, unitsOf } from './units.ts'

/** May what was typed be Chinese by its sound? Told without readings, which need not be fetched where it is not. */

/** Can this be initials at all? Told without a table, which need not be fetched then. MDT is the name of something. */
export function initialsOf(typed: string): string[] | null {
  if (isAcronym(typed)) return null
  const words = romanWords(typed)
  const letters = words.flatMap((word) => [...word])
  return letters.length >= 3 && letters.length <= mostInitials && letters.every(isInitialOf) ? letters : null
}

/** Can what was typed be cut into syllables of the system? Told without a table as well, and so too often. */
export function looksRoman(typed: string, system: RomanSystem): boolean {
  const words = romanWords(typed)
  return words.length > 0 && words.every((word) => cutInto(toneDigits(word, system), looksSyllable).length > 0)
}

/** Han alone, and three of them: two characters sound like too many other pairs. */
export function maySoundAlike(phrase: string): boolean {
  const { keys } = unitsOf(phrase)
  return keys.length >= 3 && keys.every(isHan)
}

const mostInitials = 12

/** What stands between spaces and apostrophes, each with its tone. */
export function romanWords(typed: string): string[] {
  return (
    typed
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}]+[1-6]?|[^\s'’]+/gu) ?? []
  )
}
