import { pinyin } from 'pinyin-pro'
import { byLang } from '../src/corpus/lang.ts'
import type { Corpus } from '../src/corpus/notice.ts'
import type { Readings } from '../src/search/shelf.ts'
import { fold } from '../src/text/fold.ts'

/**
 * How the Han characters of a collection are read, for search by sound: every reading of each, since a table of
 * characters can't tell which one is meant. Sorted by character, so that the order of reading notices can't be seen.
 */
export function readingsOf(corpora: readonly Corpus[]): Readings {
  const met = new Set<string>()
  for (const { sides } of corpora)
    for (const text of Object.values(byLang((lang) => sides[lang].text)))
      for (const [one] of fold(text).matchAll(/\p{Script=Han}/gu)) met.add(one)
  return new Map([...met].sort().map((one) => [one, soundsOf(one)]))
}

function soundsOf(character: string): readonly string[] {
  const sounds = pinyin(character, { multiple: true, toneType: 'num', type: 'array', v: true, nonZh: 'removed' })
  // The neutral tone is written 0; nobody types it.
  return [...new Set(sounds.filter((sound) => /^[a-z]+[0-5]$/.test(sound)).map((sound) => sound.replace(/0$/, '5')))]
}
