import type { BeadView, Draft } from './beads.ts'

/**
 * English sentences that were broken on their way, as a translation pasted together leaves them: a capital inside a
 * sentence (`guide local To improve`), a space before a comma or none behind it, a mark or a grammar word twice.
 *
 * A grammar word between small words is a stray capital anywhere. Another word is one only when this notice writes it
 * small elsewhere, and with a capital inside a sentence nowhere else: what is capitalised on purpose is so throughout.
 */
export function englishDrafts(beads: readonly BeadView[]): Draft[] {
  const isUsuallySmall = customOf(beads)
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
      ...[...text.matchAll(otherCapital)]
        .filter(([, word = '']) => isUsuallySmall(word))
        .map((match) => draft(match, 'capital')),
      ...[...text.matchAll(spaceBefore)].map((match) => draft(match, 'space')),
      ...[...text.matchAll(repeated)].map((match) => draft(match, 'repeat')),
      ...[...text.matchAll(marks)].map((match) => draft(match, 'mark')),
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

/** Two small words on either side: in a name or a title others have capitals too. */
const otherCapital = new RegExp(
  String.raw`(?<=\b[a-z]+ [a-z]{2,} )(?!(?:${grammar}|May|March) )(\p{Lu}[a-z]{2,})(?= [a-z]+ [a-z]+) [a-z]+`,
  'gu',
)

/** A word, white space, and a mark that follows its word; the word behind it is shown too. Dots of an ellipsis are none. */
const spaceBefore = /[A-Za-z]+[ \t]+[,;](?=\s|$)(?:\s+[A-Za-z-]+)?/gu

/** `that that` and `had had` may be right; these are not. */
const repeated =
  /(?<![\p{L}-])(the|a|an|of|to|and|in|for|is|are|be|with|by|on|or|shall|will|as|at|from)\s+\1(?=\s+[a-z])/gu

/** No space behind a comma between small words, or a mark twice. */
const marks = /\b[a-z]{2,},[a-z]{2,}\b|[A-Za-z]+(?:,\s?,|;\s?[,;]|,\s?;|(?<!\.)\.\.(?!\.))/gu

/** How often a word must stand small for its capital to be a slip. */
const leastSmall = 3

function customOf(beads: readonly BeadView[]): (word: string) => boolean {
  const small = new Map<string, number>()
  const large = new Map<string, number>()
  const count = (counts: Map<string, number>, word: string): void => {
    counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  for (const { texts } of beads) {
    for (const [word] of texts.en.matchAll(/(?<![\p{L}-])[a-z]{3,}(?![\p{L}-])/gu)) count(small, word)
    for (const [word] of texts.en.matchAll(/(?<=[a-z,] )\p{Lu}[a-z]{2,}/gu)) count(large, word)
  }
  return (word) => (small.get(word.toLowerCase()) ?? 0) >= leastSmall && (large.get(word) ?? 0) <= 1
}
