import type { Unresolved } from '../corpus/edit.ts'

/**
 * Damage that nothing can undo, found so that it can be shown: replacement characters, and what became of them when
 * their bytes were decoded once more.
 *
 * 锟斤拷 is the replacement character twice in UTF-8, `EF BF BD EF BF BD`, read as GBK, 嚙踝蕭 the same read as Big5
 * and ï¿½ one of them read as Latin-1;
 * 烫 and 屯 are memory that was never written to, `CC` and `CD`, read as GBK.
 */
export function findLost(text: string): Unresolved[] {
  return losses
    .flatMap(({ pattern, why }) =>
      [...text.matchAll(pattern)].map((found) => ({
        at: { from: found.index, to: found.index + found[0].length },
        was: found[0],
        why,
        candidates: [],
      })),
    )
    .sort((a, b) => a.at.from - b.at.from)
}

const losses: readonly { readonly pattern: RegExp; readonly why: string }[] = [
  { pattern: /\ufffd+/gu, why: 'replacement characters: the bytes that stood here were thrown away' },
  {
    pattern: /(?:锟斤拷)+(?:锟斤?)?|(?:斤拷|拷)(?:锟斤拷)+(?:锟斤?)?/gu,
    why: 'replacement characters decoded once more, as GBK: what stood here was thrown away',
  },
  {
    pattern: /(?:嚙踝蕭)+(?:嚙踝?)?|(?:踝蕭|蕭)(?:嚙踝蕭)+(?:嚙踝?)?/gu,
    why: 'replacement characters decoded once more, as Big5: what stood here was thrown away',
  },
  {
    pattern: /(?:ï¿½)+|(?:Ã¯Â¿Â½)+/gu,
    why: 'replacement characters decoded once more, as Latin-1: what stood here was thrown away',
  },
  { pattern: /烫{3,}|屯{3,}/gu, why: 'memory that was never written to, read as GBK: no text stood here' },
  { pattern: /[\ue000-\uf8ff]+/gu, why: 'private-use characters: what they stand for is not known' },
]
