import type { Shelf } from '../../../search/shelf.ts'

/** Thrown into a query that nobody waits for any more. */
export class Stopped extends Error {
  override readonly name = 'Stopped'
}

/**
 * A shelf for one query: each time that the query asks for something, others get a word in, and a query that was
 * overtaken meanwhile ends there.
 *
 * `breathe` resolves when messages that have come in were heard.
 */
export function stoppable(shelf: Shelf, isStale: () => boolean, breathe: () => Promise<void>): Shelf {
  const pass = async (): Promise<void> => {
    await breathe()
    if (isStale()) throw new Stopped()
  }
  const guarded =
    <Args extends readonly unknown[], T>(method: (...args: Args) => Promise<T>) =>
    async (...args: Args): Promise<T> => {
      await pass()
      const given = await method(...args)
      if (isStale()) throw new Stopped()
      return given
    }
  return {
    ...shelf,
    notices: guarded(shelf.notices),
    readings: guarded(shelf.readings),
    wordsFrom: guarded(shelf.wordsFrom),
    wordsNear: guarded(shelf.wordsNear),
    wordsInside: guarded(shelf.wordsInside),
    candidates: guarded(shelf.candidates),
    read: guarded(shelf.read),
  }
}
