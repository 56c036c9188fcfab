import { ensureTools } from '../../scripts/build-tools.js'

/** Before any test: the command line, the compiled data and the reader are what the sources make. */
export default async function setup(): Promise<void> {
  await ensureTools({ reader: true })
}
