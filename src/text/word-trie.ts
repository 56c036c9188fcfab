/**
 * Words as a trie, so that a text is cut without a string made for each guess.
 *
 * Shapes  nodes are numbers, 0 the root; `step` answers the node behind one more unit, or -1.
 * Units   UTF-16 code units. A table of edges with open addressing: at most half full, a few megabytes for 120,000 words.
 */
export class WordTrie {
  private readonly froms: Int32Array
  private readonly units: Uint16Array
  private readonly tos: Int32Array
  private readonly ends: Uint8Array
  private readonly mask: number

  constructor(words: readonly string[]) {
    const most = words.reduce((sum, word) => sum + word.length, 0)
    const size = 2 ** Math.ceil(Math.log2(2 * most + 2))
    this.mask = size - 1
    this.froms = new Int32Array(size).fill(-1)
    this.units = new Uint16Array(size)
    this.tos = new Int32Array(size)
    this.ends = new Uint8Array(most + 1)
    let nodes = 1
    for (const word of words) {
      let node = 0
      for (let at = 0; at < word.length; at += 1) {
        const place = this.place(node, word.charCodeAt(at))
        if (this.froms[place] === -1) {
          this.froms[place] = node
          this.units[place] = word.charCodeAt(at)
          this.tos[place] = nodes
          nodes += 1
        }
        node = this.tos[place] ?? 0
      }
      this.ends[node] = 1
    }
  }

  step(node: number, unit: number): number {
    const place = this.place(node, unit)
    return this.froms[place] === -1 ? -1 : (this.tos[place] ?? -1)
  }

  isWord(node: number): boolean {
    return this.ends[node] === 1
  }

  /** Where the edge is, or where it would be. */
  private place(node: number, unit: number): number {
    const { mask, froms, units } = this
    let at = Math.imul(Math.imul(node, 0x9e37_79b1) ^ unit, 0x85eb_ca6b) >>> 7
    for (at &= mask; froms[at] !== -1 && (froms[at] !== node || units[at] !== unit); at = (at + 1) & mask);
    return at
  }
}
