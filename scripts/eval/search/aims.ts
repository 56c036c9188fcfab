/** What the search was meant to reach, held against what was measured; an aim that has no figure in this run is left out. */
export type Measured = {
  readonly kinds: Readonly<Record<string, { readonly recall: number; readonly precision: number }>>
  readonly index: number
  readonly warmP95: number
  readonly buildCpuMs: number
  readonly peakMb: number
}

export type ColdMeasured = {
  readonly medianMs: number
  readonly medianBytes: number
  readonly p95Bytes: number
  /** Of these bytes, the collection's own. */
  readonly medianData: number
  readonly p95Data: number
  readonly longest: number
}

export type Run = {
  readonly size: number
  readonly engines: Readonly<Record<string, Measured>>
  readonly cold: { readonly duidu: ColdMeasured; readonly pagefind: ColdMeasured } | null
}

export type Aim = { readonly what: string; readonly aim: string; readonly figure: string; readonly met: boolean }

export function aimsOf({ size, engines, cold }: Run): Aim[] {
  const aims: Aim[] = []
  const atMost = (what: string, most: number, figure: number): void => {
    aims.push({ what, aim: `≤ ${most}`, figure: figure.toFixed(3), met: figure <= most })
  }
  const atLeast = (what: string, least: number, figure: number): void => {
    aims.push({ what, aim: `≥ ${least}`, figure: figure.toFixed(3), met: figure >= least })
  }
  const own = engines['duidu index']
  const lunr = engines['lunr bigrams']
  const mini = engines['MiniSearch bigrams']
  if (own !== undefined) {
    const least = (part: 'recall' | 'precision', kinds: readonly string[]): number =>
      Math.min(...kinds.map((kind) => own.kinds[kind]?.[part] ?? 0))
    const chinese = ['Han 1', 'Han 2', 'Han 3+', 'Simplified']
    atLeast('Chinese recall, worst kind', 1, least('recall', chinese))
    atLeast('Chinese precision@10, worst kind', 0.99, least('precision', chinese))
    atLeast('English word and phrase recall', 0.99, least('recall', ['word', 'phrase']))
    atLeast('phrase precision@10', 0.99, least('precision', ['phrase']))
    atLeast('typo recall', 0.9, least('recall', ['typo']))
    atLeast('typo precision@10', 0.95, least('precision', ['typo']))
    atLeast('misses that find nothing', 1, least('recall', ['miss']))
    if (lunr !== undefined && size >= 10_000) {
      atMost('index, of lunr’s', size >= 100_000 ? 1 / 4 : 1 / 3, own.index / lunr.index)
      atMost('warm p95, of lunr’s', size >= 100_000 ? 1 / 50 : 1 / 20, own.warmP95 / lunr.warmP95)
    }
    if (mini !== undefined && size === 10_000) atMost('index, of MiniSearch’s', 0.8, own.index / mini.index)
    if (size >= 100_000) {
      atMost('index build, s of one core', 15, own.buildCpuMs / 1000)
      atMost('memory, MB', 1000, own.peakMb)
    }
  }
  if (cold !== null) {
    const share = size >= 100_000 ? 1 / 15 : 1 / 6
    atMost('cold bytes, median, of Pagefind’s', share, cold.duidu.medianBytes / cold.pagefind.medianBytes)
    atMost('the same of data alone', share, cold.duidu.medianData / cold.pagefind.medianData)
    atMost('cold bytes, p95, kB', 80, cold.duidu.p95Bytes / 1000)
    atMost('cold time, median, of Pagefind’s', 0.45, cold.duidu.medianMs / cold.pagefind.medianMs)
    atMost('longest task, ms', 50, cold.duidu.longest)
  }
  return aims
}
