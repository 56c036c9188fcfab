/**
 * What is wrong with an annotation from outside, as data: the reader has words for each key in its own languages.
 * `path` leads to the value inside the file (`['first', 'items', 3, 'target']`); empty for the file as a whole.
 */
export type NoteFault = {
  readonly key: NoteFaultKey
  readonly path: readonly (string | number)[]
  /** What the words may name: a limit, a count, the value that was met (cut short). */
  readonly limit?: number
  readonly found?: string
}

export const noteFaultKeys = [
  /** The file is no JSON. */
  'not-json',
  /** JSON, but neither Web Annotations nor Hypothesis rows. */
  'no-annotations',
  'file-too-large',
  'too-many',
  /** Not an object where an annotation should be. */
  'not-an-annotation',
  /** A date that is none. */
  'bad-date',
  'no-target',
  /** Only bodies that are text can be kept: not pictures, sounds or addresses of other pages. */
  'body-not-text',
  /** It has no words to find it by. */
  'no-quote',
  'bad-position',
  'too-long',
  'too-many-tags',
  'too-many-rows',
  /** Two in one file have the same id; the first is taken. */
  'twice',
  /** A shared link: another version, cut short, or no link of ours. */
  'link-version',
  'link-broken',
  'link-too-long',
  'link-too-many',
] as const

export type NoteFaultKey = (typeof noteFaultKeys)[number]

/** A value as it may be shown in a message: short, on one line. */
export function shortened(value: unknown): string {
  const text = (typeof value === 'string' ? value : [JSON.stringify(value)].join()).replaceAll(/\s+/gu, ' ')
  const characters = [...text.slice(0, 200).toWellFormed()]
  return characters.length <= 60 ? characters.join('') : `${characters.slice(0, 59).join('')}…`
}
