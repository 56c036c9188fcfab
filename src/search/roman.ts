import { closeness, type Pattern } from './slot.ts'
import type { Readings } from './shelf.ts'
import { isHan, unitsOf } from './units.ts'

/**
 * Chinese asked for by its sound: Hanyu Pinyin with tone marks, tone digits or none, in syllables or run together
 * (`zàishēng yīxué`, `zai4sheng1`, `zaisheng yixue`), or by initials alone (`zsyx`).
 *
 * Folding has taken the tone marks away, so they are read from what was typed. A syllable's slot holds every character
 * that is read so. `[]` when the words are no pinyin; several patterns where they can be cut in more than one way
 * (`xian`: 先 or 西安), of which each is looked for.
 */
export function romanPatterns(typed: string, readings: Readings): Pattern[] {
  const bySound = charactersBySound(readings)
  const words =
    typed
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}]+[1-5]?|['’]|[^\s'’]+/gu) ?? []
  let cuts: string[][] = [[]]
  for (const word of words.filter((one) => !/^['’]$/u.test(one))) {
    const sounds = soundsOf(word, bySound)
    if (sounds.length === 0) return []
    cuts = cuts.flatMap((before) => sounds.map((syllables) => [...before, ...syllables])).slice(0, mostCuts)
  }
  // One syllable without a tone is read by dozens of characters, and a reader who types one is seldom after them all.
  return cuts
    .filter((syllables) => syllables.length > 1 || /\d/.test(syllables[0] ?? ''))
    .map((syllables) =>
      syllables.map((sound) => new Map((bySound.get(sound) ?? []).map((one) => [one, closeness.romanised]))),
    )
}

/** The same words by sound, for Chinese typed with a character of the right sound and the wrong shape. */
export function soundAlike(phrase: string, readings: Readings): Pattern | null {
  const { keys } = unitsOf(phrase)
  // Two characters sound like too many other pairs.
  if (keys.length < 3 || !keys.every(isHan)) return null
  const bySound = charactersBySound(readings)
  return keys.map((key) => {
    const alike = (readings.get(key) ?? []).flatMap((reading) => bySound.get(reading.replace(/\d$/, '')) ?? [])
    return new Map([...alike.map((one) => [one, closeness.spelling] as const), [key, closeness.same] as const])
  })
}

const mostCuts = 8

/** Letters and tones of a dozen syllables run together: more are no pinyin that anybody types. */
const longestWord = 72

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

/** A word's possible cuts into syllables, fewest syllables first; else into initials, for a word of initials. */
function soundsOf(word: string, bySound: ReadonlyMap<string, readonly string[]>): string[][] {
  const plain = toneDigits(word)
  if (plain.length > longestWord) return []
  const found: string[][] = []
  // From here no cut comes to the end; without this a word of many syllables that ends badly takes for ever.
  const dead = new Set<number>()
  const cut = (at: number, before: string[]): void => {
    if (at === plain.length) found.push(before)
    if (found.length >= mostCuts || dead.has(at)) return
    const already = found.length
    // The longest syllable of pinyin has six letters, zhuang, and a tone.
    for (let to = Math.min(plain.length, at + 7); to > at; to -= 1) {
      const syllable = plain.slice(at, to)
      if (isSyllable(syllable, bySound) && !/^\d/.test(plain.slice(to))) cut(to, [...before, syllable])
    }
    if (found.length === already && at < plain.length) dead.add(at)
  }
  cut(0, [])
  if (found.length > 0) return found.sort((a, b) => a.length - b.length)
  const initials = [...plain]
  // Fewer initials fit nearly any text.
  return initials.length >= 3 && initials.every((one) => bySound.has(one) && /[a-z]/.test(one)) ? [initials] : []
}

/** A single letter is an initial unless it is a vowel, a syllable of its own: è, ā. */
function isSyllable(text: string, bySound: ReadonlyMap<string, readonly string[]>): boolean {
  return bySound.has(text) && (text.length > 1 || /[aeo]/.test(text))
}

const toneMarks = ['\u0304', '\u0301', '\u030c', '\u0300']

/** `shēng` as `sheng1`, `lǚ` as `lv3`: the tone mark goes behind its syllable, which ends where the next may begin. */
function toneDigits(word: string): string {
  const spread = word
    .normalize('NFD')
    .replace(/u\u0308/gu, 'v')
    .replace(/ü/gu, 'v')
  return spread.replace(
    /([\u0300-\u0304\u030c])([aeiouv]*)(ng(?![\u0300-\u030caeiouv])|n(?![\u0300-\u030caeiouvg])|n(?=g[aeiouv])|r(?![aeiouv]))?/gu,
    (_, mark: string, vowels = '', tail = '') => {
      const tone = toneMarks.indexOf(mark) + 1
      return `${vowels}${tail ?? ''}${tone === 0 ? '' : tone}`
    },
  )
}
