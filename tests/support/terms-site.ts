import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect } from 'vitest'
import { versions } from '../../src/corpus/version.ts'
import { duidu } from './cli.ts'
import { firstNotice, ownContent } from './content.ts'
import { serveFolder, type StaticHost } from './static-host.ts'
import { visitor, type Visit } from './visit.ts'

/** What an editor accepted in the first notice. */
export const acceptedFinding = { key: 'variant 并/並', reason: '兩岸用字習慣不同。' }

/** Options of a visit from a small phone. */
export const phone = { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true }

export type TermsSite = {
  readonly open: Visit
  /** Where the site stands, with a slash at the end. */
  readonly root: () => string
  /** The folder that it was built into. */
  readonly built: () => string
}

/**
 * The site of this project's own content with a second notice beside it, one finding of the first accepted: built
 * before a test file's tests, served under a sub-folder, and taken away behind them.
 */
export function termsSite(): TermsSite {
  let folder = ''
  let host: StaticHost
  let root = ''

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'duidu-terms-'))
    const content = join(folder, 'content')
    cpSync(ownContent, content, { recursive: true })
    const second = join(content, 'notices/second')
    mkdirSync(second)
    writeFileSync(join(second, 'notice.yaml'), 'titles:\n  en: A second notice\n  zh-Hant: 第二則通知\n')
    writeFileSync(join(second, 'en.txt'), 'Regenerative medicine is new.\n\nIt helps patients.\n')
    writeFileSync(join(second, 'zh-Hant.txt'), '再生醫學是新事物。\n\n它幫助病人。\n')
    writeFileSync(
      join(content, 'notices', firstNotice, 'findings.json'),
      JSON.stringify({ ...versions.findings, accepted: [acceptedFinding] }),
    )
    const { code, err } = await duidu('build', '--content', content, '--out', join(folder, 'site'))
    expect([code, err]).toEqual([0, ''])
    host = await serveFolder(folder)
    root = `${host.address}site/`
  }, 120_000)

  afterAll(() => {
    host.close()
    rmSync(folder, { recursive: true, force: true })
  })

  return { open: visitor(() => root), root: () => root, built: () => join(folder, 'site') }
}
