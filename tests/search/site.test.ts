import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openSearch, writeSearch } from '../../scripts/site/search.ts'
import { answer } from '../../src/search/answer.ts'
import { temporaryFolder } from '../support/content.ts'
import { collection } from './collection.ts'

describe('a site’s search index', () => {
  it('is written below its own name and answers from there', async () => {
    const site = temporaryFolder()
    const href = await writeSearch(site, collection)
    expect(href).toMatch(/^search\/[0-9a-f]{16}\/$/u)
    expect(readdirSync(join(site, href))).toContain('manifest.bin')
    const shelf = await openSearch(site)
    expect(shelf === null ? null : (await answer(shelf, 'zaisheng')).hits.map(({ id }) => id)).toEqual(['p1'])
  })

  it('is none where none was built', async () => {
    expect(await openSearch(temporaryFolder())).toBeNull()
  })

  it('is not believed when a part of it is another file', async () => {
    const site = temporaryFolder()
    const href = await writeSearch(site, collection)
    writeFileSync(join(site, href, 'manifest.bin'), '<!doctype html><title>Not found</title>')
    await expect(openSearch(site)).rejects.toThrow('manifest.bin')
  })
})
