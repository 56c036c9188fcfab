/**
 * A sparse table of word translations between two sides' types, both directions over the same links.
 *
 * Shapes  links sorted by left type, then right; `leftEnds[a]` is where the links of left type `a` end.
 *         `rightLinks` lists link numbers by right type, `rightEnds` where each right type's end.
 * Units   `forth[k]` is p(right | left), `back[k]` is p(left | right), each at most 1 in sum over a type's links.
 */
export type Table = {
  readonly leftEnds: Uint32Array
  readonly left: Uint32Array
  readonly right: Uint32Array
  readonly rightEnds: Uint32Array
  readonly rightLinks: Uint32Array
  readonly forth: Float64Array
  readonly back: Float64Array
}

/** One link with its two probabilities, as collected before the table is laid out. */
export type Link = { readonly left: number; readonly right: number; readonly forth: number; readonly back: number }

/** Lays links out; several of one pair are added up. */
export function makeTable(links: readonly Link[], leftCount: number, rightCount: number): Table {
  const order = links.map((_, at) => at)
  const at = (index: number): Link => links[index] ?? { left: 0, right: 0, forth: 0, back: 0 }
  order.sort((a, b) => at(a).left - at(b).left || at(a).right - at(b).right || a - b)
  const left: number[] = []
  const right: number[] = []
  const forth: number[] = []
  const back: number[] = []
  for (const index of order) {
    const link = at(index)
    const last = left.length - 1
    if (last >= 0 && left[last] === link.left && right[last] === link.right) {
      forth[last] = (forth[last] ?? 0) + link.forth
      back[last] = (back[last] ?? 0) + link.back
    } else {
      left.push(link.left)
      right.push(link.right)
      forth.push(link.forth)
      back.push(link.back)
    }
  }
  const leftTypes = Uint32Array.from(left)
  const rightTypes = Uint32Array.from(right)
  return {
    leftEnds: endsOf(leftTypes, leftCount),
    left: leftTypes,
    right: rightTypes,
    ...byRight(rightTypes, rightCount),
    forth: Float64Array.from(forth),
    back: Float64Array.from(back),
  }
}

/** Where the links of each type end, of sorted types. */
function endsOf(types: Uint32Array, count: number): Uint32Array {
  const ends = new Uint32Array(count)
  for (const type of types) ends[type] = (ends[type] ?? 0) + 1
  for (let type = 1; type < count; type += 1) ends[type] = (ends[type] ?? 0) + (ends[type - 1] ?? 0)
  return ends
}

function byRight(right: Uint32Array, count: number): Pick<Table, 'rightEnds' | 'rightLinks'> {
  const ends = endsOf(right, count)
  const next = Uint32Array.from(ends, (_, type) => (type === 0 ? 0 : (ends[type - 1] ?? 0)))
  const rightLinks = new Uint32Array(right.length)
  for (let link = 0; link < right.length; link += 1) {
    const type = right[link] ?? 0
    const at = next[type] ?? 0
    rightLinks[at] = link
    next[type] = at + 1
  }
  return { rightEnds: ends, rightLinks }
}
