// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { langs } from '../../src/corpus/lang.ts'
import { locales } from '../../src/corpus/locale.ts'
import { pageFile, rootFrom, type PageSubject } from '../../src/corpus/site.ts'
import { awkwardCorpus, longCorpus, plainCorpus } from '../support/awkward.ts'
import { hanWithoutLanguage, renderHtml } from '../support/pages.ts'

const corpus = awkwardCorpus()
const corpora = [corpus, plainCorpus()]

const subjects: PageSubject[] = [
  { kind: 'home' },
  { kind: 'not-found' },
  ...locales.flatMap((locale): PageSubject[] => [
    { kind: 'notices', locale },
    { kind: 'notice', locale, corpus },
  ]),
]

function parsed(subject: PageSubject): Document {
  return new DOMParser().parseFromString(renderHtml(subject, corpora), 'text/html')
}

describe.each(subjects.map((subject) => [pageFile(subject), subject] as const))('%s', (file, subject) => {
  const html = renderHtml(subject, corpora)
  const page = parsed(subject)

  it('comes out the same twice', () => {
    expect(renderHtml(subject, corpora)).toBe(html)
  })

  it('names each id once', () => {
    const ids = [...page.querySelectorAll('[id]')].map((element) => element.id)
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([])
  })

  it('puts every Han character under a Chinese language', () => {
    expect(hanWithoutLanguage(page)).toEqual([])
  })

  it('keeps to the policy: no inline script, style or handler', () => {
    expect([...page.querySelectorAll('style, [style]')]).toEqual([])
    expect([...page.querySelectorAll('script:not([src]):not([type$="json"])')]).toEqual([])
    expect(html).not.toMatch(/\son[a-z]+=/)
  })

  it('addresses everything relative to itself', () => {
    const addresses = [...page.querySelectorAll('[href], [src]')].map(
      (element) => element.getAttribute('href') ?? element.getAttribute('src') ?? '',
    )
    expect(addresses.filter((address) => /^(\/|[a-z]+:)/.test(address))).toEqual([])
    expect(addresses).toContain(`${rootFrom(file)}assets/index.css`)
  })

  it('has one first heading, one main part and a title', () => {
    expect(page.querySelectorAll('h1')).toHaveLength(1)
    expect(page.querySelectorAll('main')).toHaveLength(1)
    expect(page.title).not.toBe('')
  })
})

describe.each(locales)('the notice in %s', (locale) => {
  const page = parsed({ kind: 'notice', locale, corpus })

  it('has a row with its own link for each paragraph bead', () => {
    const rows = [...page.querySelectorAll('.row')]
    expect(rows.map((row) => row.id)).toEqual(corpus.rows.map((row) => row.id))
    expect(rows.map((row) => row.querySelector('a.row-id')?.getAttribute('href'))).toEqual(
      corpus.rows.map((row) => `#${row.id}`),
    )
  })

  it('names every sentence bead and every old id', () => {
    const wanted = [...corpus.rows.flatMap((row) => row.beads), ...corpus.retired].map(({ id }) => id)
    expect(wanted.filter((id) => page.getElementById(id) === null)).toEqual([])
  })

  it('puts an old id into the row where its text went, or where it stood', () => {
    expect(page.getElementById('p3')?.closest('.row')?.id).toBe('p2')
    expect(page.getElementById('p12')?.closest('.row')?.id).toBe('p11')
  })

  it('shows the text of each side where data-at says, unit for unit', () => {
    for (const lang of langs) {
      const { text, sentences } = corpus.sides[lang]
      const shown = [...page.querySelectorAll<HTMLElement>(`.rows [data-side="${lang}"] [data-at]`)]
      for (const element of shown) {
        const at = Number(element.dataset.at)
        expect(element.textContent).toBe(text.slice(at, at + element.textContent.length))
      }
      // Tabs between table cells are all that is not shown.
      const whole = sentences
        .map(({ from, to }) => text.slice(from, to))
        .join('')
        .replaceAll('\t', '')
      expect(
        shown
          .map((element) => [Number(element.dataset.at), element.textContent] as const)
          .sort((a, b) => a[0] - b[0])
          .map(([, words]) => words)
          .join(''),
      ).toBe(whole)
    }
  })

  it('shows markup-looking text as text', () => {
    expect(page.querySelector('.rows script, .rows b')).toBeNull()
    expect(page.getElementById('p10')?.textContent).toContain('<script>alert(1)</script>')
  })

  it('keeps headings, lists and tables', () => {
    expect(page.querySelectorAll('#p1 h2')).toHaveLength(2)
    expect([...page.querySelectorAll('#p6 [lang="en"] li')].map((item) => item.getAttribute('data-marker'))).toEqual([
      '•',
      '◦',
    ])
    expect(page.querySelectorAll('#p7 ol')).toHaveLength(1)
    expect([...page.querySelectorAll('#p8 [lang="en"] th')].map((cell) => cell.textContent)).toEqual([
      'Level',
      'Projects',
      'Year',
    ])
    expect([...page.querySelectorAll('#p8 [lang="zh-Hant"] td')].map((cell) => cell.textContent)).toEqual([
      '省級',
      '5000',
      '2025',
    ])
  })

  it('says where a side has nothing, at both levels', () => {
    expect(page.querySelector('#p4 [data-side="zh-Hant"].empty .gap')?.textContent).not.toBe('')
    expect(page.querySelector('#p5 [data-side="en"].empty .gap')?.textContent).not.toBe('')
    const gap = page.querySelector('#p10 [lang="zh-Hant"] .gap')
    expect(gap?.getAttribute('data-bead')).toBe('p10.2')
    expect(gap?.nextElementSibling?.textContent).toBe('最後一句。')
  })

  it('ties both sides of a sentence bead together', () => {
    expect([...page.querySelectorAll('[data-bead="p2.2"]')].map((element) => element.textContent)).toEqual([
      'Regenerative medicine and precision medicine receive support across provinces.',
      '重點支持再生醫學、',
      '精準醫療等關鍵技術領域。',
    ])
  })

  it('lists what was left out and damage that stands, without a script', () => {
    const words = [...page.querySelectorAll('.appendix details')].map((details) => details.textContent).join()
    for (const part of ['全站入口', 'site name', '新聞資訊', '網站欄目', '??颇芰ㄔO', '專科能力建沒'])
      expect(words).toContain(part)
    expect(page.querySelector('mark.unresolved.opens.closes')?.textContent).toBe('??颇芰ㄔO')
  })

  it('shows where a side came from as text, never as a link', () => {
    const provenance = page.querySelector('.provenance')
    expect(provenance?.textContent).toContain('/en/xinwenzixun/289.html')
    expect(provenance?.querySelector('a')).toBeNull()
  })

  it('keeps control characters to themselves', () => {
    expect([...page.querySelectorAll('#p11 .control')].map((one) => one.getAttribute('data-name'))).toEqual([
      'U+202E',
      'U+200B',
    ])
  })

  it('links the corpus file and both languages', () => {
    const href = '../../notices/awkward/corpus.json'
    expect(page.querySelector(`link[rel="alternate"][href="${href}"]`)).not.toBeNull()
    expect(page.querySelector(`.byline a[href="${href}"]`)).not.toBeNull()
    expect([...page.querySelectorAll('link[hreflang]')].map((link) => link.getAttribute('href'))).toEqual([
      '../../en/awkward/',
      '../../zh-Hant/awkward/',
      '../../zh-Hans/awkward/',
    ])
  })
})

describe('renderPage', () => {
  it('writes whole addresses for search engines when it knows the base', () => {
    const html = renderHtml({ kind: 'notice', locale: 'en', corpus }, corpora, 'https://example.org/d/')
    expect(html).toContain('<link rel="canonical" href="https://example.org/d/en/awkward/">')
    expect(html).toContain('href="https://example.org/d/zh-Hant/awkward/" hreflang="zh-Hant"')
  })

  it('tells paper the address that it knows, and without one leaves it to the browser', () => {
    const subject: PageSubject = { kind: 'notice', locale: 'en', corpus }
    const root = (base?: string): HTMLElement =>
      new DOMParser().parseFromString(renderHtml(subject, corpora, base), 'text/html').documentElement
    expect(root('https://example.org/d/').dataset.address).toBe('https://example.org/d/en/awkward/')
    expect(root().dataset.address).toBeUndefined()
  })

  it('refuses a notice that the manifest does not hold', () => {
    expect(() => renderHtml({ kind: 'notice', locale: 'en', corpus }, [plainCorpus()])).toThrow('awkward')
  })

  it('lays out a long notice in sections', () => {
    const html = renderHtml({ kind: 'notice', locale: 'en', corpus: longCorpus(201) }, [longCorpus(201)])
    expect(html.match(/class="rows-section"/g)).toHaveLength(5)
    expect(html).toContain('class="rows long"')
  })

  it('lists notices with both titles', () => {
    const page = parsed({ kind: 'notices', locale: 'zh-Hant' })
    expect([...page.querySelectorAll('.card h2 a')].map((link) => link.getAttribute('href'))).toEqual([
      'awkward/',
      'plain/',
    ])
    expect(page.querySelector('.card:last-of-type')?.textContent).toContain('2021年12月17日')
    expect([...page.querySelectorAll('.card .title')].map((title) => title.getAttribute('lang'))).toEqual([
      'zh-Hant',
      'en',
      'zh-Hant',
      'en',
    ])
  })
})
