/**
 * Browser tests need Chromium and a font that has Chinese. On Debian, as root, both are installed when they are
 * missing; elsewhere this says plainly what to do, and fails, since tests that did not run have not passed.
 */
import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'

const browser = process.env['DUIDU_CHROMIUM'] ?? '/usr/bin/chromium'

/** @param {string} path */
function isThere(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function hasChineseFont() {
  const listed = spawnSync('fc-list', [':lang=zh-tw', 'family'], { encoding: 'utf8' })
  return listed.status === 0 && listed.stdout.trim() !== ''
}

const missing = [
  ...(isThere(browser) ? [] : ['chromium']),
  ...(process.env['DUIDU_CHROMIUM'] !== undefined || hasChineseFont() ? [] : ['fonts-noto-cjk']),
]

if (missing.length > 0) {
  const canInstall = existsSync('/usr/bin/apt-get') && process.getuid?.() === 0
  if (canInstall) {
    process.stdout.write(`Browser tests need ${missing.join(' and ')}: installing from Debian …\n`)
    const quiet = /** @type {import('node:child_process').SpawnSyncOptions} */ ({
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
    spawnSync('apt-get', ['update', '-qq'], quiet)
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'fontconfig', ...missing], quiet)
  }
  if (!isThere(browser) || !(process.env['DUIDU_CHROMIUM'] !== undefined || hasChineseFont())) {
    process.stderr.write(
      `Browser tests need ${missing.join(' and ')}, which ${canInstall ? 'could not be installed' : 'only root can install here'}.\n` +
        `On Debian or Ubuntu: sudo apt-get install chromium fonts-noto-cjk\n` +
        `Elsewhere: install Chromium, set DUIDU_CHROMIUM to its path, and run npm test again.\n`,
    )
    process.exit(1)
  }
}
