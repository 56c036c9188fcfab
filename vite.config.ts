import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { build, type Plugin } from 'vite'
import { defineConfig } from 'vitest/config'
import { foldingTable, leanLunr, noFoldingTable } from './scripts/lean-libraries.ts'

/**
 * How the reader is built and the tests are run.
 *
 * The client build gives `index.html` (the template of every page) and hashed assets; `base: './'` keeps every
 * address inside them relative, so that a site works in any folder. `scripts/build-reader.js` builds it together
 * with the server entry that prerenders the pages.
 */
export default defineConfig({
  base: './',
  publicDir: false,
  plugins: [
    react(),
    beforePaint('src/reader/boot.ts'),
    serviceWorker('src/reader/offline/worker.ts'),
    productionServer(),
    foldingTable(),
  ],
  // Modules, so that a worker may fetch parts of its program when they are asked for.
  worker: { format: 'es', plugins: () => [noFoldingTable(), leanLunr()] },
  build: {
    outDir: '.build/reader/client',
    emptyOutDir: true,
    manifest: true,
    // Below this size Vite would write an asset into the page as a data: address, which our policy does not admit.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // light-dark() and nesting as they stand: browsers have had both since 2024, and without them a page still reads.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
  },
  test: {
    // Counted by .ci/run for its closing line.
    reporters: process.env.CI ? ['default', ['json', { outputFile: '.build/tests.json' }]] : ['default'],
    globalSetup: 'tests/support/build-tools.ts',
    coverage: { provider: 'v8', include: ['src/**/*.{ts,tsx}'], reporter: ['text'] },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/e2e/**'],
          // Pages are parsed for their structure; their files are not there.
          environmentOptions: { happyDOM: { settings: { handleDisabledFileLoadingAsSuccess: true } } },
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: 'tests/support/fixture-site.ts',
          // One browser at a time: two starve one another on a small machine.
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // Unattended, a browser that hiccups is tried once more, and the report names what was; by hand, nothing is.
          retry: process.env.CI ? 1 : 0,
          // A page is asked again until it has caught up, however busy the machine.
          expect: { poll: { timeout: 10_000 } },
        },
      },
    ],
  },
})

/**
 * A script that runs before the page is painted, so that a chosen theme or layout never flashes.
 * It must be a classic script in a file of its own: modules run too late, inline scripts are forbidden by our policy.
 */
function beforePaint(entry: string): Plugin {
  return {
    name: 'duidu:before-paint',
    apply: (_config, { command, isSsrBuild }) => command === 'build' && isSsrBuild !== true,
    async buildStart() {
      this.emitFile({ type: 'asset', name: 'boot.js', source: await classicScript(entry) })
    },
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle }) {
        const boot = Object.keys(bundle ?? {}).find((file) => /(^|\/)boot-[^/]+\.js$/.test(file))
        const mark = '<!--duidu:before-paint-->'
        if (boot === undefined || !html.includes(mark)) throw new Error(`${entry}: no built file, or no place for it`)
        // Behind the stylesheet: in front of it, it would have to arrive before the stylesheet is even asked for.
        const last = html.replace(mark, '').replace('</head>', `<script src="./${boot}"></script>\n  </head>`)
        // Painting waits for the stylesheet and this, not for what wakes the page up.
        return last.replace('<script type="module"', '<script type="module" fetchpriority="low"')
      },
    },
  }
}

/**
 * The service worker, at the root and under one name for ever, since browsers look there for a new version. A site's
 * build writes a list of the site's files in front of it (`scripts/site/offline.ts`).
 */
function serviceWorker(entry: string): Plugin {
  return {
    name: 'duidu:service-worker',
    apply: (_config, { command, isSsrBuild }) => command === 'build' && isSsrBuild !== true,
    async buildStart() {
      this.emitFile({ type: 'asset', fileName: 'sw.js', source: await classicScript(entry) })
    },
  }
}

/** One file that asks for no other. */
async function classicScript(entry: string): Promise<string> {
  const input = fileURLToPath(new URL(entry, import.meta.url))
  const result = await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    define: { 'process.env.NODE_ENV': JSON.stringify('production') },
    build: { write: false, rolldownOptions: { input, output: { format: 'iife' } } },
  })
  const [bundle] = [result].flat()
  const code = bundle && 'output' in bundle ? bundle.output[0].code : ''
  if (code === '') throw new Error(`${entry}: built to nothing`)
  return code
}

/**
 * The server entry takes its libraries in, so that a packaged build needs none beside it;
 * React as it is published, since left open it would choose its slower half on its own.
 */
function productionServer(): Plugin {
  return {
    name: 'duidu:production-server',
    config: (_config, { command }) =>
      command === 'build'
        ? { define: { 'process.env.NODE_ENV': JSON.stringify('production') }, ssr: { noExternal: true } }
        : {},
  }
}
