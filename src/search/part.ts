/**
 * Parts of the search program that few queries need, each fetched when it is first asked for: in a browser the first
 * query waits for all that comes before it.
 *
 * Errors  a part that does not come fails the query with `PartUnavailable`: an answer without it could be wrong.
 */
export class PartUnavailable extends Error {
  override readonly name = 'PartUnavailable'

  constructor(cause: unknown) {
    super('A part of the search program could not be fetched.', { cause })
  }
}

/** Waits for a part: `part(import('./near.ts'))`. */
export async function part<T>(coming: Promise<T>): Promise<T> {
  try {
    return await coming
  } catch (error) {
    throw new PartUnavailable(error)
  }
}
