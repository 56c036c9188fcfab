// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { I18nextProvider } from 'react-i18next'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Corpus } from '../../src/corpus/notice.ts'
import { createWords } from '../../src/reader/i18n/instance.ts'
import { inertReader, ReaderProvider, type Reader } from '../../src/reader/islands/reader.ts'
import { NoticeControls } from '../../src/reader/islands/NoticeControls.tsx'
import { addressStore } from '../../src/reader/state/address.ts'
import { keepSettings, plainSettings, readSettings } from '../../src/reader/state/settings.ts'
import en from '../../src/locales/reader/en.json'
import { awkwardCorpus } from '../support/awkward.ts'
import { renderHtml } from '../support/pages.ts'

declare global {
  var IS_REACT_ACT_ENVIRONMENT: boolean
}

const corpus = awkwardCorpus()
let root: Root | null = null

beforeEach(() => {
  globalThis.IS_REACT_ACT_ENVIRONMENT = true
  const html = renderHtml({ kind: 'notice', locale: 'en', corpus }, [corpus])
  document.body.innerHTML = new DOMParser().parseFromString(html, 'text/html').body.innerHTML
  window.history.replaceState(null, '', window.location.pathname)
})

afterEach(async () => {
  await settled(() => root?.unmount())
})

/** Does something and lets React and the promises that it waits for come to rest. */
function settled(work: () => unknown): Promise<void> {
  return act(async () => {
    work()
    await Promise.resolve()
  })
}

async function show(control: React.ReactNode, given: Partial<Reader> = {}): Promise<HTMLElement> {
  const place = document.createElement('div')
  document.querySelector('[data-island="notice"]')?.replaceWith(place)
  root = createRoot(place)
  const reader: Reader = {
    ...inertReader,
    address: addressStore(window),
    ...given,
  }
  const { i18n } = createWords('en', { reader: en })
  await settled(() =>
    root?.render(
      <ReaderProvider value={reader}>
        <I18nextProvider i18n={i18n}>{control}</I18nextProvider>
      </ReaderProvider>,
    ),
  )
  return place
}

async function press(place: HTMLElement, value: string): Promise<void> {
  const input = place.querySelector<HTMLInputElement>(`input[value="${value}"]`)
  await settled(() => input?.click())
}

describe('NoticeControls', () => {
  it('marks repairs, shows what was received, and puts the page back exactly', async () => {
    let loads = 0
    const loadCorpus = (): Promise<Corpus> => {
      loads += 1
      return Promise.resolve(corpus)
    }
    const rows = document.querySelector('.rows')
    const before = rows?.innerHTML
    const place = await show(<NoticeControls />, { loadCorpus })
    expect(loads).toBe(0)

    await press(place, 'marked')
    const marked = [...document.querySelectorAll('.repair')]
    expect(marked.map((mark) => mark.textContent)).toEqual(['guides', '發', '專科能力建設', '劃', '再生醫學、', '精準'])
    expect(marked.every((mark) => mark.getAttribute('role') === 'button')).toBe(true)
    expect(document.querySelector('a .repair')).toBeNull()

    await press(place, 'received')
    expect(document.querySelector('#p2 [lang="zh-Hant"]')?.textContent).toBe(
      '國家衛健委發(fā)布臨床??颇芰ㄔO規劃(huà)，指導各地工作。重點支持??偕t、??醫療等關鍵技術領域。',
    )

    await press(place, 'recovered')
    expect(rows?.innerHTML).toBe(before)
    expect(loads).toBe(1)
  })

  it('says so when the repairs cannot be loaded, and stays with the recovered text', async () => {
    const place = await show(<NoticeControls />, { loadCorpus: () => Promise.reject(new Error('offline')) })
    await press(place, 'marked')
    expect(place.textContent).toContain(en['text.failed'])
    expect(place.querySelector<HTMLInputElement>('input[value="recovered"]')?.checked).toBe(true)
  })

  it('offers the nearest row for an address that names nothing', async () => {
    window.location.hash = '#p77'
    const place = await show(<NoticeControls />)
    expect(place.querySelector('.toast a')?.getAttribute('href')).toBe('#p11')
  })

  it('says nothing about an address that names something', async () => {
    window.location.hash = '#p2.2'
    const place = await show(<NoticeControls />)
    expect(place.querySelector('.toast p')).toBeNull()
  })

  it('puts the layout into the address and leaves the rest of it', async () => {
    window.location.hash = '#p5'
    const place = await show(<NoticeControls />)
    await press(place, 'stacked')
    expect(window.location.search + window.location.hash).toBe('?layout=stacked#p5')
    await press(place, 'columns')
    expect(window.location.search + window.location.hash).toBe('#p5')
  })
})

describe('settings', () => {
  it('are kept, and read again; what is kept by another hand is not believed', () => {
    const storage = (): Storage => window.localStorage
    const chosen = { ...plainSettings, theme: 'dark', size: 'large', pinyin: 'on' } as const
    keepSettings(storage, chosen)
    expect(readSettings(storage)).toEqual(chosen)
    keepSettings(storage, plainSettings)
    expect(window.localStorage.length).toBe(0)
    for (const other of ['{"theme":"pink","size":7}', '[]', 'null', '{']) {
      window.localStorage.setItem('duidu.settings', other)
      expect(readSettings(storage), other).toEqual(plainSettings)
    }
    window.localStorage.clear()
    expect(
      readSettings(() => {
        throw new Error('no storage here')
      }),
    ).toEqual(plainSettings)
  })
})
