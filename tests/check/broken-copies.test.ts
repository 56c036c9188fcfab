import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { breakageKinds, type BreakageKind } from '../../scripts/eval/terms/breakages.ts'
import { brokenScore, fixtureTexts, type BrokenScore } from '../../scripts/eval/terms/broken.ts'
import { loadTools } from '../../scripts/tools.ts'
import { checkout } from '../support/content.ts'

const texts = fixtureTexts(join(checkout, 'tests/fixtures/terms'))

/** Of the copies that were broken, the share in which that was found, and found alone: what holds at the least. */
const least: Readonly<Record<BreakageKind, readonly [found: number, exact: number]>> = {
  number: [1, 1],
  'small number': [0.8, 0.8],
  paragraph: [1, 1],
  term: [1, 0.9],
  item: [0.4, 0.4],
  name: [0.8, 0.8],
}

describe.each(texts)('broken copies of the $name text', (text) => {
  const missed: string[] = []
  let score: BrokenScore

  beforeAll(() => {
    score = brokenScore([text], 4, loadTools(), (line) => missed.push(line))
  }, 120_000)

  it.each(breakageKinds)('%s', (kind) => {
    const { trials, found, exact } = score[kind]
    const [leastFound, leastExact] = least[kind]
    const told = missed.filter((line) => line.includes(` ${kind} `)).join('\n')
    expect(found, told).toBeGreaterThanOrEqual(Math.floor(leastFound * trials))
    expect(exact, told).toBeGreaterThanOrEqual(Math.floor(leastExact * trials))
  })
})
