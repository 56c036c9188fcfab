import { fold } from '../../../text/fold.ts'
import { loadWords } from '../../i18n/load-words.ts'
import type { Reader } from '../../islands/reader.ts'

/**
 * The list of terms, filtered and sorted. The list stands in the page already; its items are shown, hidden and put in
 * another order, never made again.
 *
 * A filter's words must all occur in a term's names, folded (case, width, script). Sorted by the letter, terms stand
 * under their letters as the page was written; by anything else, in plain sections of some dozens each.
 */
const orders = ['letter', 'chinese', 'en', 'zh'] as const

type Order = (typeof orders)[number]

/** Sections of this many terms are laid out only when near. */
const termsInSection = 50

type Item = { readonly element: HTMLElement; readonly names: string; readonly chinese: string; readonly counts: Counts }

type Counts = Readonly<Record<'en' | 'zh', number>>

export async function start({ words }: Reader): Promise<void> {
  const place = document.querySelector<HTMLElement>('.term-sections')
  const filter = document.querySelector<HTMLInputElement>('#term-filter')
  const sort = document.querySelector<HTMLSelectElement>('#term-sort')
  const shown = document.querySelector<HTMLElement>('#term-shown')
  if (place === null || filter === null || sort === null || shown === null) return
  await loadWords(words, 'terms')
  const t = words.i18n.getFixedT(words.locale, 'terms')
  const letters = [...place.children].map((section) => ({ section, items: itemsOf(section) }))
  const items = letters.flatMap((letter) => letter.items)
  const nav = document.querySelector<HTMLElement>('.letters')

  const show = (): void => {
    const order = orders.find((one) => one === sort.value) ?? 'letter'
    const wanted = fold(filter.value)
      .split(/\s+/u)
      .filter((word) => word !== '')
    const isWanted = ({ names }: Item): boolean => wanted.every((word) => names.includes(word))
    let count = 0
    for (const item of items) {
      item.element.hidden = !isWanted(item)
      if (!item.element.hidden) count += 1
    }
    if (nav !== null) nav.hidden = order !== 'letter' || wanted.length > 0
    if (order === 'letter') {
      for (const letter of letters) {
        letter.section.querySelector('ul')?.replaceChildren(...letter.items.map(({ element }) => element))
        letter.section.toggleAttribute('hidden', !letter.items.some(isWanted))
      }
      place.replaceChildren(...letters.map(({ section }) => section))
    } else place.replaceChildren(...plainSections(items.filter(isWanted).sort(comparing(order))))
    shown.textContent = t('termsPage.shown', { count })
  }
  filter.addEventListener('input', show)
  sort.addEventListener('change', show)
  // The reader may have been quicker than this script.
  if (filter.value !== '' || sort.value !== 'letter') show()
}

function itemsOf(section: Element): Item[] {
  return [...section.querySelectorAll<HTMLElement>('li')].map((element) => {
    const [, chinese = ''] = (element.dataset.names ?? '').split('\n')
    return {
      element,
      names: fold(element.dataset.names ?? ''),
      chinese,
      counts: { en: Number(element.dataset.en), zh: Number(element.dataset.zh) },
    }
  })
}

/** Chinese in the order that dictionaries of Traditional Chinese have; ties keep the order of the page. */
const collator = new Intl.Collator('zh-Hant')

function comparing(order: Exclude<Order, 'letter'>): (a: Item, b: Item) => number {
  if (order === 'chinese') return (a, b) => collator.compare(a.chinese, b.chinese)
  return (a, b) => b.counts[order] - a.counts[order]
}

function plainSections(items: readonly Item[]): HTMLElement[] {
  return Array.from({ length: Math.ceil(items.length / termsInSection) }, (_, index) => {
    const section = document.createElement('section')
    const list = document.createElement('ul')
    list.className = 'term-list'
    list.setAttribute('role', 'list')
    list.append(...items.slice(index * termsInSection, (index + 1) * termsInSection).map(({ element }) => element))
    section.append(list)
    return section
  })
}
