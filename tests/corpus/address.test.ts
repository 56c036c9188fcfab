import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  formatAddress,
  formatTarget,
  layouts,
  plainState,
  scripts,
  shownTexts,
  parseAddress,
  parseTarget,
  type Address,
  type Target,
} from '../../src/corpus/address.ts'
import { parseNoticeId, parseTermId, rowId, sentenceId } from '../../src/corpus/ids.ts'
import { langs } from '../../src/corpus/lang.ts'
import { locales } from '../../src/corpus/locale.ts'

/** An address as a link gives it, taken apart as a browser does. */
function parse(link: string): Address | null {
  const { pathname, search, hash } = new URL(link, 'https://example.org/')
  return parseAddress(pathname, search, hash)
}

describe('addresses are frozen: published links must keep working', () => {
  it.each([
    ['en/', { locale: 'en', notice: null }],
    ['zh-Hant/some-notice/', { locale: 'zh-Hant', notice: 'some-notice' }],
    ['en/some-notice/index.html', { notice: 'some-notice' }],
    ['en/some-notice', { notice: 'some-notice' }],
    ['en/n/#p5', { target: { kind: 'row', id: 'p5' } }],
    ['en/n/#p5.2', { target: { kind: 'sentence', id: 'p5.2' } }],
    ['en/n/#p2-p4', { target: { kind: 'rows', from: 'p2', to: 'p4' } }],
    ['en/n/?layout=stacked#p5', { layout: 'stacked' }],
    ['en/n/?layout=sideways', { layout: 'columns' }],
    ['en/n/?layout=tap&first=zh-Hant', { layout: 'tap', first: 'zh-Hant' }],
    ['en/n/?text=marked&doubts=shown&script=Hans', { text: 'marked', doubts: true, script: 'Hans' }],
    ['en/n/?text=lost&doubts=&script=Hant&first=fr', plainState],
    ['en/n/?q=no+less+than%20750', { query: 'no less than 750' }],
    ['en/n/?q=%E5%86%8D%E7%94%9F', { query: '再生' }],
    ['en/n/?q=100%', { query: '100%' }],
    ['en/n/?q=', { query: null }],
    ['en/n/?term=regenerative-medicine', { term: 'regenerative-medicine' }],
    ['en/n/?term=No+Slug', { term: null }],
    ['en/n/?utm_source=x&q=a&q=b', { query: 'a' }],
    ['en/n/#section', { target: null }],
    ['en/n/#p0', { target: null }],
    ['en/n/?v=Ab_-12yz#p5', { print: 'Ab_-12yz' }],
    ['en/n/?v=short#p5', { print: null }],
    ['en/n/#p5:~:text=750', { target: { kind: 'row', id: 'p5' } }],
  ])('%s', (link, expected) => {
    expect(parse(link)).toMatchObject(expected)
  })

  it.each(['', 'fr/', 'en/n/more/', 'en/No Slug/', 'manifest.json'])('%j is no page', (link) => {
    expect(parse(link)).toBeNull()
  })

  it('formats what a reader copies', () => {
    const address = parse('/en/n/?q=MDT&layout=stacked&term=mdt#p5.2')
    expect(address && formatAddress(address)).toBe('en/n/?layout=stacked&q=MDT&term=mdt#p5.2')
  })
})

const row = fc.integer({ min: 1, max: 1e6 }).map(rowId)
const target: fc.Arbitrary<Target> = fc.oneof(
  row.map((id) => ({ kind: 'row' as const, id })),
  fc
    .tuple(row, fc.integer({ min: 1, max: 99 }))
    .map(([id, n]) => ({ kind: 'sentence' as const, id: sentenceId(id, n) })),
  fc.tuple(row, row).map(([from, to]) => ({ kind: 'rows' as const, from, to })),
)
const address: fc.Arbitrary<Address> = fc.record({
  locale: fc.constantFrom(...locales),
  notice: fc.constantFrom(null, parseNoticeId('a-notice-2021')),
  layout: fc.constantFrom(...layouts),
  first: fc.constantFrom(...langs),
  text: fc.constantFrom(...shownTexts),
  doubts: fc.boolean(),
  script: fc.constantFrom(...scripts),
  query: fc.option(fc.string({ minLength: 1, unit: 'grapheme' })),
  term: fc.constantFrom(null, parseTermId('mdt')),
  print: fc.option(fc.stringMatching(/^[A-Za-z0-9_-]{8}$/)),
  target: fc.option(target),
})

describe('laws', () => {
  it('an address survives being formatted and parsed', () => {
    fc.assert(
      fc.property(address, (given) => {
        expect(parse(`/${formatAddress(given)}`)).toEqual(given)
      }),
    )
  })

  it('a target survives being formatted and parsed', () => {
    fc.assert(
      fc.property(target, (given) => {
        expect(parseTarget(formatTarget(given))).toEqual(given)
      }),
    )
  })

  it('any text parses without throwing', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: 'binary' }),
        fc.string({ unit: 'binary' }),
        (a, b, c) => {
          expect(() => parseAddress(a, b, c)).not.toThrow()
        },
      ),
    )
  })

  it('a query with half a character in it can still be put into an address', () => {
    const given = parse('/en/n/')
    expect(given && formatAddress({ ...given, query: 'a\ud800' })).toBe('en/n/?q=a%EF%BF%BD')
  })
})
