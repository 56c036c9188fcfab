import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import type { Corpus } from '../../src/corpus/notice.ts'
import { sliceRun } from '../../src/corpus/run.ts'
import { duidu } from '../support/cli.ts'
import {
  checkout,
  contentFolder,
  copyOfOwnContent,
  firstNotice,
  smallContent,
  temporaryFolder,
} from '../support/content.ts'

// Each test starts programs of its own, which take their time on a busy machine.
vi.setConfig({ testTimeout: 120_000 })

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .map((path) => relative(folder, path))
    .sort()
}

function corpusOf(site: string, id: string): Corpus {
  return JSON.parse(readFileSync(join(site, 'notices', id, 'corpus.json'), 'utf8')) as Corpus
}

/** The words of each row's zh-Hant side, by id. */
function rowTexts({ rows, sides }: Corpus): Map<string, string> {
  const { text, paragraphs } = sides['zh-Hant']
  return new Map(
    rows.map((row) => [
      row.id,
      paragraphs
        .slice(row['zh-Hant'].from, row['zh-Hant'].to)
        .map(({ at }) => sliceRun(text, at))
        .join('\n'),
    ]),
  )
}

describe('a built site', () => {
  it('is the same to the byte whatever the machine’s locale and time zone', async () => {
    const content = copyOfOwnContent()
    const [one, two] = [join(temporaryFolder(), 'one'), join(temporaryFolder(), 'two')]
    expect((await duidu('build', '--content', content, '--out', one)).code).toBe(0)
    execFileSync(process.execPath, [join(checkout, 'scripts/duidu.js'), 'build', '--content', content, '--out', two], {
      cwd: checkout,
      env: { ...process.env, LANG: 'zh_TW.UTF-8', LC_ALL: 'C', TZ: 'Asia/Taipei' },
    })
    expect(filesBelow(two)).toEqual(filesBelow(one))
    for (const file of filesBelow(one))
      expect(readFileSync(join(two, file)), file).toEqual(readFileSync(join(one, file)))
  })

  it('is the same to the byte on one processor and on several', async () => {
    const { 'notices/a-plan/en.txt': en, 'notices/a-plan/zh-Hant.txt': zh, ...others } = smallContent
    // Two of three notices have their languages swapped, which is a warning each.
    const swapped = ['b', 'c'].flatMap((letter): [path: string, text: string][] => [
      [`notices/${letter}-plan/notice.yaml`, others['notices/a-plan/notice.yaml']],
      [`notices/${letter}-plan/en.txt`, zh],
      [`notices/${letter}-plan/zh-Hant.txt`, en],
    ])
    const content = contentFolder({ ...smallContent, ...Object.fromEntries<string>(swapped) })
    const [one, two] = [join(temporaryFolder(), 'one'), join(temporaryFolder(), 'two')]
    const alone = await duidu('build', '--content', content, '--out', one, '--jobs', '1')
    const together = await duidu('build', '--content', content, '--out', two, '--jobs', '3')
    expect(alone.err.match(/notices\/[bc]-plan.*swapped/gu)).toHaveLength(2)
    expect(together).toEqual({ ...alone, out: alone.out.replace(one, two) })
    expect(filesBelow(two)).toEqual(filesBelow(one))
    for (const file of filesBelow(one))
      expect(readFileSync(join(two, file)), file).toEqual(readFileSync(join(one, file)))
  })

  it('has a page for each locale, the corpus, the manifest and the schemas', async () => {
    const site = join(temporaryFolder(), 'site')
    await duidu('build', '--content', contentFolder(smallContent), '--out', site)
    expect(filesBelow(site)).toEqual(
      expect.arrayContaining([
        '404.html',
        'en/a-plan/index.html',
        'en/index.html',
        'index.html',
        'manifest.json',
        'notices/a-plan/corpus.json',
        'schema/corpus-1.json',
        'schema/manifest-1.json',
        'zh-Hant/a-plan/index.html',
        'zh-Hant/index.html',
      ]),
    )
  })

  it('shows each id once, and none of what was dropped in its rows', async () => {
    const site = join(temporaryFolder(), 'site')
    await duidu('build', '--content', copyOfOwnContent(), '--out', site)
    const html = readFileSync(join(site, 'en', firstNotice, 'index.html'), 'utf8')
    for (const row of corpusOf(site, firstNotice).rows)
      for (const id of [row.id, ...row.beads.map((bead) => bead.id)])
        expect(html.split(` id="${id}"`).length - 1, id).toBe(1)
    const main = html.slice(html.indexOf('id="p1"'), html.indexOf('id="p9.2"'))
    for (const words of ['Hits:', 'Copyright', 'ICP', '公眾號', 'Safehigh']) expect(main).not.toContain(words)
  })
})

describe('links keep working', () => {
  it('with a paragraph inserted mid-way on both sides, old links reach their old text', async () => {
    const content = copyOfOwnContent()
    const folder = join(content, 'notices', firstNotice)
    const [before, after] = [join(temporaryFolder(), 'before'), join(temporaryFolder(), 'after')]
    await duidu('build', '--content', content, '--out', before)
    const insert = (file: string, behind: string, words: string): void => {
      const path = join(folder, file)
      const source = readFileSync(path, 'utf8')
      expect(source).toContain(behind)
      writeFileSync(path, source.replace(behind, `${words}${behind}`))
    }
    insert(
      'en.txt',
      '[Provincial level]',
      '[Regional level] At least 320 regional laboratories for rare diseases will be opened by 2024.\n\n',
    )
    insert('zh-Hant.txt', '【省級', '【區域層面】到2024年，至少開設320個罕見病區域實驗室。\n')
    expect((await duidu('build', '--content', content, '--out', after)).code).toBe(0)

    const old = rowTexts(corpusOf(before, firstNotice))
    const now = rowTexts(corpusOf(after, firstNotice))
    for (const [id, words] of old) expect(now.get(id), id).toBe(words)
    expect([...now.keys()]).toEqual(['p1', 'p2', 'p10', 'p3', 'p4', 'p5', 'p6', 'p7', 'p8', 'p9'])
  })
})

describe('a build that is told to stop', () => {
  it('leaves what was there, and nothing half-written', async () => {
    const folder = temporaryFolder()
    const out = join(folder, 'site')
    const content = contentFolder(smallContent)
    expect((await duidu('build', '--content', content, '--out', out)).code).toBe(0)
    const before = readFileSync(join(out, 'manifest.json'), 'utf8')
    // At whatever point it is caught, the old site stands or the new one does.
    for (const delay of [200, 400, 600, 800, 1000]) {
      const child = spawn(
        process.execPath,
        [join(checkout, 'scripts/duidu.js'), 'build', '--content', content, '--out', out],
        { cwd: checkout },
      )
      const timer = setTimeout(() => child.kill('SIGINT'), delay)
      await once(child, 'exit')
      clearTimeout(timer)
      expect(readdirSync(folder)).toEqual(['site'])
      expect(readFileSync(join(out, 'manifest.json'), 'utf8')).toBe(before)
    }
  })
})

describe('start', () => {
  it('prints an address, serves it, and reloads open pages when content changes', async () => {
    const content = contentFolder(smallContent)
    const out = join(temporaryFolder(), 'site')
    const child = spawn(
      process.execPath,
      [join(checkout, 'scripts/duidu.js'), 'start', '--content', content, '--out', out, '--port', '0'],
      { cwd: checkout },
    )
    let said = ''
    child.stderr.on('data', (chunk) => (said += String(chunk)))
    try {
      let printed = ''
      child.stdout.on('data', (chunk) => (printed += String(chunk)))
      while (!printed.includes('http://')) await once(child.stdout, 'data')
      const address = /http:\/\/\S+/u.exec(printed)?.[0] ?? ''
      const page = await (await fetch(`${address}en/a-plan/`)).text()
      expect(page).toContain('750 beds')
      expect((await fetch(`${address}en/nowhere/`)).status).toBe(404)
      const changes = (await fetch(`${address}_duidu/changes`)).body?.getReader()
      writeFileSync(join(content, 'notices/a-plan/en.txt'), 'The hospital opens in 2021.\n\nIt has 570 beds.\n')
      let seen = ''
      while (!seen.includes('data: changed')) seen += new TextDecoder().decode((await changes?.read())?.value)
      expect(await (await fetch(`${address}en/a-plan/`)).text()).toContain('570 beds')
      await changes?.cancel()
    } catch (error) {
      throw new Error(`${String(error)}\n${said}`, { cause: error })
    } finally {
      child.kill('SIGINT')
      await once(child, 'exit')
    }
    expect(readdirSync(join(out, '..')).filter((name) => name.startsWith('.'))).toEqual([])
    expect(existsSync(join(out, 'manifest.json'))).toBe(true)
  })
})
