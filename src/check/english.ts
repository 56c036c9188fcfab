import type { BeadView, Draft } from './beads.ts'

/**
 * English sentences that were broken on their way: a space before a comma, a capital inside a sentence
 * (`guide local To improve`), which a translation pasted together leaves behind.
 *
 * Only grammar words between small words are taken for stray capitals: names, titles and quotations begin with others.
 */
export function englishDrafts(beads: readonly BeadView[]): Draft[] {
  return beads.flatMap((bead) => {
    const start = bead.at.en?.from
    if (start === undefined) return []
    const draft = (match: RegExpMatchArray, fault: 'capital' | 'space'): Draft => {
      const words = match[0]
      const from = start + (match.index ?? 0)
      const about = `${fault}/${words.replaceAll(/\s+/gu, ' ')}`
      return {
        bead,
        what: { kind: 'broken-english', fault, words },
        about,
        places: [{ lang: 'en', at: { from, to: from + words.length } }],
      }
    }
    return [
      ...[...bead.texts.en.matchAll(strayCapital)].map((match) => draft(match, 'capital')),
      ...[...bead.texts.en.matchAll(spaceBefore)].map((match) => draft(match, 'space')),
    ]
  })
}

/** A grammar word with a capital, small words on both sides and no mark between. */
const strayCapital =
  /(?<=[a-z]{2} )(?:To|The|An|And|Or|Of|On|At|By|For|With|From|But|If|When|Which|That|These|Those|Is|Are|Was|Were|Be|Shall|Has|Have|Its|Their)(?= [a-z])[ ][a-z]+/gu

/** A word, white space, and a mark that follows its word; the word behind it is shown too. Dots of an ellipsis are none. */
const spaceBefore = /[A-Za-z]+[ \t]+[,;](?=\s|$)(?:\s+[A-Za-z-]+)?/gu
