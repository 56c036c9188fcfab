/**
 * A run: half-open `[from, to)`, counted from 0. Over a string it counts UTF-16 code units; over a list, items.
 * An empty run still has a place: `{ from: 3, to: 3 }` lies before item 3.
 */
export type Run = { readonly from: number; readonly to: number }

export function runLength(r: Run): number {
  return r.to - r.from
}

export function isEmptyRun(r: Run): boolean {
  return r.from === r.to
}

/** Do two runs share at least one item? Empty runs overlap nothing. */
export function overlaps(a: Run, b: Run): boolean {
  return Math.max(a.from, b.from) < Math.min(a.to, b.to)
}

export function sliceRun(text: string, r: Run): string {
  return text.slice(r.from, r.to)
}

/** The items a run counts, in order. */
export function indices(r: Run): number[] {
  return Array.from({ length: runLength(r) }, (_, at) => r.from + at)
}
