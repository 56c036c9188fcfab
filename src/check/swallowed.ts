import type { ByLang } from '../corpus/lang.ts'
import { excessOf, usualRatio } from './length.ts'
import type { BeadView, Draft } from './beads.ts'

/**
 * Sentences without a counterpart that the alignment joined to a neighbour: two paragraphs of one wording, of which one
 * was dropped, look like one bead of two.
 *
 * A sentence is taken for swallowed when it states a number that the other side lacks and the bead comes clearly nearer
 * to the usual ratio of lengths without it. What it lacks then stands under it.
 */
export function swallowedDrafts(beads: readonly BeadView[], lacking: readonly Draft[]): Draft[] {
  const found = new Map<string, Draft>()
  const usual = usualRatio(beads)
  for (const { bead, what, places } of lacking) {
    if (what.kind !== 'quantity' || what.instead !== null) continue
    const { lang } = what
    const [place] = places
    const number = bead.sentences[lang].findIndex(
      (run) => place !== undefined && run.from <= place.at.from && place.at.to <= run.to,
    )
    const sentence = bead.sentences[lang][number]
    if (sentence === undefined || bead.sentences[lang].length < 2) continue
    const start = bead.at[lang]?.from ?? 0
    const text = bead.texts[lang].slice(sentence.from - start, sentence.to - start)
    const without: ByLang<string> = lang === 'en' ? { en: text, 'zh-Hant': '' } : { en: '', 'zh-Hant': text }
    if (excessOf(usual, bead, without) < clearExcess) continue
    const about = `${lang} ${number + 1}`
    found.set(`${bead.id} ${about}`, {
      bead,
      what: { kind: 'unmatched', lang },
      about,
      places: [{ lang, at: sentence }],
    })
  }
  return [...found.values()]
}

/** A third longer than without it: more than sentences of one text differ among themselves. */
const clearExcess = 0.3
