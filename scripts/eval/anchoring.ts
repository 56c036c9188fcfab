import { existsSync } from 'node:fs'
import { anchor } from '../../src/annotations/anchor.ts'
import type { Target } from '../../src/annotations/annotation.ts'
import { describe, describeRow } from '../../src/annotations/describe.ts'
import { groundOf, touched, type Ground } from '../../src/annotations/ground.ts'
import { langs, type Lang } from '../../src/corpus/lang.ts'
import type { Corpus } from '../../src/corpus/notice.ts'
import type { Run } from '../../src/corpus/run.ts'
import { buildCollection } from '../collection.ts'
import { loadTools } from '../tools.ts'
import { buildDocument, documentOf, type Built, type Document } from './anchoring/document.ts'
import { editKinds, type EditKind } from './anchoring/edits.ts'
import { peerAnchor } from './anchoring/peer.ts'
import { chanceFrom, type Chance } from './anchoring/random.ts'
import {
  fateOf,
  figuresWithTouching,
  outcomeOf,
  quoteRun,
  wordIds,
  type Fate,
  type Outcome,
} from './anchoring/trial.ts'
import { readGold } from './gold-notice.ts'

/**
 * Do annotations find their words again, and never others? The notices of `content/` and the gold texts are annotated
 * at random and edited at random, characters are followed through the edit, ids are carried as a build carries them,
 * and each annotation is anchored in what came of it. Half of the annotations lie in rows that the edit touched.
 *
 * What became of the words (signs, spaces and readings in brackets aside):
 *   kept    all stand one behind the other, no other word among them, figures that touch them the same.
 *   edited  at least half of them are left.   gone  fewer.
 * What became of the annotation:
 *   right   kept words: exactly these. Edited: at least three quarters of what it covers is its own, figures the same.
 *   wrong   anything else that it was anchored to; for gone words that is anything at all. A copy is wrong, too.
 *   orphan  not anchored. For kept words it is a miss; for others it is as it should be, or modest.
 * `placedOfSurviving` is right of kept, in per cent. Beside it the matcher of `peer.ts`, asked the same.
 *
 * Usage  `eval:anchoring [GOLD FOLDER] [--trials N] [--seed N] [--show] [--new-ids]`. With new ids the edited text has
 *        lost its ledger: ids are given anew, by place, and lead to other words. Constants were set on seeds 1 to 9, and
 *        rules were mended after failures of the usual seed were read: for figures that say something, name a new one.
 */
const usualSeed = 20_211_217
const usualTrials = 15_000
/** Annotations of one side of an edited document. */
const perSide = 12

type Tally = Readonly<Record<Fate, Record<Outcome, number>>>
type Row = { ours: Tally; peer: Tally }

export async function main(argv: readonly string[]): Promise<number> {
  const option = (name: string, usual: number): number => {
    const at = argv.indexOf(`--${name}`)
    return at < 0 ? usual : Number(argv[at + 1])
  }
  const [folder = '../shared/gold'] = argv.filter((one, at) => !one.startsWith('--') && !argv[at - 1]?.startsWith('--'))
  const chance = chanceFrom(option('seed', usualSeed))
  const trials = option('trials', usualTrials)
  const corpora = await texts(folder)
  const table = new Map<string, Row>(editKinds.map(({ name }) => [name, { ours: tally(), peer: tally() }]))
  let done = 0
  for (let turn = 0; done < trials; turn += 1) {
    const kind = editKinds[turn % editKinds.length]
    if (kind === undefined) break
    const row = table.get(kind.name)
    const corpus = chance.one(corpora)
    const others = corpora.filter((one) => one !== corpus)
    const document = documentOf(corpus, () => chance.whole(1, 3))
    const strange = documentOf(chance.one(others.length === 0 ? corpora : others), () => 1).rows
    if (row === undefined || document.rows.length < 3) continue
    for (const trial of trialsOf(document, kind, chance, strange, argv.includes('--new-ids'))) {
      row.ours[trial.fate][trial.ours] += 1
      row.peer[trial.fate][trial.peer] += 1
      done += 1
      if (argv.includes('--show') && (trial.ours === 'wrong' || (trial.ours === 'orphan' && trial.fate === 'kept')))
        console.log(`${trial.ours}, ${trial.fate}, ${kind.name}: ${trial.shown}`)
    }
  }
  print(table)
  return 0
}

async function texts(folder: string): Promise<Corpus[]> {
  const { notices } = await buildCollection('content', loadTools())
  const gold = existsSync(folder)
    ? readGold(folder, ['twlaw-dev', 'ntrex-tw', 'udhr', 'cc-legal'])
    : (console.log(`The gold texts are not in ${folder}: the notices alone.`), [])
  return [...notices.map(({ corpus }) => corpus), ...gold]
}

type Trial = { readonly fate: Fate; readonly ours: Outcome; readonly peer: Outcome; readonly shown: string }

function trialsOf(
  document: Document,
  kind: EditKind,
  chance: Chance,
  strange: Document['rows'],
  newIds: boolean,
): Trial[] {
  const given = kind.prepare?.(document, chance) ?? document
  const edited = kind.edit(given, chance, strange)
  const [first, second] = kind.backwards === true ? [edited, given] : [given, edited]
  const before = buildDocument(first, null)
  const after = buildDocument(second, newIds ? null : before.ledger)
  return langs.flatMap((lang) => {
    const old = groundOf(before.corpus, lang)
    const now = groundOf(after.corpus, lang)
    if (old.rows.length === 0 || now.rows.length === 0) return []
    const changed = changedRows(before, after, old)
    return Array.from({ length: perSide }, () => annotation(old, before.ids[lang], changed, chance)).flatMap((one) =>
      one === null ? [] : [trial(one, before, after, old, now, lang)],
    )
  })
}

/** Rows of which a character is gone, or which a strange one has joined. */
function changedRows(before: Built, after: Built, old: Ground): ReadonlySet<string> {
  const left = new Map(after.ids[old.lang].map((id, at) => [id, after.corpus.sides[old.lang].text[at]]))
  const was = before.corpus.sides[old.lang].text
  const ids = before.ids[old.lang]
  return new Set(
    old.rows
      .filter(({ at }) => {
        for (let unit = at.from; unit < at.to; unit += 1) if (left.get(ids[unit] ?? 0) !== was[unit]) return true
        return false
      })
      .map(({ id }) => id),
  )
}

function annotation(
  old: Ground,
  ids: readonly number[],
  changed: ReadonlySet<string>,
  chance: Chance,
): { target: Target; run: Run } | null {
  const wantsChanged = chance.is(0.5) && changed.size > 0
  for (let tries = 0; tries < 40; tries += 1) {
    const { run, kind } = quoteRun(old, chance)
    const [row] = touched(old.rows, run)
    if (row === undefined || (wantsChanged && !changed.has(row.id))) continue
    const target = kind === 'row' ? describeRow(old, row.id) : describe(old, run)
    if (target === null || wordIds(old.text, ids, run).length === 0) continue
    const { start, end } = target.position
    return { target, run: { from: old.points.toUnits(start), to: old.points.toUnits(end) } }
  }
  return null
}

function trial(
  { target, run }: { readonly target: Target; readonly run: Run },
  before: Built,
  after: Built,
  old: Ground,
  now: Ground,
  lang: Lang,
): Trial {
  const words = wordIds(old.text, before.ids[lang], run)
  const ids = after.ids[lang]
  const figures = figuresWithTouching(old.text, run)
  const fate = fateOf(words, now.text, ids, figures)
  const anchored = anchor(now, target)
  const at = anchored.kind === 'orphan' ? null : anchored.at
  const judge = (place: Run | null): Outcome => outcomeOf(place, fate, words, now.text, ids, figures)
  const shown = JSON.stringify({
    ...target.quote,
    rows: target.rows,
    found: at === null ? (anchored.kind === 'orphan' ? anchored.why : '') : now.text.slice(at.from - 12, at.to + 12),
    in: anchored.kind === 'orphan' ? anchored.near : anchored.rows,
  })
  return { fate, ours: judge(at), peer: judge(peerAnchor(now.text, target)), shown }
}

function tally(): Tally {
  const none = (): Record<Outcome, number> => ({ right: 0, wrong: 0, orphan: 0 })
  return { kept: none(), edited: none(), gone: none() }
}

function print(table: ReadonlyMap<string, Row>): void {
  const total: Row = { ours: tally(), peer: tally() }
  console.log(`${''.padEnd(52)}      kept              edited            gone          peer: wrong, right of kept`)
  console.log(`${'edit'.padEnd(52)}right orphan wrong  right orphan wrong  orphan wrong`)
  for (const [name, row] of table) {
    line(name, row)
    for (const who of ['ours', 'peer'] as const)
      for (const fate of ['kept', 'edited', 'gone'] as const)
        for (const outcome of ['right', 'wrong', 'orphan'] as const)
          total[who][fate][outcome] += row[who][fate][outcome]
  }
  line('all', total)
  console.log(
    JSON.stringify({
      trials: count(total.ours),
      wrong: wrong(total.ours),
      placedOfSurviving: keptRight(total.ours),
      peer: { wrong: wrong(total.peer), placedOfSurviving: keptRight(total.peer) },
      ours: total.ours,
    }),
  )
}

function line(name: string, { ours, peer }: Row): void {
  const cells = [
    ...(['kept', 'edited'] as const).flatMap((fate) => [ours[fate].right, ours[fate].orphan, ours[fate].wrong]),
    ours.gone.orphan,
    ours.gone.wrong,
  ].map((value) => String(value).padStart(6))
  console.log(
    `${name.padEnd(51)}${cells.join('')}  ${keptRight(ours).toFixed(1).padStart(6)} %   ${String(wrong(peer)).padStart(5)} ${keptRight(peer).toFixed(1).padStart(6)} %`,
  )
}

function keptRight({ kept }: Tally): number {
  const all = kept.right + kept.orphan + kept.wrong
  return all === 0 ? 100 : Math.round((1e4 * kept.right) / all) / 100
}

function wrong({ kept, edited, gone }: Tally): number {
  return kept.wrong + edited.wrong + gone.wrong
}

function count({ kept, edited, gone }: Tally): number {
  return [kept, edited, gone].reduce((sum, one) => sum + one.right + one.wrong + one.orphan, 0)
}
