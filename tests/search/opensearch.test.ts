// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { formatOpenSearch } from '../../src/search/opensearch.ts'

describe('formatOpenSearch', () => {
  it('names the search’s address, and keeps to the standard’s limits', () => {
    const text = formatOpenSearch({
      title: 'Health {policy} & "notices"',
      base: 'https://example.org/a/',
      locale: 'en',
    })
    const xml = new DOMParser().parseFromString(text, 'application/xml')
    const [url, self] = [...xml.querySelectorAll('Url')].map((one) => one.getAttribute('template'))
    expect(url).toBe('https://example.org/a/en/?q={searchTerms}')
    expect(self).toBe('https://example.org/a/en/opensearch.xml')
    expect(xml.querySelector('ShortName')?.textContent).toBe('Health policy…')
    expect(xml.querySelector('Description')?.textContent).toBe('Health policy & "notices"')
  })
})
