/**
 * Builds what the command line runs from, into `.build/`: `cli/` (one bundle of scripts and core), `data/` (the
 * dictionary, compiled) and `reader/` (the client and its server entry). Each part is built beside its place and
 * renamed into it, and only when its inputs changed, so two commands at once do not trip over one another.
 */
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const built = join(root, '.build')

/** @param {{ reader: boolean }} wanted */
export async function ensureTools({ reader }) {
  await ensurePart('cli', ['src', 'scripts', 'package-lock.json'], ['src/reader'], buildCli)
  await ensureData()
  if (reader)
    await ensurePart(
      'reader',
      ['src', 'scripts/lean-libraries.ts', 'index.html', 'vite.config.ts', 'package-lock.json'],
      [],
      async () => {
        const { buildReader } = await import('./build-reader.js')
        await buildReader()
      },
    )
}

/**
 * @param {string} name
 * @param {readonly string[]} inputs
 * @param {readonly string[]} except
 * @param {() => Promise<void>} build
 */
async function ensurePart(name, inputs, except, build) {
  const stamp = await fingerprint(inputs, except)
  const stampFile = join(built, `${name}.stamp`)
  if (existsSync(join(built, name)) && (await readIfThere(stampFile)) === stamp) return
  say(`building ${name} …`)
  await build()
  await writeFile(stampFile, stamp)
}

/**
 * Names, sizes and times of all input files. Cheaper than their contents, and enough inside one checkout.
 * @param {readonly string[]} inputs
 * @param {readonly string[]} except
 */
async function fingerprint(inputs, except) {
  const hash = createHash('sha256')
  for (const input of inputs) {
    const path = join(root, input)
    if (!existsSync(path)) continue
    const files = (await stat(path)).isDirectory()
      ? (await readdir(path, { recursive: true, withFileTypes: true }))
          .filter((entry) => entry.isFile())
          .map((entry) => join(entry.parentPath, entry.name))
          .sort()
      : [path]
    for (const file of files) {
      const name = relative(root, file)
      if (except.some((folder) => name.startsWith(`${folder}/`))) continue
      const { mtimeMs, size } = await stat(file)
      hash.update(`${name} ${mtimeMs} ${size}\n`)
    }
  }
  return hash.digest('hex')
}

async function buildCli() {
  const evaluations = existsSync(join(root, 'scripts/eval')) ? await readdir(join(root, 'scripts/eval')) : []
  const inputs = {
    main: 'scripts/main.ts',
    'align-worker': 'scripts/align-worker.ts',
    'build-worker': 'scripts/build-worker.ts',
    ...Object.fromEntries(
      evaluations
        .filter((name) => name.endsWith('.ts'))
        .map((name) => [`eval-${name.slice(0, -3)}`, `scripts/eval/${name}`]),
    ),
  }
  await bundle(inputs, 'cli')
}

async function ensureData() {
  // The compiler of the data is bundled by itself: its bytes tell whether the data are still what it would make.
  const stampFile = join(built, 'data.stamp')
  const inputs = await fingerprint(['scripts/data', 'src', 'package-lock.json'], ['src/reader'])
  const [seenInputs, seenCompiler] = ((await readIfThere(stampFile)) ?? '').split('\n')
  if (existsSync(join(built, 'data')) && seenInputs === inputs) return
  await bundle({ compile: 'scripts/data/compile.ts' }, 'compile-data')
  const compilerFile = join(built, 'compile-data/compile.js')
  const compiler = createHash('sha256')
    .update(await readFile(compilerFile))
    .update(await readFile(join(root, 'package-lock.json')))
    .digest('hex')
  if (!existsSync(join(built, 'data')) || seenCompiler !== compiler) {
    say('compiling the dictionary …')
    /** @type {{ compileData: (modules: string, out: string) => Promise<void> }} */
    const { compileData } = await import(`${compilerFile}?${compiler}`)
    await replace('data', (out) => compileData(join(root, 'node_modules'), out))
  }
  await writeFile(stampFile, `${inputs}\n${compiler}`)
}

/**
 * @param {Record<string, string>} inputs
 * @param {string} name
 */
async function bundle(inputs, name) {
  const { build } = await import('vite')
  await replace(name, async (out) => {
    await build({
      root,
      configFile: false,
      logLevel: 'warn',
      build: {
        ssr: true,
        target: 'node20',
        outDir: out,
        emptyOutDir: false,
        copyPublicDir: false,
        minify: false,
        // The bundle carries other people's libraries, and so their licences.
        license: { fileName: 'licences.md' },
        rolldownOptions: {
          input: Object.fromEntries(Object.entries(inputs).map(([key, path]) => [key, join(root, path)])),
          output: { entryFileNames: '[name].js', chunkFileNames: 'chunk-[name]-[hash].js' },
        },
      },
      ssr: { noExternal: true },
    })
  })
}

/**
 * Makes a folder beside its place, then renames it there.
 * @param {string} name
 * @param {(out: string) => Promise<void>} make
 */
async function replace(name, make) {
  const place = join(built, name)
  const beside = join(built, `${name}.${process.pid}.new`)
  await mkdir(beside, { recursive: true })
  try {
    await make(beside)
    const old = join(built, `${name}.${process.pid}.old`)
    if (existsSync(place)) await rename(place, old)
    await rename(beside, place)
    await rm(old, { recursive: true, force: true })
  } finally {
    await rm(beside, { recursive: true, force: true })
  }
}

/** @param {string} file */
async function readIfThere(file) {
  return existsSync(file) ? readFile(file, 'utf8') : null
}

/** @param {string} text */
function say(text) {
  if (process.stderr.isTTY) process.stderr.write(`${text}\n`)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await ensureTools({ reader: true })
