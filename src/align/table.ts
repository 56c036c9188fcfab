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

/** Links as they are collected, in columns, before a table is laid out. */
export class LinkList {
  length = 0
  left = new Uint32Array(startingRoom)
  right = new Uint32Array(startingRoom)
  forth = new Float64Array(startingRoom)
  back = new Float64Array(startingRoom)

  push(left: number, right: number, forth: number, back: number): void {
    if (this.length === this.left.length) this.grow()
    const at = this.length
    this.left[at] = left
    this.right[at] = right
    this.forth[at] = forth
    this.back[at] = back
    this.length += 1
  }

  /** A table's links, to which others may be added. */
  static of(table: Table): LinkList {
    const list = new LinkList()
    list.length = table.left.length
    list.left = table.left.slice()
    list.right = table.right.slice()
    list.forth = table.forth.slice()
    list.back = table.back.slice()
    return list
  }

  private grow(): void {
    const { left, right, forth, back } = this
    const room = Math.max(startingRoom, this.length * 2)
    this.left = new Uint32Array(room)
    this.left.set(left)
    this.right = new Uint32Array(room)
    this.right.set(right)
    this.forth = new Float64Array(room)
    this.forth.set(forth)
    this.back = new Float64Array(room)
    this.back.set(back)
  }
}

const startingRoom = 256

/** Lays links out; several of one pair are added up, in the order given. */
export function makeTable(links: LinkList, leftCount: number, rightCount: number): Table {
  // By left type, then right type, then as given: two counting sorts, the lesser key first.
  const given = new Uint32Array(links.length)
  for (let at = 0; at < given.length; at += 1) given[at] = at
  const order = countingSort(countingSort(given, links.right, rightCount), links.left, leftCount)
  const left = new Uint32Array(links.length)
  const right = new Uint32Array(links.length)
  const forth = new Float64Array(links.length)
  const back = new Float64Array(links.length)
  let count = 0
  for (const at of order) {
    const last = count - 1
    if (last >= 0 && left[last] === links.left[at] && right[last] === links.right[at]) {
      forth[last] = (forth[last] ?? 0) + (links.forth[at] ?? 0)
      back[last] = (back[last] ?? 0) + (links.back[at] ?? 0)
      continue
    }
    left[count] = links.left[at] ?? 0
    right[count] = links.right[at] ?? 0
    forth[count] = links.forth[at] ?? 0
    back[count] = links.back[at] ?? 0
    count += 1
  }
  const size = { leftCount, rightCount }
  return tableOf(left.slice(0, count), right.slice(0, count), forth.slice(0, count), back.slice(0, count), size)
}

/** The table without links that are below `least` in both directions. */
export function withoutWeak(table: Table, least: number): Table {
  const { left, right, forth, back } = table
  const kept = new LinkList()
  for (let link = 0; link < left.length; link += 1) {
    const [one, other] = [forth[link] ?? 0, back[link] ?? 0]
    if (one >= least || other >= least) kept.push(left[link] ?? 0, right[link] ?? 0, one, other)
  }
  // What is left stands in order as it did.
  const cut = <A extends { slice(from: number, to: number): A }>(column: A): A => column.slice(0, kept.length)
  const size = { leftCount: table.leftEnds.length, rightCount: table.rightEnds.length }
  return tableOf(cut(kept.left), cut(kept.right), cut(kept.forth), cut(kept.back), size)
}

function tableOf(
  left: Uint32Array,
  right: Uint32Array,
  forth: Float64Array,
  back: Float64Array,
  { leftCount, rightCount }: { readonly leftCount: number; readonly rightCount: number },
): Table {
  return { leftEnds: endsOf(left, leftCount), left, right, ...byRight(right, rightCount), forth, back }
}

function countingSort(items: Uint32Array, keys: Uint32Array, keyCount: number): Uint32Array {
  const next = new Uint32Array(keyCount + 1)
  for (const item of items) {
    const key = keys[item] ?? 0
    next[key + 1] = (next[key + 1] ?? 0) + 1
  }
  for (let key = 0; key < keyCount; key += 1) next[key + 1] = (next[key + 1] ?? 0) + (next[key] ?? 0)
  const result = new Uint32Array(items.length)
  for (const item of items) {
    const key = keys[item] ?? 0
    const place = next[key] ?? 0
    result[place] = item
    next[key] = place + 1
  }
  return result
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
