import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The gold alignment sets: `<set>/<document>/en.txt`, `zh.txt` (a segment a line), `gold.txt` (a bead a line,
 * `[0, 1]:[2]`) and, where the gold is known by paragraph only, `en.grp`, `zh.grp` with each segment's paragraph.
 */
export type GoldBead = { readonly en: readonly number[]; readonly zh: readonly number[] }

export type GoldDocument = {
  readonly set: string
  readonly name: string
  readonly en: readonly string[]
  readonly zh: readonly string[]
  readonly gold: readonly GoldBead[]
  readonly groups: { readonly en: readonly string[]; readonly zh: readonly string[] } | null
}

export function readGold(folder: string, sets: readonly string[]): GoldDocument[] {
  return sets.flatMap((set) =>
    readdirSync(join(folder, set))
      .sort()
      .map((name) => {
        const lines = (file: string): string[] => {
          const all = readFileSync(join(folder, set, name, file), 'utf8').split('\n')
          return all.at(-1) === '' ? all.slice(0, -1) : all
        }
        const hasGroups = existsSync(join(folder, set, name, 'en.grp'))
        return {
          set,
          name,
          en: lines('en.txt'),
          zh: lines('zh.txt'),
          gold: lines('gold.txt').map(parseGoldBead),
          groups: hasGroups ? { en: lines('en.grp'), zh: lines('zh.grp') } : null,
        }
      }),
  )
}

function parseGoldBead(line: string): GoldBead {
  const [en = '', zh = ''] = line.split(':')
  const numbers = (list: string): number[] => (list.match(/[0-9]+/g) ?? []).map(Number)
  return { en: numbers(en), zh: numbers(zh) }
}

/** Consecutive beads that lie wholly inside one group (both sides' groups equal, or one side empty) become one. */
export function joinGroups(beads: readonly GoldBead[], groups: GoldDocument['groups']): GoldBead[] {
  if (groups === null) return [...beads]
  const joined: GoldBead[] = []
  let last: string | null = null
  for (const bead of beads) {
    const all = new Set([...bead.en.map((at) => groups.en[at]), ...bead.zh.map((at) => groups.zh[at])])
    const group = all.size === 1 ? ([...all][0] ?? null) : null
    const before = joined.at(-1)
    if (before !== undefined && group !== null && group === last)
      joined[joined.length - 1] = { en: [...before.en, ...bead.en], zh: [...before.zh, ...bead.zh] }
    else joined.push(bead)
    last = group
  }
  return joined
}

export function beadKey({ en, zh }: GoldBead): string {
  return `${en.join(',')}:${zh.join(',')}`
}
