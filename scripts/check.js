/** Runs every check there is, in order, and says where the first one failed. `npm run check -- types lint` runs some. */
import { spawnSync } from 'node:child_process'

/** @type {readonly (readonly [name: string, command: string, ...args: string[]])[]} */
const steps = [
  ['format', 'prettier', '--check', '--log-level', 'warn', '.'],
  ['types: core', 'tsc', '-p', 'src'],
  ['types: reader', 'tsc', '-p', 'src/reader'],
  ['types: offline', 'tsc', '-p', 'src/reader/offline'],
  ['types: scripts', 'tsc', '-p', 'scripts'],
  ['types: tests', 'tsc', '-p', 'tests'],
  ['lint', 'eslint', '.'],
  ['boundaries', 'depcruise', '--config', '.dependency-cruiser.cjs', 'src', 'scripts'],
  ['dead code', 'knip'],
  [
    'lock file',
    'lockfile-lint',
    '--path',
    'package-lock.json',
    '--type',
    'npm',
    '--validate-https',
    '--empty-hostname',
    'true',
  ],
  ['chromium', 'node', 'scripts/ensure-chromium.js'],
  ['tests', 'vitest', 'run', '--coverage'],
  ['build', 'node', 'scripts/duidu.js', 'build', '--frozen'],
  ['size', 'node', 'scripts/size-budget.js'],
]

const wanted = process.argv.slice(2)
for (const [name, command, ...args] of steps) {
  if (wanted.length > 0 && !wanted.some((word) => name.startsWith(word))) continue
  const started = performance.now()
  const { status } = spawnSync('npx', ['--no', '--', command, ...args], { stdio: 'inherit' })
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  if (status !== 0) {
    process.stderr.write(`check failed at: ${name} (${seconds} s)\n`)
    process.exit(1)
  }
  process.stdout.write(`check: ${name} ✓ ${seconds} s\n`)
}
