/**
 * Syllables of romanised Chinese by their shape, told without a table of what is read how.
 *
 * Hanyu Pinyin (ISO 7098) writes tones as marks or as digits 1–5, Jyutping (LSHK 1993) as digits 1–6.
 */
export const romanSystems = ['pinyin', 'jyutping'] as const

export type RomanSystem = (typeof romanSystems)[number]

/** Letters and tones of a dozen syllables run together: more are nothing that anybody types. */
const longestWord = 84

/** Ways to cut a word that are looked at. */
const mostCuts = 8

/**
 * Both systems’ syllables and a few that are neither’s: a consonant or none, vowels, and an end; `ng` and `hng` have no
 * vowel, nor has `m`, which is taken for one only with its tone. None begins with i, u or v (ü).
 */
const shape =
  /^(?![iu])(?:(?:(?:[bpmfdtnlkhjqxrwyzcsg]|[zcs]h|gw|kw|ng)?(?:[aeiou]{1,3}(?:ng|[nmptk])?|er)|[ln]ve?|h?ng)[1-6]?|m[1-6])$/

/** zhuang, gwaang: six letters, and a tone. */
const longestSyllable = 7

export function looksSyllable(text: string): boolean {
  return shape.test(text)
}

/** Pinyin syllables begin with every letter but i, u and v. */
export function isInitialOf(letter: string): boolean {
  return /^[a-hj-tw-z]$/.test(letter)
}

/** A word's possible cuts into syllables, the fewest first; none for a word that has no cut. */
export function cutInto(word: string, isSyllable: (text: string) => boolean): string[][] {
  if (word.length > longestWord) return []
  const found: string[][] = []
  // From here no cut comes to the end; without this a word of many syllables that ends badly takes for ever.
  const dead = new Set<number>()
  const cut = (at: number, before: string[]): void => {
    if (at === word.length) found.push(before)
    if (found.length >= mostCuts || dead.has(at)) return
    const already = found.length
    for (let to = Math.min(word.length, at + longestSyllable); to > at; to -= 1) {
      const syllable = word.slice(at, to)
      if (isSyllable(syllable) && !/^\d/.test(word.slice(to))) cut(to, [...before, syllable])
    }
    if (found.length === already && at < word.length) dead.add(at)
  }
  cut(0, [])
  return found.sort((a, b) => a.length - b.length)
}

const toneMarks = ['\u0304', '\u0301', '\u030c', '\u0300']

/** `shēng` as `sheng1`, `lǚ` as `lv3`: the tone mark goes behind its syllable, which ends where the next may begin. */
export function toneDigits(word: string, system: RomanSystem): string {
  if (system === 'jyutping') return word
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
