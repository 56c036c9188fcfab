import type { Lexicon } from '../text/lexicon.ts'
import { stem } from '../text/stem.ts'
import type { BeadView, Draft } from './beads.ts'

/**
 * English sentences that were broken on their way, as a translation pasted together leaves them: a capital inside a
 * sentence (`guide local To improve`), a space before a comma or none behind it, a mark or a grammar word twice.
 *
 * Only a grammar word between small words is a stray capital: other words have theirs on purpose too often. Marks between
 * words that no dictionary knows are code and no slips.
 */
export function englishDrafts(beads: readonly BeadView[], { stemIndex }: Lexicon): Draft[] {
  return beads.flatMap((bead) => {
    const start = bead.at.en?.from
    if (start === undefined) return []
    const text = bead.texts.en
    const draft = (match: RegExpMatchArray, fault: Fault): Draft => {
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
      ...[...text.matchAll(strayCapital)].map((match) => draft(match, 'capital')),
      ...[...text.matchAll(spaceBefore)].map((match) => draft(match, 'space')),
      ...[...text.matchAll(repeated)].map((match) => draft(match, 'repeat')),
      ...[...text.matchAll(marks)]
        .filter(([words]) =>
          words.split(/[,;.\s]+/u).every((word) => word === '' || stemIndex.has(stem(word.toLowerCase()))),
        )
        .map((match) => draft(match, 'mark')),
    ]
  })
}

type Fault = 'capital' | 'space' | 'repeat' | 'mark'

const grammar =
  'To|The|An|And|Or|Of|On|At|By|For|With|From|But|If|When|Which|That|These|Those|Is|Are|Was|Were|Be|Shall|Has|Have|Its|Their|In|As|Not|Will'

/** A grammar word with a capital, small words on both sides and no mark between. A month is none. */
const strayCapital = new RegExp(
  String.raw`(?<=[a-z]{2} |[a-z],? (?=(?:And|Or|But|Which|That) ))(?:${grammar})(?= [a-z])[ ][a-z]+`,
  'gu',
)

/** A word, white space, and a mark that follows its word; the word behind it is shown too. Dots of an ellipsis are none. */
const spaceBefore = /(?<![,;&|] )\b[A-Za-z]+[ \t]+,(?=$|\s+[A-Za-z])(?:\s+[A-Za-z-]+)?/gu

/** `that that` and `had had` may be right; these are not. */
const repeated =
  /(?<![\p{L}-])(the|a|an|of|to|and|in|for|is|are|be|with|by|on|or|shall|will|as|at|from)\s+\1(?=\s+[a-z])/gu

/** No space behind a comma between small words, or a mark twice; names and values of code are none. */
const marks = /(?<![{=/_@<,])\b[a-z]{2,},[a-z]{2,}\b(?![}=/_@>,])|[A-Za-z]+(?:,\s?,|;\s?[,;]|,\s?;|(?<!\.)\.\.(?!\.))/gu
