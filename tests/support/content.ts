import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

export const checkout = fileURLToPath(new URL('../../', import.meta.url))

/** The content folder of this project, with the first notice in it. */
export const ownContent = join(checkout, 'content')

export const firstNotice = 'national-clinical-specialty-plan-2021'

/** An empty folder that is taken away when the test has ended. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'duidu-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A content folder with these files in it, by path. */
export function contentFolder(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = temporaryFolder()
  for (const [path, data] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), data)
  }
  return folder
}

/** A copy of this project's content, to be changed. */
export function copyOfOwnContent(): string {
  const folder = temporaryFolder()
  cpSync(ownContent, folder, { recursive: true })
  return folder
}

/** The least that builds: one notice of two paragraphs. */
export const smallContent = {
  'collection.yaml': 'title:\n  en: Notices\n  zh-Hant: 通知\n',
  'notices/a-plan/notice.yaml': 'titles:\n  en: A plan\n  zh-Hant: 計劃\n',
  'notices/a-plan/en.txt': 'The hospital opens in 2021.\n\nIt has 750 beds.\n',
  'notices/a-plan/zh-Hant.txt': '醫院於2021年啟用。\n設有750張病床。\n',
}
