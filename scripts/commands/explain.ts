import { explainBead, type ExplainedLink, type Explanation } from '../../src/align/index.ts'
import { alignable } from '../../src/build/pipeline.ts'
import { byLang, langs, type ByLang } from '../../src/corpus/lang.ts'
import type { Corpus } from '../../src/corpus/notice.ts'
import { sliceRun, type Run } from '../../src/corpus/run.ts'
import { buildCollection } from '../collection.ts'
import { exit, InputError } from '../report.ts'
import { loadLexicon, loadTools } from '../tools.ts'

/** Prints why the segments of a row stand together, sentence bead by sentence bead, with the runner-up. */
export async function explain(content: string, notice: string, row: string): Promise<number> {
  const { content: parsed, notices, pooled } = await buildCollection(content, loadTools())
  const built = notices.find(({ corpus: { id } }) => id === notice)
  if (built === undefined) {
    const ids = notices.map(({ corpus: { id } }) => id).join(', ')
    throw new InputError([
      { file: content, what: `No notice is called “${notice}”`, todo: `There are ${ids || 'none'}` },
    ])
  }
  const { corpus, pins } = built
  const found = corpus.rows.find(({ id }) => id === row)
  if (found === undefined) {
    const todo = `Its rows are ${corpus.rows.map(({ id }) => id).join(', ')}`
    throw new InputError([{ file: notice, what: `No row is called “${row}”`, todo }])
  }
  if (built.spec.aligned !== null) {
    const what = `The rows of this notice were not found by aligning: ${built.spec.aligned.path} says what they are`
    throw new InputError([{ file: notice, what, todo: 'Explain a row of a notice with two sources' }])
  }
  // The same evidence as the build had, or the explanation would be of another alignment.
  const options = { lexicon: loadLexicon(), terms: parsed?.terms ?? [], pins, ...(pooled === null ? {} : { pooled }) }
  const explanations = explainBead(
    byLang((lang) => alignable(corpus.sides[lang])),
    options,
    found,
  )
  process.stdout.write(explanations.map((explanation) => told(corpus, explanation)).join('\n'))
  return exit.done
}

function told(corpus: Corpus, { links, evidence, lengths, score, runnerUp, ...runs }: Explanation): string {
  const listed = (kind: ExplainedLink['kind']): string =>
    links
      .filter((link) => link.kind === kind)
      .map(({ en, zh, worth }) => `${en === zh ? en : `${en} = ${zh}`} (${worth.toFixed(1)})`)
      .join(', ')
  const line = (name: string, told: string): string[] => (told === '' ? [] : [`  ${name.padEnd(11)}${told}`])
  const [en, zh] = langs.map((lang) => lengths[lang])
  return [
    `${shown(runs)}  probability ${score.toFixed(2)}`,
    ...langs.flatMap((lang) => line(lang, textOf(corpus, lang, runs[lang]) || '(nothing)')),
    ...line(
      'evidence',
      `words ${nats(evidence.words)}, lengths ${nats(evidence.lengths)}, shape ${nats(evidence.shape)}, paragraphs ${nats(evidence.paragraphs)}${evidence.bodies === 0 ? '' : `, bodies ${nats(evidence.bodies)}`} nats`,
    ),
    ...line('words', listed('word')),
    ...line('numbers', listed('number')),
    ...line('places', listed('place')),
    ...line('lengths', `${en} and ${zh} letters (a Chinese character counts three)`),
    ...line(
      'runner-up',
      runnerUp === null
        ? 'nothing else is possible here'
        : `${runnerUp.behind.toFixed(1)} nats behind: ${runnerUp.beads.map(shown).join('; ') || 'none of it'}`,
    ),
    '',
  ].join('\n')
}

function nats(value: number): string {
  return `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(1)}`
}

/** Sentences are counted from 1, as a person would. */
function shown(runs: ByLang<Run>): string {
  const counted = langs.map((lang) => {
    const { from, to } = runs[lang]
    return from === to ? 'none' : to - from === 1 ? String(from + 1) : `${from + 1}–${to}`
  })
  return `en ${counted[0] ?? ''} with zh-Hant ${counted[1] ?? ''}`
}

function textOf(corpus: Corpus, lang: 'en' | 'zh-Hant', { from, to }: Run): string {
  const { text, sentences } = corpus.sides[lang]
  return sentences
    .slice(from, to)
    .map((sentence) => sliceRun(text, sentence))
    .join(' ')
}
