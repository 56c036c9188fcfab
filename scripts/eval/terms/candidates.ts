import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { byLang, type ByLang } from '../../../src/corpus/lang.ts'
import type { Corpus } from '../../../src/corpus/notice.ts'
import { sliceRun } from '../../../src/corpus/run.ts'
import { baseForm } from '../../../src/terms/inflection.ts'
import { suggestTerms } from '../../../src/terms/suggest.ts'
import { fold } from '../../../src/text/fold.ts'
import { loadLexicon } from '../../tools.ts'

/**
 * How many of the first notice's gold pairs stand among the first proposals, with terms.yaml emptied, and how many of
 * the first fifty a person judged right.
 */
export type CandidateScore = {
  readonly gold: number
  readonly in50: number
  readonly in100: number
  readonly right50: number
  readonly unjudged50: number
}

export function candidateScore(
  corpora: readonly Corpus[],
  shared: string,
  judged: ReadonlyMap<string, string>,
  show: boolean,
): CandidateScore {
  const gold = JSON.parse(readFileSync(join(shared, 'notice/gold.json'), 'utf8')) as { terms: ByLang<string>[] }
  const suggestions = suggestTerms(corpora.flatMap(sentenceBeads), [], loadLexicon())
  const isGold = (pair: ByLang<string>): boolean => gold.terms.some((one) => isSame(one, pair))
  const within = (most: number): number =>
    gold.terms.filter((one) => suggestions.slice(0, most).some((pair) => isSame(one, pair))).length
  if (show)
    suggestions.forEach((pair, at) =>
      console.log(`${at + 1}\t${pair.score}\t${isGold(pair) ? 'gold' : ''}\t${pair.en}\t${pair['zh-Hant']}`),
    )
  const first = suggestions.slice(0, 50).map(({ en, 'zh-Hant': zh }) => judged.get(`candidates\t${en} / ${zh}`))
  const score = {
    gold: gold.terms.length,
    in50: within(50),
    in100: within(100),
    right50: first.filter((verdict) => verdict === 'right').length,
    unjudged50: first.filter((verdict) => verdict === undefined).length,
  }
  console.log(`gold pairs among the first 50: ${score.in50}, the first 100: ${score.in100}, of ${score.gold}`)
  console.log(`of the first 50, judged by hand: ${score.right50} right, ${score.unjudged50} not yet judged`)
  return score
}

function sentenceBeads(corpus: Corpus): ByLang<string>[] {
  return corpus.rows.flatMap((row) =>
    row.beads.map((bead) =>
      byLang((lang) =>
        corpus.sides[lang].sentences
          .slice(bead[lang].from, bead[lang].to)
          .map((run) => sliceRun(corpus.sides[lang].text, run))
          .join(' '),
      ),
    ),
  )
}

function isSame(one: ByLang<string>, other: ByLang<string>): boolean {
  const english = (text: string): string =>
    fold(text)
      .split(/[\s-]+/u)
      .map(baseForm)
      .join(' ')
  return english(one.en) === english(other.en) && fold(one['zh-Hant']) === fold(other['zh-Hant'])
}
