/**
 * Something wrong with the input, as data: gathered through a whole run and reported together.
 * A fault says where it is, what is wrong and what to do. A caller's mistake is no fault: that throws.
 */
export type Fault = {
  /** A warning leaves the exit code at 0 and the build goes on, unless `--strict`. */
  readonly severity?: 'warning'
  /** Path as the author would type it, relative to the content folder. */
  readonly file: string
  /** Counted from 1; absent when the fault is the whole file's. */
  readonly line?: number
  /** Counted from 1, in UTF-16 code units. */
  readonly column?: number
  /** What is wrong, as a sentence without its full stop. */
  readonly what: string
  /** What the author can do about it, as a sentence without its full stop. */
  readonly todo: string
}

/** `notices/x/notice.yaml:3:1: "tilte" is no key here. Did you mean "title"?` */
export function formatFault({ file, line, column, what, todo }: Fault): string {
  const place = [file, line, line === undefined ? undefined : column].filter((part) => part !== undefined).join(':')
  return `${place}: ${ended(what)} ${ended(todo)}`
}

function ended(sentence: string): string {
  return /[.?!。？！]$/u.test(sentence) ? sentence : `${sentence}.`
}

/** Line and column, from 1, of an offset in a text; `\n`, `\r\n` and `\r` each end a line. */
export function placeOf(text: string, offset: number): { readonly line: number; readonly column: number } {
  let line = 1
  let start = 0
  for (const ending of text.slice(0, offset).matchAll(/\r\n|\r|\n/gu)) {
    line += 1
    start = ending.index + ending[0].length
  }
  return { line, column: offset - start + 1 }
}
