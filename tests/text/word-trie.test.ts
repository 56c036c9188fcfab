import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { WordTrie } from '../../src/text/word-trie.ts'

function nodeOf(trie: WordTrie, text: string): number {
  let node = 0
  for (let at = 0; at < text.length && node >= 0; at += 1) node = trie.step(node, text.charCodeAt(at))
  return node
}

describe('WordTrie', () => {
  it('knows its words, their beginnings, and nothing else', () => {
    const word = fc.string({ unit: fc.constantFrom('中', '醫', '國', '𠮷', 'a'), minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(fc.array(word, { maxLength: 40 }), fc.array(word), (words, others) => {
        const trie = new WordTrie(words)
        const known = new Set(words)
        for (const text of [...words, ...others]) {
          const node = nodeOf(trie, text)
          expect(node >= 0).toBe(words.some((one) => one.startsWith(text)))
          expect(trie.isWord(node)).toBe(known.has(text))
        }
      }),
    )
  })
})
