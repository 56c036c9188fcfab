/**
 * How the list of notices is filtered and ordered, as its address has it: `?title=plan&sort=longest&only=findings`.
 * A pair: formatting what was parsed and parsing what was formatted change nothing. Defaults are left out.
 */
export const orders = ['newest', 'oldest', 'en', 'zh', 'longest', 'findings', 'unsure'] as const

export type Order = (typeof orders)[number]

export const kinds = ['all', 'findings', 'unmatched', 'damage'] as const

export type Kind = (typeof kinds)[number]

export type ListState = { readonly title: string; readonly order: Order; readonly only: Kind }

export function parseListState(search: string): ListState {
  const given = new URLSearchParams(search)
  return {
    title: given.get('title') ?? '',
    order: orders.find((one) => one === given.get('sort')) ?? 'newest',
    only: kinds.find((one) => one === given.get('only')) ?? 'all',
  }
}

/** `search` with this state in it; parameters that are not the list's stay. */
export function formatListState({ title, order, only }: ListState, search: string): string {
  const parameters = new URLSearchParams(search)
  for (const [name, value, usual] of [
    ['title', title, ''],
    ['sort', order, 'newest'],
    ['only', only, 'all'],
  ] as const)
    if (value === usual) parameters.delete(name)
    else parameters.set(name, value)
  const text = parameters.toString()
  return text === '' ? '' : `?${text}`
}
