import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { terms, type TermsOptions } from '../../scripts/commands/terms.ts'
import { contentFolder, copyOfOwnContent, ownContent, smallContent } from '../support/content.ts'

vi.setConfig({ testTimeout: 60_000 })

async function ran(options: TermsOptions): Promise<{ out: string; code: number }> {
  let out = ''
  const write = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    out += String(text)
    return true
  })
  const quiet = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  try {
    return { code: await terms(options), out }
  } finally {
    write.mockRestore()
    quiet.mockRestore()
  }
}

const small = {
  ...smallContent,
  'terms.yaml':
    '# Mine\nterms:\n  # A bed\n  - { id: bed, en: bed, zh-Hant: 病床 }\n  - id: ward\n    en: ward\n    zh-Hant: 病房\n',
}

describe('duidu terms', () => {
  it('lists entries with their counts as JSON of a frozen shape', async () => {
    const { out, code } = await ran({ content: contentFolder(small), json: true })
    const bed = { id: 'bed', terms: { en: ['bed'], 'zh-Hant': ['病床'] }, marks: { en: 1, 'zh-Hant': 1 } }
    const ward = { id: 'ward', terms: { en: ['ward'], 'zh-Hant': ['病房'] }, marks: { en: 0, 'zh-Hant': 0 } }
    expect([JSON.parse(out), code]).toEqual([{ entries: [bed, ward] }, 0])
  })

  it('proposes pairs in a form that terms.yaml takes', async () => {
    const content = copyOfOwnContent()
    writeFileSync(join(content, 'terms.yaml'), 'terms: []\n')
    const { out } = await ran({ content, suggest: true })
    expect(out).toMatch(
      /^ {2}# [\d.]+, in \d+ beads?: .+ \/ .+\n {2}- id: [a-z0-9-]+\n {4}en: ".+"\n {4}zh-Hant: ".+"\n/u,
    )
    writeFileSync(join(content, 'terms.yaml'), `terms:\n${out}`)
    expect((await ran({ content, format: 'tsv' })).out.split('\n').length).toBeGreaterThan(50)
  })

  it('adds an import to terms.yaml and loses nothing', async () => {
    const content = contentFolder({
      ...small,
      'more.tsv':
        'id\ten\tzh-Hant\tsubject\nbed\tbed | hospital bed\t病床\tfurniture\nnurse\tnurse\t護理師 | 護士 [deprecated]\t\n',
    })
    expect((await ran({ content, import: join(content, 'more.tsv') })).out).toBe(
      '1 entries added, 1 entries gained something, 0 left out\n',
    )
    const yaml = readFileSync(join(content, 'terms.yaml'), 'utf8')
    expect(yaml).toContain('# Mine')
    expect(yaml).toContain('# A bed')
    expect((await ran({ content, format: 'tsv' })).out).toBe(
      'id\ten\tzh-Hant\tsubject\tdefinition en\tdefinition zh-Hant\tnote\tsource\n' +
        'bed\tbed | hospital bed\t病床\tfurniture\t\t\t\t\n' +
        'ward\tward\t病房\t\t\t\t\t\n' +
        'nurse\tnurse\t護理師 | 護士 [deprecated]\t\t\t\t\t\n',
    )
  })

  it('changes nothing when its own export comes back', async () => {
    const content = copyOfOwnContent()
    const { out } = await ran({ content, format: 'tbx' })
    writeFileSync(join(content, 'terms.tbx'), out)
    expect((await ran({ content, import: join(content, 'terms.tbx') })).out).toBe(
      '0 entries added, 0 entries gained something, 0 left out\n',
    )
    expect(readFileSync(join(content, 'terms.yaml'), 'utf8')).toBe(readFileSync(join(ownContent, 'terms.yaml'), 'utf8'))
  })

  it('refuses a file that holds no terms', async () => {
    const content = contentFolder({ ...small, 'no.txt': 'nothing\n' })
    await expect(ran({ content, import: join(content, 'no.txt') })).rejects.toThrow('no term entries that can be read')
  })

  it('says where a TBX file is broken', async () => {
    const content = contentFolder({ ...small, 'cut.tbx': '<tbx>\n  <text>\n  </tex' })
    await expect(ran({ content, import: join(content, 'cut.tbx') })).rejects.toThrow(
      /cut\.tbx:3:\d+: This is no well-formed XML/u,
    )
  })
})
