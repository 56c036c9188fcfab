import { bracketAt, bracketInside } from './bracket.ts'
import { isLead } from './codec.ts'
import type { Node } from './search-agenda.ts'
import { isFirmReading, type SearchInput, type SearchTools } from './search-input.ts'

/**
 * Where the paths of a search begin. The mark is an orphaned lead byte: read late, or cut off from its trail byte by a
 * reading put in between.
 */
export function startNodes({ text, from, near }: SearchInput, { codec, model, language, tables }: SearchTools): Node[] {
  const last = from > 0 ? text.charCodeAt(from - 1) : 0
  const common = {
    state: language.stateAt(text, from, near),
    score: 0,
    is: '',
    readings: [],
    vanished: 0,
    pending: -1,
  }
  // A slip begins at a Han character: a mark read late would be told by nothing that follows it.
  const nodes: Node[] = [{ ...common, at: from + 1, leads: tables.anyHanLead }]
  const trail = (codec.codeOf[last] ?? 0) & 0xff
  if (trail === 0 || !isLead(trail)) return nodes
  for (const bracket of [bracketInside(text, from + 1), bracketAt(text, from + 1)]) {
    if (bracket === null) continue
    const has = new Uint8Array(256)
    let any = false
    for (let lead = 0x81; lead <= 0xfe; lead++) {
      const straddling = codec.charOf[(trail << 8) | lead] ?? 0
      if (straddling === 0 || !isFirmReading(model, straddling, bracket.inside)) continue
      has[lead] = 1
      any = true
    }
    if (!any) continue
    const readings = [{ at: 1, text: `(${bracket.inside})` }]
    nodes.push({ ...common, at: bracket.to, leads: { id: 1, has }, readings })
  }
  return nodes
}
