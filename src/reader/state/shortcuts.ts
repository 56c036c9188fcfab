/**
 * Keys and what they do. A key is given to one action; the reader may give it another, kept in this browser only.
 *
 * Shapes  a key is what `KeyboardEvent.key` gives for it: `/`, `j`, `?`.
 * Law     silent while someone types, with a modifier (Shift is part of the key), and when something else took the key.
 */
export const defaultKeys = {
  search: '/',
  next: 'j',
  previous: 'k',
  nextHit: 'n',
  previousHit: 'p',
  layout: 'v',
  contents: 'o',
  terms: 't',
  findings: 'f',
  notes: 'm',
  annotate: 'a',
  caret: 'w',
  cite: 'c',
  link: 'l',
  row: '.',
  reveal: 'r',
  settings: 's',
  help: '?',
} as const

export type Action = keyof typeof defaultKeys

export type Keys = Readonly<Record<Action, string>>

export const actions = Object.keys(defaultKeys) as readonly Action[]

export type Shortcuts = {
  readonly keys: () => Keys
  /** Gives an action a key. An action that had the key gets the other's in exchange, so that none is without. */
  readonly bind: (action: Action, key: string) => void
  readonly reset: () => void
  /** Single keys can be turned off altogether (WCAG 2.2, 2.1.4), for those who speak to their computer. */
  readonly areOn: () => boolean
  readonly turn: (on: boolean) => void
  /** Tells of changed keys, also of their being turned on or off. Returns what ends the subscription. */
  readonly subscribe: (changed: () => void) => () => void
  /** The last handler that was put on an action answers it. Returns what takes it off. */
  readonly on: (action: Action, handler: () => void) => () => void
  /**
   * Does an action as if its key had been pressed. One that nobody answers yet waits for who comes soon, until another
   * one has to wait.
   */
  readonly run: (action: Action) => void
  /** Lets an action wait, as `run` does with one that nobody answers yet. */
  readonly wait: (action: Action) => void
  /** Takes back what waits, if it is one of these; without them, whatever it is. Tells whether there was something. */
  readonly forget: (those?: readonly Action[]) => boolean
}

const kept = 'duidu.keys'

/** How long what was asked for too early waits for its handler, in milliseconds: the page’s program on a slow line. */
export const patience = 15_000

export function createShortcuts(storage: () => Storage, now: () => number = Date.now): Shortcuts {
  let { keys, on } = readKept(storage)
  const listeners = new Set<() => void>()
  const handlers = new Map<Action, (() => void)[]>()
  let waiting: { readonly action: Action; readonly since: number } | null = null
  const wait = (action: Action): void => {
    waiting = { action, since: now() }
  }
  const change = (next: Kept): void => {
    keys = next.keys
    on = next.on
    keep(storage, next)
    for (const changed of listeners) changed()
  }
  return {
    keys: () => keys,
    bind: (action, key) => {
      const other = actions.find((one) => keys[one] === key)
      const swapped: Partial<Record<Action, string>> = other === undefined ? {} : { [other]: keys[action] }
      change({ keys: { ...keys, ...swapped, [action]: key }, on })
    },
    reset: () => change(plain),
    areOn: () => on,
    turn: (next) => change({ keys, on: next }),
    subscribe: (changed) => {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
    on: (action, handler) => {
      const own = (): void => handler()
      handlers.set(action, [...(handlers.get(action) ?? []), own])
      if (waiting?.action === action && now() - waiting.since < patience) {
        waiting = null
        own()
      }
      return () => {
        handlers.set(
          action,
          (handlers.get(action) ?? []).filter((one) => one !== own),
        )
      }
    },
    run: (action) => {
      const handler = handlers.get(action)?.at(-1)
      if (handler === undefined) wait(action)
      else handler()
    },
    wait,
    forget: (those = actions) => {
      if (waiting === null || !those.includes(waiting.action)) return false
      waiting = null
      return true
    },
  }
}

/** The action that a key press asks for; `null` while someone types or something else has taken the key. */
export function actionOf(event: KeyboardEvent, keys: Keys): Action | null {
  if (event.defaultPrevented || event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return null
  if (isTyping(event)) return null
  return actions.find((action) => keys[action] === event.key) ?? null
}

/** Does a key go into a text, or does it choose among what a box offers? */
export function isTyping({ target }: Event): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.closest(typing) !== null)
}

/** Where letters are text, or choose among what a box offers. */
const typing =
  'input:not([type=checkbox], [type=radio], [type=button]), textarea, select, [role=textbox], [role=listbox], dialog[open]'

type Kept = { readonly keys: Keys; readonly on: boolean }

const plain: Kept = { keys: defaultKeys, on: true }

function readKept(storage: () => Storage): Kept {
  try {
    const own: unknown = JSON.parse(storage().getItem(kept) ?? '{}')
    if (typeof own !== 'object' || own === null) return plain
    const known = Object.entries(own).filter(
      (entry): entry is [Action, string] => entry[0] in defaultKeys && typeof entry[1] === 'string',
    )
    return { keys: { ...defaultKeys, ...Object.fromEntries(known) }, on: !('off' in own) }
  } catch {
    return plain
  }
}

function keep(storage: () => Storage, { keys, on }: Kept): void {
  const own = Object.fromEntries(actions.filter((one) => keys[one] !== defaultKeys[one]).map((one) => [one, keys[one]]))
  const all = on ? own : { ...own, off: true }
  try {
    if (Object.keys(all).length === 0) storage().removeItem(kept)
    else storage().setItem(kept, JSON.stringify(all))
  } catch {
    // A browser that keeps nothing still has the keys on this page.
  }
}
