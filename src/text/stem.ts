/**
 * An English word without its endings: `strengthening` and `strengthened` are one, `nation` and `national` too.
 *
 * Steps in the manner of Porter (1980), with fewer conditions: what counts for matching is that the forms of a word
 * fall together, on both sides of a dictionary, and not that the stem is a word. Input is lower case.
 */
export function stem(word: string): string {
  // Short words have no endings to spare: bus, this, red.
  if (word.length <= 3 || !/^[a-z']+$/.test(word)) return word.replace(/'s$/, '')
  let rest = word.replace(/'s?$/, '')
  rest = withoutPlural(rest)
  rest = withoutVerbEnding(rest)
  for (const [ending, instead] of derivations) {
    if (!rest.endsWith(ending)) continue
    const root = rest.slice(0, rest.length - ending.length)
    if (measure(root) >= 1 && root.length >= shortestRoot) rest = root + instead
    break
  }
  if (rest.length > 4 && rest.endsWith('e')) rest = rest.slice(0, -1)
  return rest.endsWith('y') && rest.length > 3 ? `${rest.slice(0, -1)}i` : rest
}

/** A root of fewer letters tells too little to stand for its word. */
const shortestRoot = 3

/** Longest first within one final letter; the first that fits is taken. */
const derivations: readonly (readonly [ending: string, instead: string])[] = [
  ['ization', 'iz'],
  ['isation', 'iz'],
  ['ational', 'at'],
  ['ation', 'at'],
  ['iveness', 'iv'],
  ['fulness', 'ful'],
  ['ition', 'it'],
  ['tional', 't'],
  ['ional', 'i'],
  ['sion', 's'],
  ['tion', 't'],
  ['ement', ''],
  ['ment', ''],
  ['ness', ''],
  ['ality', 'al'],
  ['ivity', 'iv'],
  ['ility', 'il'],
  ['ity', ''],
  ['ically', 'ic'],
  ['ally', 'al'],
  ['ly', ''],
  ['ise', 'iz'],
  ['ize', 'iz'],
  ['ical', 'ic'],
  ['ance', ''],
  ['ence', ''],
  ['able', ''],
  ['ible', ''],
  ['ate', 'at'],
  ['ive', ''],
  ['ial', ''],
  ['al', ''],
]

function withoutPlural(word: string): string {
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`
  if (/(?:ss|sh|ch|x|z)es$/.test(word)) return word.slice(0, -2)
  if (word.endsWith('s') && !/(?:ss|us|is)$/.test(word)) return word.slice(0, -1)
  return word
}

function withoutVerbEnding(word: string): string {
  const match = /^(.*?)(?:ing|ed)$/.exec(word)
  const root = match?.[1] ?? ''
  if (root.length < 2 || measure(root) < 1 || !/[aeiouy]/.test(root)) return word
  // planned, planning: the doubled letter goes; fell, pass, buzz keep theirs.
  if (/([bdgmnprt])\1$/.test(root)) return root.slice(0, -1)
  if (/(?:at|bl|iz|v|c|[^aeiou]s|u)$/.test(root)) return `${root}e`
  return root
}

/** How many times a vowel is followed by a consonant: 0 in `tr`, 1 in `trouble`'s `troubl`, 2 in `private`. */
function measure(root: string): number {
  return (root.match(/[aeiouy]+[^aeiouy]+/g) ?? []).length
}
