import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, posix } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { locales } from '../../src/corpus/locale.ts'
import type { Manifest } from '../../src/corpus/manifest.ts'
import { balancedLines, breakLines } from '../../scripts/site/lines.ts'
import { sitemapFiles } from '../../scripts/site/sitemap.ts'
import { writeSite } from '../../scripts/site/site.ts'
import { awkwardCorpus, plainCorpus } from '../support/awkward.ts'

/** What a build writes around the notices: list, feeds, sitemap, previews, what the service worker keeps. */
const reader = new URL('../../.build/reader/', import.meta.url)
const corpora = [awkwardCorpus(), plainCorpus()]
const terms = corpora.flatMap((corpus) => corpus.terms)
const collection = { title: { en: 'Notices & <plans>', 'zh-Hant': '通知' } }
const base = 'https://example.org/'

let place: string
let withBase: ReadonlyMap<string, Buffer>
let without: ReadonlyMap<string, Buffer>

beforeAll(async () => {
  place = mkdtempSync(join(tmpdir(), 'duidu-site-'))
  await writeSite(join(place, 'one'), { collection, terms }, corpora, { reader, base })
  await writeSite(join(place, 'two'), { collection, terms }, corpora, { reader, previous: join(place, 'one') })
  withBase = filesBelow(join(place, 'one'))
  without = filesBelow(join(place, 'two'))
}, 120_000)

afterAll(() => rmSync(place, { recursive: true, force: true }))

function filesBelow(folder: string): ReadonlyMap<string, Buffer> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return new Map(
    names
      .filter((name) => statSync(join(folder, name)).isFile())
      .map((name) => [name, readFileSync(join(folder, name))] as const),
  )
}

const read = (files: ReadonlyMap<string, Buffer>, file: string): string => files.get(file)?.toString('utf8') ?? ''
const pages = (files: ReadonlyMap<string, Buffer>): string[] =>
  [...files.keys()].filter((name) => name.endsWith('.html'))

describe('every page of a built site', () => {
  it('has no script or style of its own, asks no other host, and names only files that are there', () => {
    expect(pages(without).length).toBeGreaterThan(10)
    for (const file of pages(without)) {
      const html = read(without, file)
      const inline = [...html.matchAll(/<script(?![^>]*\bsrc=)([^>]*)>/gu)].map(([, attributes = '']) => attributes)
      expect(
        inline.filter((attributes) => !/type="application\/(ld\+)?json"/u.test(attributes)),
        file,
      ).toEqual([])
      expect(html, file).not.toMatch(/<style|\sstyle="|<[a-z][^<>]*\son[a-z]+="/u)
      expect(html, file).toContain("default-src 'none'; script-src 'self'; style-src 'self'")
      const loaded = [
        ...html.matchAll(/<(?:script|img|link rel="(?:stylesheet|icon|modulepreload)")[^>]*?(?:src|href)="([^"]+)"/gu),
      ]
      for (const [, address = ''] of loaded) {
        const target = posix.join(file === '404.html' ? '/' : posix.dirname(`/${file}`), address).slice(1)
        expect(without.has(target), `${file}: ${address}`).toBe(true)
      }
    }
  })

  it('has a canonical address and a preview with a base, and says nothing that is not so without', () => {
    for (const locale of locales) {
      const file = `${locale}/awkward/index.html`
      expect(read(withBase, file)).toContain(`<link rel="canonical" href="${base}${locale}/awkward/">`)
      expect(read(withBase, file)).toContain(`<meta property="og:url" content="${base}${locale}/awkward/">`)
      expect(read(withBase, file)).toMatch(
        /property="og:image" content="https:\/\/example\.org\/previews\/[0-9a-f]{16}\.png"/u,
      )
      expect(read(without, file)).not.toMatch(/canonical|og:url/u)
      for (const other of locales)
        expect(read(without, file)).toContain(`href="../../${other}/awkward/" hreflang="${other}"`)
    }
  })

  it('describes itself in schema.org’s words', () => {
    const json = /<script type="application\/ld\+json">(.*?)<\/script>/su.exec(
      read(withBase, 'en/awkward/index.html'),
    )?.[1]
    expect(JSON.parse(json ?? '')).toMatchObject({
      '@type': 'Article',
      inLanguage: ['en', 'zh-Hant'],
      url: `${base}en/awkward/`,
    })
  })
})

describe('what a site tells of itself', () => {
  it('lists each notice with its length, its beads and its picture', () => {
    const { notices } = JSON.parse(read(without, 'manifest.json')) as Manifest
    for (const { id, words, beads, preview } of notices) {
      expect(words, id).toBeGreaterThan(0)
      expect(beads?.count, id).toBe(corpora.find((one) => one.id === id)?.rows.flatMap((row) => row.beads).length)
      expect(without.get(preview ?? '')?.readUInt32BE(16), id).toBe(1200)
      expect(without.get(preview ?? '')?.readUInt32BE(20), id).toBe(630)
    }
  })

  it('takes over pictures that an earlier build drew, byte for byte', () => {
    const pictures = [...withBase.keys()].filter((name) => name.startsWith('previews/'))
    expect(pictures).toHaveLength(3)
    for (const picture of pictures) expect(without.get(picture)).toEqual(withBase.get(picture))
  })

  it.each(locales)('has a feed in %s, with whole addresses where it knows them', (locale) => {
    const [known, unknown] = [read(withBase, `${locale}/feed.xml`), read(without, `${locale}/feed.xml`)]
    expect(known).toContain(`<link rel="self" href="${base}${locale}/feed.xml"/>`)
    expect(known).toContain(`<id>${base}${locale}/awkward/</id>`)
    expect(unknown).toContain(`<link href="../${locale}/awkward/"/>`)
    expect(unknown).toMatch(/<id>urn:uuid:[0-9a-f-]{36}<\/id>/u)
    expect(unknown).not.toMatch(/&(?!amp;|lt;|quot;)|<plans>/u)
  })

  it('has a sitemap only where addresses are whole, with each page in every locale', () => {
    const sitemap = read(withBase, 'sitemap.xml')
    expect(sitemap.match(/<loc>/gu)).toHaveLength(pages(withBase).length - 3)
    expect(sitemap).toContain(`hreflang="zh-Hans" href="${base}zh-Hans/awkward/"`)
    expect(read(withBase, 'robots.txt')).toContain(`Sitemap: ${base}sitemap.xml`)
    expect([without.has('sitemap.xml'), without.has('robots.txt')]).toEqual([false, false])
  })

  it('parts a sitemap of more than fifty thousand addresses', () => {
    const files = sitemapFiles(
      Array.from({ length: 20_000 }, (_, at) => `n${at}/`),
      base,
    )
    expect([...files.keys()]).toEqual(['sitemap.xml', 'sitemap-1.xml', 'sitemap-2.xml'])
    expect(files.get('sitemap-1.xml')?.match(/<loc>/gu)).toHaveLength(50_000)
    expect(files.get('sitemap.xml')).toContain(`<loc>${base}sitemap-2.xml</loc>`)
  })

  it('keeps the shell for reading offline, and no other version when any file changes', () => {
    const list = (files: ReadonlyMap<string, Buffer>) =>
      JSON.parse(/^self\.duiduSite=(.*);$/mu.exec(read(files, 'sw.js'))?.[1] ?? '') as {
        version: string
        shell: { url: string }[]
      }
    const urls = list(without).shell.map(({ url }) => url)
    expect(urls).toEqual(expect.arrayContaining(['index.html', 'offline.html', 'manifest.json', 'zh-Hans/index.html']))
    expect(urls.filter((url) => !without.has(url))).toEqual([])
    expect(list(without).version).not.toBe(list(withBase).version)
  })
})

describe('balancedLines', () => {
  it.each([
    ['中國政府發布重要通知！重點建設這些醫療器械', 50, 1040],
    ['The Chinese government issues an important notice and a word', 60, 1040],
  ])('%s: as many lines as are needed, about as long', (title, size, width) => {
    const lines = balancedLines(title, size, width)
    expect(lines).toHaveLength(breakLines(title, size, width).length)
    const lengths = lines.map((line) => Array.from(line).length)
    expect(Math.min(...lengths)).toBeGreaterThan(Math.max(...lengths) / 2)
  })
})

describe('breakLines', () => {
  it.each([
    ['English at spaces', 'one two three', 10, 45, ['one two', 'three']],
    ['Chinese anywhere but before a closing sign', '一二三，四', 10, 30, ['一二', '三，四']],
    ['a word longer than a line', 'abcdefgh', 10, 24, ['abcd', 'efgh']],
    ['nothing', ' ', 10, 24, []],
  ])('%s', (_name, title, size, width, lines) => {
    expect(breakLines(title, size, width)).toEqual(lines)
  })
})
