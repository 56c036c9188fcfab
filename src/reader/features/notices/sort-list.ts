import { fold } from '../../../text/fold.ts'
import { keepState } from '../../dom/keep-state.ts'
import { loadWords } from '../../i18n/load-words.ts'
import type { Reader } from '../../islands/reader.ts'
import { formatListState, kinds, orders, parseListState, type ListState, type Order } from './list-state.ts'

/**
 * The list of notices, filtered and ordered. It stands in the page already, newest first; its items are shown, hidden
 * and put in another order, never made again. What is chosen stands in the address.
 */
type Item = {
  readonly element: HTMLElement
  /** Both titles, folded: case, width and script do not matter. */
  readonly names: string
  readonly titles: { readonly en: string; readonly zh: string }
  readonly published: string
  /** Length, findings and so on, by the names that the page gives them. */
  readonly number: (name: string) => number
}

export async function start({ words }: Reader): Promise<void> {
  const list = document.querySelector<HTMLElement>('.cards')
  const title = document.querySelector<HTMLInputElement>('#notice-title')
  const sort = document.querySelector<HTMLSelectElement>('#notice-sort')
  const only = document.querySelector<HTMLSelectElement>('#notice-only')
  const shown = document.querySelector<HTMLElement>('#notice-shown')
  if (list === null || title === null || sort === null || only === null || shown === null) return
  await loadWords(words, 'notices')
  const t = words.i18n.getFixedT(words.locale, 'notices')
  const items = [...list.children].flatMap((element) => (element instanceof HTMLElement ? [itemOf(element)] : []))

  const show = (state: ListState): void => {
    const wanted = fold(state.title)
      .split(/\s+/u)
      .filter((word) => word !== '')
    const left = items.filter(
      (item) =>
        wanted.every((word) => item.names.includes(word)) && (state.only === 'all' || item.number(state.only) > 0),
    )
    for (const item of items) item.element.hidden = !left.includes(item)
    list.replaceChildren(...[...items].sort(comparing[state.order]).map(({ element }) => element))
    shown.textContent = left.length === items.length ? '' : t('notices.shown', { count: left.length })
  }
  const chosen = (): ListState => ({
    title: title.value,
    order: orders.find((one) => one === sort.value) ?? 'newest',
    only: kinds.find((one) => one === only.value) ?? 'all',
  })
  const change = (): void => {
    const state = chosen()
    const { pathname, search, hash } = location
    history.replaceState(history.state, '', pathname + formatListState(state, search) + hash)
    keepState(document, null)
    show(state)
  }
  title.addEventListener('input', change)
  sort.addEventListener('change', change)
  only.addEventListener('change', change)

  // The reader may have been quicker than this script, or a browser filled in what stood here before.
  const given = parseListState(location.search)
  title.value ||= given.title
  if (sort.value === 'newest') sort.value = given.order
  if (only.value === 'all') only.value = given.only
  change()
}

function itemOf(element: HTMLElement): Item {
  const { titles = '', published = '' } = element.dataset
  const [en = '', zh = ''] = titles.split('\n')
  return {
    element,
    names: fold(titles),
    titles: { en, zh },
    published,
    number: (name) => Number(element.dataset[name] ?? 0),
  }
}

/** Chinese in the order that dictionaries of Traditional Chinese have, English as in English indexes. */
const collators = { en: new Intl.Collator('en', { numeric: true }), zh: new Intl.Collator('zh-Hant') }

const byNumber =
  (name: string, sign: 1 | -1) =>
  (a: Item, b: Item): number =>
    sign * (a.number(name) - b.number(name))

/** Ties keep the order of the page, newest first. */
const comparing: Readonly<Record<Order, (a: Item, b: Item) => number>> = {
  newest: () => 0,
  // What has no date stays last.
  oldest: (a, b) => {
    if (a.published === b.published) return 0
    if (a.published === '' || b.published === '') return a.published === '' ? 1 : -1
    return a.published < b.published ? -1 : 1
  },
  en: (a, b) => collators.en.compare(a.titles.en, b.titles.en),
  zh: (a, b) => collators.zh.compare(a.titles.zh, b.titles.zh),
  longest: byNumber('length', -1),
  findings: byNumber('findings', -1),
  unsure: byNumber('sure', 1),
}
