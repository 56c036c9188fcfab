import { bracketAt, bracketInside } from './bracket.ts'
import { isPrivateUse, isTrail } from './codec.ts'
import { Agenda, bestOf, type Node } from './search-agenda.ts'
import { Ends, type Path } from './search-ends.ts'
import { isFirmReading, type SearchInput, type SearchTools } from './search-input.ts'
import { startNodes } from './search-start.ts'
import type { LeadSet } from './search-tables.ts'
import { widened } from './slip.ts'

/** Paths kept that still hold an unknown byte behind one vanished code, two in a row, and three. */
const OPEN_BEAMS = [16, 8, 4]
/** How many of those are followed into the next gap. */
const GAPS_FOLLOWED = 4
/** What the character of a lone byte may cost on top of that: a reading behind it can make up for much. */
const LONE_SPREAD = 6
/** A search that is this much worse than leaving the text alone is given up. */
const ABANDON = 12
/** The one byte between ASCII and lead bytes. */
const NO_LEAD = 0x80

/**
 * The search for what a slipped run was: a beam over byte strings under the language model (Viterbi with a pruned
 * agenda; Lowerre 1976).
 *
 * In a slipped run each received pair of bytes straddles two characters. Walking along it, the trail byte of one
 * received character and the lead byte of the next make an original character; what is not known outright is the
 * orphaned first byte and the codes that vanished, and for these every possibility is tried and the language model
 * chooses. Readings in brackets are passed over where they belong to a character that stands there, in step or out.
 *
 * A path ends where the bytes fall back into step: at a trail byte below 80, or where a lone lead byte met ASCII.
 *
 * Units  offsets count UTF-16 units of `text`; scores are natural logarithms.
 */
export function searchSlip(input: SearchInput, tools: SearchTools): Path[] {
  const search = new Search(input, tools)
  for (let i = input.from + 1; i <= input.to; i++) if (!search.step(i)) break
  return search.ends.paths.sort((a, b) => b.score - a.score)
}

class Search {
  readonly ends: Ends
  private readonly agenda = new Agenda()
  constructor(
    private readonly input: SearchInput,
    private readonly tools: SearchTools,
  ) {
    this.ends = new Ends(input, tools)
    for (const node of startNodes(input, tools)) this.agenda.put(node)
  }

  /** Follows every path that stands before received character `i`; false when none is worth following. */
  step(i: number): boolean {
    const nodes = this.agenda.take(i)
    if (nodes !== null) {
      const best = nodes[0]?.score ?? -Infinity
      if (best < (this.input.asReceived[i - this.input.from] ?? 0) - ABANDON && i > this.input.from + 2) return false
      const open: Node[] = []
      let before = nodes
      for (const count of OPEN_BEAMS) {
        const gap: Node[] = []
        for (const node of before) this.unassigned(node, i, gap)
        before = bestOf(gap, count)
        open.push(...before)
        before = before.slice(0, GAPS_FOLLOWED)
      }
      for (const node of [...nodes, ...open]) this.follow(node)
    }
    return i < this.input.to && (this.ends.paths.length > 0 || this.agenda.hasAfter(i))
  }

  /** A code that GBK does not assign stood here and left nothing. */
  private unassigned(node: Node, at: number, into: Node[]) {
    const { tables } = this.tools
    // A path that supposes another character is followed only where it can still overtake the best that does not.
    const floor = this.agenda.floor(at)
    for (const { trail, leads } of tables.vanishing) {
      this.eachCharacter(node, trail, (char) => {
        const score = this.scoreOf(node, char)
        if (score < floor) return
        into.push({ ...this.extended(node, char, score, { pending: -1, leads, at }), vanished: node.vanished + 1 })
      })
    }
  }

  /** One received character. */
  private follow(node: Node) {
    const { text } = this.input
    const { codec } = this.tools
    const i = node.at
    if (i >= this.input.to) {
      return
    }
    const char = text.charCodeAt(i)
    if (isPrivateUse(char)) {
      const code = codec.privateCode[char] ?? 0
      if (code !== 0) this.pair(node, code, i)
      return
    }
    if (char === 0x3f || char === 0xfffd) this.lone(node, i)
    if (char >= 0x80) {
      const code = codec.codeOf[char] ?? 0
      if (code !== 0) this.pair(node, code, i)
      return
    }
    const wide = codec.codeOf[widened(char)] ?? 0
    if (wide !== 0) this.pair(node, wide, i)
    if (isTrail(char))
      this.eachCharacter(node, char, (made) => {
        this.ends.put(this.extended(node, made, this.scoreOf(node, made), { pending: 0, leads: null, at: i + 1 }))
      })
  }

  /** A received character of two bytes: the first ends an original character, the second begins one. */
  private pair(node: Node, code: number, i: number) {
    const { model } = this.tools
    const { text } = this.input
    const first = code >> 8
    const second = code & 0xff
    const floor = this.agenda.floor(i + 1)
    this.eachCharacter(node, first, (made) => {
      const score = this.scoreOf(node, made)
      if (score < floor) return
      if (second < 0x80) {
        // The trail byte is ASCII text that begins right behind the run.
        const back = this.extended(node, made, score, { pending: 0, leads: null, at: i + 1 })
        const withAscii = score + this.tools.language.logChance(back.state, second)
        const is = back.is + String.fromCharCode(second)
        this.ends.put({ ...back, is, score: withAscii, state: this.tools.language.next() })
        return
      }
      if (second < 0x81 || second > 0xfe) return
      const on = this.extended(node, made, score, { pending: second, leads: null, at: i + 1 })
      this.agenda.put(on)
      // A reading of the character that was received, put in while its bytes were out of step.
      const bracket = bracketAt(text, i + 1)
      if (bracket === null || !isFirmReading(model, text.charCodeAt(i), bracket.inside)) return
      // It stands behind the second byte, which is the lead byte of the next character.
      const reading = { at: 2 * on.is.length + 1, text: text.slice(i + 1, bracket.to) }
      this.agenda.put({ ...on, at: bracket.to, readings: [...on.readings, reading] })
    })
  }

  /** A lone lead byte: the trail byte of the run's last character, which then met ASCII or the line's end. */
  private lone(node: Node, i: number) {
    const { text } = this.input
    const { model, language, tables } = this.tools
    const atLineEnd = i + 1 >= text.length || text[i + 1] === '\n' || text[i + 1] === '\r'
    const inside = bracketInside(text, i + 1)
    const floor = this.agenda.floor(i) - LONE_SPREAD
    // Byte 80 is no lead byte, so it is alone whatever follows; any other would have paired with more than ASCII.
    const isAlone = atLineEnd || text.charCodeAt(i + 1) < 0x80
    for (let trail = NO_LEAD; trail <= 0xfe; trail++) {
      this.eachCharacter(node, trail, (made) => {
        const score = this.scoreOf(node, made)
        if (score < floor) return
        const end = this.extended(node, made, score, { pending: 0, leads: null, at: i + 1 })
        if (inside !== null && isFirmReading(model, made, inside.inside)) {
          const reading = { at: 2 * end.is.length, text: `(${inside.inside})` }
          this.ends.put({ ...end, at: inside.to, readings: [...end.readings, reading] })
        } else if (isAlone || trail === NO_LEAD) this.ends.put(end)
        if (inside !== null || trail === NO_LEAD) return
        // Some decoders take the ASCII byte along, if it could be no trail byte.
        for (const { char, logChance } of tables.swallowable) {
          const withAscii = score + logChance
          if (withAscii < floor || !this.ends.mayTell(i + 1, withAscii)) break
          language.logChance(end.state, char)
          const is = end.is + String.fromCharCode(char)
          this.ends.put({ ...end, is, score: withAscii, state: language.next() })
        }
      })
    }
  }

  /** The characters that a waiting lead byte may make with this trail byte. */
  private eachCharacter(node: Node, trail: number, use: (char: number) => void) {
    const { charOf } = this.tools.codec
    if (node.pending >= 0) {
      const char = charOf[(node.pending << 8) | trail] ?? 0
      if (char !== 0) use(char)
      return
    }
    const has = node.leads?.has
    for (const lead of this.tools.tables.leadsByCommonness[trail] ?? [])
      if (has?.[lead] === 1) use(charOf[(lead << 8) | trail] ?? 0)
  }

  private scoreOf(node: Node, char: number): number {
    return node.score + this.tools.language.logChance(node.state, char)
  }

  private extended(
    node: Node,
    char: number,
    score: number,
    next: { pending: number; leads: LeadSet | null; at: number },
  ): Node {
    return {
      at: next.at,
      pending: next.pending,
      leads: next.leads,
      // Callers ask for the score of this very character first.
      state: this.tools.language.next(),
      score,
      is: node.is + String.fromCharCode(char),
      readings: node.readings,
      vanished: node.vanished,
    }
  }
}
