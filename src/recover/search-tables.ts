import { isTrail, type Codec } from './codec.ts'
import type { Language } from './language.ts'

/** Lead bytes that an unknown byte may be. */
export type LeadSet = { readonly id: number; readonly has: Uint8Array }

/** Unknown lead bytes are tried in order of how common a character they make; the rest are too rare to win. */
const LEADS_TRIED = 32

export type SearchTables = {
  /** For each trail byte, lead bytes by how common a character the two make. */
  readonly leadsByCommonness: readonly (readonly number[])[]
  /** The lead bytes of vanishing codes, each the trail byte of an original character, with what may follow them. */
  readonly vanishing: readonly { readonly trail: number; readonly leads: LeadSet }[]
  readonly anyHanLead: LeadSet
  /** ASCII that a lone lead byte may have taken along, the likeliest first: how likely it is depends on nothing else. */
  readonly swallowable: readonly { readonly char: number; readonly logChance: number }[]
}

const SPACE = 0x20
const FIRST_TRAIL = 0x40

/** What every search in one document looks up. */
export function searchTables(codec: Codec, language: Language): SearchTables {
  const leadsByCommonness = Array.from({ length: 256 }, (_, trail) => {
    if (!isTrail(trail)) return []
    const leads: number[] = []
    for (let lead = 0x81; lead <= 0xfe; lead++) if (codec.charOf[(lead << 8) | trail] !== 0) leads.push(lead)
    const commonness = (lead: number) => language.commonness(codec.charOf[(lead << 8) | trail] ?? 0)
    const marks = leads.filter((lead) => lead === 0xa1 || lead === 0xa3)
    const rest = leads.filter((lead) => lead !== 0xa1 && lead !== 0xa3)
    return [...rest.sort((a, b) => commonness(b) - commonness(a)).slice(0, LEADS_TRIED), ...marks]
  })
  const vanishing: { trail: number; leads: LeadSet }[] = []
  for (let trail = 0x81; trail <= 0xfe; trail++) {
    const has = new Uint8Array(256)
    let any = false
    for (let lead = 0x81; lead <= 0xfe; lead++)
      if (codec.mayVanish[(trail << 8) | lead] === 1) {
        has[lead] = 1
        any = true
      }
    if (any) vanishing.push({ trail, leads: { id: trail, has } })
  }
  const behindHan = language.stateAt('一', 1)
  const swallowable = Array.from({ length: FIRST_TRAIL - SPACE }, (_, i) => SPACE + i)
    .map((char) => ({ char, logChance: language.logChance(behindHan, char) }))
    .sort((a, b) => b.logChance - a.logChance)
  return {
    swallowable,
    leadsByCommonness,
    vanishing,
    anyHanLead: { id: 0, has: Uint8Array.from({ length: 256 }, (_, lead) => (lead >= 0xa1 && lead <= 0xa9 ? 0 : 1)) },
  }
}
