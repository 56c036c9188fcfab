import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { checkout, firstNotice, ownContent } from '../support/content.ts'

/** This many characters of the notice in a row would be no coincidence. */
const telling = 5

it('no string of the first notice occurs under src: the code knows mechanisms, not texts', () => {
  const ledger = readFileSync(join(ownContent, 'notices', firstNotice, 'ids.json'), 'utf8')
  const received = readFileSync(join(ownContent, 'notices', firstNotice, 'zh-Hant.txt'), 'utf8')
  const strings = new Set<string>()
  for (const han of `${ledger}\n${received}`.match(/[\p{Script=Han}？?]+/gu) ?? [])
    for (let at = 0; at + telling <= han.length; at += 1) strings.add(han.slice(at, at + telling))
  expect(strings.size).toBeGreaterThan(200)
  const found = readdirSync(join(checkout, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/u.test(name))
    .flatMap((name) => {
      const code = readFileSync(join(checkout, 'src', name), 'utf8')
      return [...strings].filter((string) => code.includes(string)).map((string) => `${name}: ${string}`)
    })
  expect(found).toEqual([])
})
