/**
 * Which character sequences a text has, up to five characters long, and how likely each goes on as it did.
 *
 * A tree: a sequence's node, and one more character, lead to the node of both. Counted after Kneser & Ney (1995): what
 * a longer context has shown before is no news to a shorter one, so that 員 behind 委 a hundred times over says once
 * that 員 follows. What is taken from each count for followers not seen yet comes from how many were seen once and
 * twice, by the length of the context (Ney, Essen & Kneser 1994): laws repeat themselves, news does not.
 *
 * The branches are a hash table in typed arrays, open addressing with linear probing (Knuth 1973, 6.4): a document has
 * as many sequences as characters, and a `Map` of them takes longer to fill than the rest of the recovery altogether.
 *
 * Units  a node of one character is that character's code unit, longer ones are numbered from 2^16; 0 is none.
 *        Depths are lengths of contexts, from 1.
 */
export class Sequences {
  private nodes = ALPHABET
  /** 1 for each character that was counted behind another. */
  private readonly any = new Uint8Array(ALPHABET)
  private keys = new Float64Array(FIRST_SIZE)
  private targets = new Uint32Array(FIRST_SIZE)
  /** By node: how often it stood behind what it begins with, and how often of these that was news. */
  private times = new Uint32Array(2 * ALPHABET)
  private news = new Uint32Array(2 * ALPHABET)
  /** By node: all the news behind it, and how many different characters. */
  private followers = new Uint32Array(2 * ALPHABET)
  private kinds = new Uint32Array(2 * ALPHABET)
  /** By depth: how many followers were news once, and twice. */
  private readonly once = new Array<number>(LONGEST_CONTEXT + 1).fill(LISTED_ONCE)
  private readonly twice = new Array<number>(LONGEST_CONTEXT + 1).fill(LISTED_TWICE)

  /** The node of a sequence and one more character; 0 when it was not counted. */
  find(node: number, char: number): number {
    // Most of what a search asks for stands nowhere in the text.
    if (this.any[char] !== 1) return 0
    return this.targets[this.placeOf(node * ALPHABET + char)] ?? 0
  }

  /** How often a sequence was counted. */
  seen(node: number): number {
    return this.times[node] ?? 0
  }

  /** Has anything been counted behind this sequence? */
  goesOn(node: number): boolean {
    return (this.followers[node] ?? 0) > 0
  }

  /**
   * Counts a character behind the sequences that end here, of one character, of two and so on; gives those that end
   * with it.
   */
  extend(contexts: readonly number[], char: number): number[] {
    const extended = [char]
    if (contexts.length > 0) this.any[char] = 1
    let isNews = true
    for (let depth = Math.min(contexts.length, LONGEST_CONTEXT); depth > 0; depth--) {
      const context = contexts[depth - 1] ?? 0
      const node = this.add(context, char)
      extended[depth] = node
      const before = this.times[node] ?? 0
      this.times[node] = before + 1
      if (isNews) this.count(context, node, depth)
      if (before > 0) isNews = false
    }
    return extended
  }

  /**
   * How likely `child` is behind `context`, where `otherwise` says how likely it is by all else that is known. `more`
   * and `moreFollowers` are added to the counts.
   */
  chance(context: number, child: number, depth: number, otherwise: number, more = 0, moreFollowers = 0): number {
    const followers = this.followers[context] ?? 0
    if (followers === 0) return otherwise
    const once = this.once[depth] ?? 0
    const discount = once / (once + 2 * (this.twice[depth] ?? 0))
    const own = child === 0 ? 0 : Math.max(0, (this.news[child] ?? 0) - discount)
    return (own + more + discount * (this.kinds[context] ?? 0) * otherwise) / (followers + moreFollowers)
  }

  private add(context: number, char: number): number {
    const key = context * ALPHABET + char
    const known = this.targets[this.placeOf(key)] ?? 0
    if (known !== 0) return known
    if (2 * (this.nodes - ALPHABET) >= this.keys.length) this.grow()
    if (this.nodes >= this.times.length) this.lengthen()
    const place = this.placeOf(key)
    this.keys[place] = key
    return (this.targets[place] = this.nodes++)
  }

  private count(context: number, node: number, depth: number) {
    const before = this.news[node] ?? 0
    this.news[node] = before + 1
    this.followers[context] = (this.followers[context] ?? 0) + 1
    if (before === 0) {
      this.kinds[context] = (this.kinds[context] ?? 0) + 1
      this.once[depth] = (this.once[depth] ?? 0) + 1
    } else if (before === 1) {
      this.once[depth] = (this.once[depth] ?? 0) - 1
      this.twice[depth] = (this.twice[depth] ?? 0) + 1
    } else if (before === 2) this.twice[depth] = (this.twice[depth] ?? 0) - 1
  }

  /** Where a key stands, or would. */
  private placeOf(key: number): number {
    const { keys } = this
    const mask = keys.length - 1
    let place = hashOf(key) & mask
    for (let there = keys[place] ?? 0; there !== 0 && there !== key; there = keys[place] ?? 0)
      place = (place + 1) & mask
    return place
  }

  private grow() {
    const { keys, targets } = this
    this.keys = new Float64Array(2 * keys.length)
    this.targets = new Uint32Array(2 * keys.length)
    keys.forEach((key, from) => {
      if (key === 0) return
      const place = this.placeOf(key)
      this.keys[place] = key
      this.targets[place] = targets[from] ?? 0
    })
  }

  private lengthen() {
    this.times = longer(this.times)
    this.news = longer(this.news)
    this.followers = longer(this.followers)
    this.kinds = longer(this.kinds)
  }
}

/** Characters that a context has at most. */
const LONGEST_CONTEXT = 4
/** What is usual counts as much as this many followers seen once, and twice. */
const LISTED_ONCE = 20
const LISTED_TWICE = 5
const ALPHABET = 0x10000
/** A power of two, as the mask needs it. */
const FIRST_SIZE = 1 << 12
const TWO_TO_32 = 2 ** 32

function longer(counts: Uint32Array): Uint32Array<ArrayBuffer> {
  const twice = new Uint32Array(2 * counts.length)
  twice.set(counts)
  return twice
}

/** Both halves of the key in all bits of the hash (multipliers of xxHash32 by Collet). */
function hashOf(key: number): number {
  const mixed = Math.imul((key >>> 0) ^ Math.imul(Math.floor(key / TWO_TO_32), 0x9e3779b1), 0x85ebca77)
  return mixed ^ (mixed >>> 15)
}
