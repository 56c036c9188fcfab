import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { check, type CheckOptions } from '../../scripts/commands/check.ts'
import { contentFolder, smallContent } from '../support/content.ts'

vi.setConfig({ testTimeout: 60_000 })

async function ran(options: CheckOptions): Promise<{ out: string; err: string; code: number }> {
  let [out, err] = ['', '']
  const spies = [
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => ((out += String(text)), true)),
    vi.spyOn(process.stderr, 'write').mockImplementation((text) => ((err += String(text)), true)),
  ]
  try {
    return { code: await check(options), out, err }
  } finally {
    for (const spy of spies) spy.mockRestore()
  }
}

const wrong = { ...smallContent, 'notices/a-plan/zh-Hant.txt': '醫院於2021年啟用。\n設有570張病床。\n' }
const key = 'quantity p2.1 750/570張'

function findingsFile(...accepted: readonly { key: string; reason: string }[]): string {
  return JSON.stringify({ schema: 'duidu-findings', version: 1, accepted })
}

describe('duidu check on a translation', () => {
  it('prints findings, and fails on them only when strict', async () => {
    const content = contentFolder(wrong)
    const { out, code } = await ran({ content })
    expect(out).toContain(`notices/a-plan#p2.1: The English says “750”, the Chinese “570張”. [${key}]\n`)
    expect([code, (await ran({ content, strict: true })).code]).toEqual([0, 1])
    const { findings } = JSON.parse((await ran({ content, json: true })).out) as { findings: { key: string }[] }
    expect(findings.map((finding) => finding.key)).toEqual([key])
  })

  it('is silent about what a reviewer accepted, and names what is stale', async () => {
    const content = contentFolder(wrong)
    const file = join(content, 'notices/a-plan/findings.json')
    writeFileSync(file, findingsFile({ key, reason: 'stood so in the source' }))
    expect(await ran({ content, strict: true })).toMatchObject({
      code: 0,
      out: expect.stringMatching(/ 0 findings\n$/u),
    })
    writeFileSync(file, findingsFile({ key, reason: 'as above' }, { key: 'unmatched p9.1', reason: 'gone' }))
    expect((await ran({ content })).out).toContain('“unmatched p9.1” is accepted, but no longer found')
  })

  it.each([
    ['a newer version', '{"schema":"duidu-findings","version":2,"accepted":[]}', 'written by a newer Duidu'],
    [
      'no reason',
      findingsFile({ key, reason: '' }),
      'findings.json:1:93: “accepted.0.reason” is not as content/README.md has it',
    ],
    ['broken JSON', '{', 'is not valid JSON'],
  ])('refuses findings.json with %s', async (_name, text, message) => {
    const content = contentFolder({ ...wrong, 'notices/a-plan/findings.json': text })
    const { err, code } = await ran({ content })
    expect(err).toContain(message)
    expect(code).toBe(1)
  })
})
