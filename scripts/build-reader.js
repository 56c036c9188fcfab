import { rm, rename, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'vite'

/**
 * Builds the reader: client files in `client/`, the entry that prerenders pages in `server/server.js`.
 *
 * Both are built beside the place where they belong and moved there last, so that whoever looks finds
 * a whole reader or none. Plain JavaScript, since it runs before anything is compiled.
 *
 * @param {{ outDir?: string }} [options] where to; `.build/reader` of this package when absent
 * @returns {Promise<string>} the folder that holds `client` and `server`
 */
export async function buildReader({ outDir = join(root, '.build', 'reader') } = {}) {
  const beside = `${outDir}.${process.pid}`
  const common = /** @type {const} */ ({
    root,
    configFile: join(root, 'vite.config.ts'),
    logLevel: 'error',
    mode: 'production',
  })
  // Vite believes the environment before it believes the mode, and a test run says `test` there.
  const { NODE_ENV } = process.env
  process.env.NODE_ENV = 'production'
  try {
    await build({ ...common, build: { outDir: join(beside, 'client') } })
    await build({ ...common, build: { outDir: join(beside, 'server'), ssr: 'src/reader/server.tsx', manifest: false } })
    await rm(outDir, { recursive: true, force: true })
    await mkdir(join(outDir, '..'), { recursive: true })
    await rename(beside, outDir)
  } finally {
    if (NODE_ENV === undefined) delete process.env.NODE_ENV
    else process.env.NODE_ENV = NODE_ENV
    await rm(beside, { recursive: true, force: true })
  }
  return outDir
}

const root = fileURLToPath(new URL('..', import.meta.url))

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) await buildReader()
