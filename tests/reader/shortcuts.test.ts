// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { groups } from '../../src/reader/features/help/groups.ts'
import { actionOf, actions, createShortcuts, defaultKeys, type Shortcuts } from '../../src/reader/state/shortcuts.ts'

const storage = (): Storage => window.localStorage

beforeEach(() => window.localStorage.clear())

describe('shortcuts', () => {
  it('have a key of their own each', () => {
    expect(new Set(Object.values(defaultKeys)).size).toBe(actions.length)
  })

  it('are answered by the last handler put on, until it is taken off', () => {
    const shortcuts = createShortcuts(storage)
    const [first, last] = [vi.fn(), vi.fn()]
    shortcuts.on('next', first)
    const off = shortcuts.on('next', last)
    shortcuts.run('next')
    off()
    shortcuts.run('next')
    expect([first.mock.calls.length, last.mock.calls.length]).toEqual([1, 1])
  })

  it.each([
    [1000, 1],
    [60_000, 0],
  ])('wait for who comes %i ms later: %i', (later, calls) => {
    let now = 0
    const shortcuts = createShortcuts(storage, () => now)
    const handler = vi.fn()
    shortcuts.run('search')
    now = later
    shortcuts.on('search', handler)
    shortcuts.on('search', handler)
    expect(handler).toHaveBeenCalledTimes(calls)
  })

  it.each([
    ['nothing', () => undefined, 1],
    ['what is done at once', (shortcuts: Shortcuts) => shortcuts.run('next'), 1],
    ['what else has to wait', (shortcuts: Shortcuts) => shortcuts.run('help'), 0],
    ['its being taken back', (shortcuts: Shortcuts) => shortcuts.forget(), 0],
    ['other actions’ being taken back', (shortcuts: Shortcuts) => shortcuts.forget(['help', 'cite']), 1],
    ['its feature’s actions’ being taken back', (shortcuts: Shortcuts) => shortcuts.forget(['help', 'search']), 0],
  ] as const)('wait on through %s: %#', (_name, meanwhile, calls) => {
    const shortcuts = createShortcuts(storage)
    const handler = vi.fn()
    shortcuts.on('next', () => undefined)
    shortcuts.on('search', () => shortcuts.wait('search'))
    shortcuts.run('search')
    meanwhile(shortcuts)
    shortcuts.on('search', handler)
    expect(handler).toHaveBeenCalledTimes(calls)
  })

  it('are listed, each once', () => {
    const listed = groups.flatMap((group): readonly string[] => group.actions)
    expect([...listed].sort()).toEqual([...actions].sort())
  })

  it('are turned off and on, and keep what they were', () => {
    const shortcuts = createShortcuts(storage)
    shortcuts.bind('next', 'x')
    shortcuts.turn(false)
    const again = createShortcuts(storage)
    expect([again.areOn(), again.keys().next]).toEqual([false, 'x'])
    again.turn(true)
    expect(createShortcuts(storage).areOn()).toBe(true)
  })

  it('change places when a key is taken, and outlast the page', () => {
    createShortcuts(storage).bind('next', 'k')
    const again = createShortcuts(storage)
    expect([again.keys().next, again.keys().previous]).toEqual(['k', 'j'])
    again.reset()
    expect(createShortcuts(storage).keys()).toEqual(defaultKeys)
  })

  it.each(['{', '[]', 'null', '{"next":5,"nothing":"x"}'])('are as by default when %s was kept', (text) => {
    window.localStorage.setItem('duidu.keys', text)
    expect(createShortcuts(storage).keys()).toEqual(defaultKeys)
  })
})

describe('actionOf', () => {
  function pressed(html: string, init: KeyboardEventInit): string | null {
    document.body.innerHTML = html
    let action: string | null = 'never asked'
    document.body.addEventListener('keydown', (event) => (action = actionOf(event, defaultKeys)), { once: true })
    const target = document.body.querySelector('[data-here]') ?? document.body
    target.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init }))
    return action
  }

  it.each([
    ['a key', '', { key: '/' }, 'search'],
    ['a key of nobody', '', { key: 'x' }, null],
    ['with a modifier', '', { key: 'n', ctrlKey: true }, null],
    ['in a text box', '<input data-here>', { key: 'n' }, null],
    ['in a list of choices', '<select data-here></select>', { key: 'n' }, null],
    ['on a check box', '<input type="checkbox" data-here>', { key: 'n' }, 'nextHit'],
    ['on a link', '<a href="#" data-here>x</a>', { key: 'j' }, 'next'],
    ['while a character is composed', '', { key: 'n', isComposing: true }, null],
  ] as const)('%s', (_name, html, init, expected) => {
    expect(pressed(html, init)).toBe(expected)
  })
})
