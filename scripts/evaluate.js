/** Runs one evaluation program: `node scripts/evaluate.js align`. They are bundled with the command line. */
import { ensureTools } from './build-tools.js'

const [name, ...rest] = process.argv.slice(2)
await ensureTools({ reader: name === 'page' || name === 'search' })
/** @type {{ main: (argv: readonly string[]) => Promise<number> }} */
const { main } = await import(new URL(`../.build/cli/eval-${name}.js`, import.meta.url).href)
process.exitCode = await main(rest)
