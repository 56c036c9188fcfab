import { pinyin } from 'pinyin-pro'
import { getJyutpingCandidates } from 'to-jyutping'
import { byLang } from '../src/corpus/lang.ts'
import type { Corpus } from '../src/corpus/notice.ts'
import type { AllReadings, Readings } from '../src/search/shelf.ts'
import { fold } from '../src/text/fold.ts'

/**
 * How the Han characters of a collection are read, for search by sound: every reading of each, since a table of
 * characters can't tell which one is meant. Asked of each character as it stands, 醫, and told of what it folds to, 医.
 * Sorted, so that the order of reading notices can't be seen.
 */
export function readingsOf(corpora: readonly Corpus[]): AllReadings {
  const met = new Set<string>()
  for (const { sides } of corpora)
    for (const text of Object.values(byLang((lang) => sides[lang].text)))
      for (const [one] of text.matchAll(/\p{Script=Han}/gu)) met.add(one)
  return { pinyin: readBy(pinyinOf, met), jyutping: readBy(jyutpingOf, met) }
}

function readBy(soundsOf: (character: string) => readonly string[], met: ReadonlySet<string>): Readings {
  const sounds = new Map<string, Set<string>>()
  for (const one of [...met].sort()) {
    const folded = fold(one)
    const known = sounds.get(folded) ?? new Set()
    for (const sound of soundsOf(one)) known.add(sound)
    sounds.set(folded, known)
  }
  return new Map([...sounds].sort(([a], [b]) => (a < b ? -1 : 1)).map(([one, all]) => [one, [...all].sort()]))
}

function pinyinOf(character: string): readonly string[] {
  const sounds = pinyin(character, { multiple: true, toneType: 'num', type: 'array', v: true, nonZh: 'removed' })
  // The neutral tone is written 0; nobody types it.
  return sounds.filter((sound) => /^[a-z]+[0-5]$/.test(sound)).map((sound) => sound.replace(/0$/, '5'))
}

function jyutpingOf(character: string): readonly string[] {
  return getJyutpingCandidates(character).flatMap(([, sounds]) => sounds)
}
