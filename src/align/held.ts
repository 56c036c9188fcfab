/** What each of many holders holds, in one array: holder `n`'s items are those from `ends[n - 1]` to `ends[n]`. */
export type Held = { readonly ends: Uint32Array; readonly items: Uint32Array }

/** Fills one holder after the other. */
export class HeldLists {
  private items = new Uint32Array(1 << 10)
  private readonly ends: Uint32Array
  private used = 0
  private closed = 0

  constructor(holders: number) {
    this.ends = new Uint32Array(holders)
  }

  /** Adds to the holder that is open. */
  push(item: number): void {
    if (this.used === this.items.length) {
      const longer = new Uint32Array(this.items.length * 2)
      longer.set(this.items)
      this.items = longer
    }
    this.items[this.used] = item
    this.used += 1
  }

  /** Goes on to the next holder. */
  close(): void {
    this.ends[this.closed] = this.used
    this.closed += 1
  }

  held(): Held {
    return { ends: this.ends, items: this.items.subarray(0, this.used) }
  }
}

/** The same turned round: for each item its holders, ascending. `size` is one more than the greatest item. */
export function turned({ ends, items }: Held, size: number): Held {
  const next = new Uint32Array(size + 1)
  for (const item of items) next[item + 1] = (next[item + 1] ?? 0) + 1
  for (let item = 0; item < size; item += 1) next[item + 1] = (next[item + 1] ?? 0) + (next[item] ?? 0)
  const holders = new Uint32Array(items.length)
  for (let holder = 0, at = 0; holder < ends.length; holder += 1)
    for (; at < (ends[holder] ?? 0); at += 1) {
      const item = items[at] ?? 0
      const place = next[item] ?? 0
      holders[place] = holder
      next[item] = place + 1
    }
  // Each place has moved on to where its item's holders end.
  return { ends: next.subarray(0, size), items: holders }
}

/** The types of a run of tokens, each once, ascending. */
export function distinct(tokens: Uint32Array, from: number, to: number): Uint32Array {
  const sorted = tokens.slice(from, to).sort()
  let count = 0
  for (const type of sorted) if (count === 0 || type !== sorted[count - 1]) sorted[count++] = type
  return sorted.subarray(0, count)
}
