import { parseTermId, type TermId } from '../corpus/ids.ts'

/** A term id from an English term, numbered when it is taken; `term` where it has no letter or digit of ASCII. */
export function slugFor(text: string, taken: ReadonlySet<string>): TermId {
  const words = text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .replaceAll(/^-|-$/gu, '')
  for (let number = 1; ; number += 1) {
    const id = parseTermId((words || 'term') + (number === 1 ? '' : `-${number}`))
    if (id === null) throw new RangeError(`slugFor: “${text}” gives no term id`)
    if (!taken.has(id)) return id
  }
}
