import { initialsOf, maySoundAlike, romanWords } from './roman.ts'
import type { Readings } from './shelf.ts'
import { closeness, type Pattern } from './slot.ts'
import { cutInto, looksSyllable, toneDigits, type RomanSystem } from './syllables.ts'
import { unitsOf } from './units.ts'

/**
 * Chinese asked for by its sound: Hanyu Pinyin with tone marks, tone digits or none (`zàishēng yīxué`,
 * `zai4sheng1`, `zaisheng yixue`), Jyutping with tone digits or none (`zoi3 sang1`), in syllables or run together.
 *
 * Folding has taken the tone marks away, so they are read from what was typed. A syllable's slot holds every character
 * that is read so. `[]` when the words are not of that system; several patterns where they can be cut in more than one
 * way (`xian`: 先 or 西安), of which each is looked for.
 */
export function romanPatterns(typed: string, system: RomanSystem, readings: Readings): Pattern[] {
  const bySound = charactersBySound(readings)
  let cuts: string[][] = [[]]
  for (const word of romanWords(typed)) {
    const sounds = cutInto(toneDigits(word, system), (syllable) => looksSyllable(syllable) && bySound.has(syllable))
    if (sounds.length === 0) return []
    cuts = cuts.flatMap((before) => sounds.map((syllables) => [...before, ...syllables])).slice(0, mostPatterns)
  }
  // One syllable without a tone is read by dozens of characters, and a reader who types one is seldom after them all.
  return cuts
    .filter((syllables) => syllables.length > 1 || /\d/.test(syllables[0] ?? ''))
    .map((syllables) => patternOf(syllables, bySound))
}

/** The first letters of a few syllables of pinyin: `zsyx`. Fewer than three fit nearly any text. */
export function initialsPattern(typed: string, readings: Readings): Pattern | null {
  const letters = initialsOf(typed)
  const bySound = charactersBySound(readings)
  return letters?.every((one) => bySound.has(one)) ? patternOf(letters, bySound) : null
}

/** The same words by sound, for Chinese typed with a character of the right sound and the wrong shape. */
export function soundAlike(phrase: string, readings: Readings): Pattern | null {
  const { keys } = unitsOf(phrase)
  if (!maySoundAlike(phrase)) return null
  const bySound = charactersBySound(readings)
  return keys.map((key) => {
    const alike = (readings.get(key) ?? []).flatMap((reading) => bySound.get(reading.replace(/\d$/, '')) ?? [])
    return new Map([...alike.map((one) => [one, closeness.spelling] as const), [key, closeness.same] as const])
  })
}

const mostPatterns = 8

function patternOf(sounds: readonly string[], bySound: ReadonlyMap<string, readonly string[]>): Pattern {
  return sounds.map((sound) => new Map((bySound.get(sound) ?? []).map((one) => [one, closeness.romanised])))
}

/** By syllable with tone, syllable without, and first letter alone. */
function charactersBySound(readings: Readings): ReadonlyMap<string, readonly string[]> {
  const met = soundTables.get(readings)
  if (met !== undefined) return met
  const table = new Map<string, Set<string>>()
  for (const [one, sounds] of readings)
    for (const sound of sounds)
      for (const key of [sound, sound.replace(/\d$/, ''), sound.slice(0, 1)]) {
        const known = table.get(key)
        if (known === undefined) table.set(key, new Set([one]))
        else known.add(one)
      }
  const made = new Map([...table].map(([key, ones]) => [key, [...ones]]))
  soundTables.set(readings, made)
  return made
}

const soundTables = new WeakMap<Readings, ReadonlyMap<string, readonly string[]>>()
