/**
 * How a reader likes to read, kept in this browser only. What a link should carry is in the address instead
 * (`corpus/address.ts`); the script is in both: whoever always reads Simplified need not ask for it again.
 *
 * Shapes  every setting is one of a few words; the first is what holds when nothing was chosen.
 * Law     each is painted as `data-<name>` on the root, which the stylesheet follows, before the first paint (`boot.ts`),
 *         so that no setting moves anything while the page loads.
 */
export const settingValues = {
  theme: ['system', 'light', 'dark'],
  size: ['normal', 'small', 'large', 'larger', 'largest'],
  measure: ['normal', 'narrow', 'wide'],
  /** Whose printed forms of the Chinese characters: what the system has for Traditional Chinese, or a region's. */
  region: ['any', 'TW', 'HK'],
  /** A gap between Chinese and Latin letters, painted, never in the text. */
  spacing: ['on', 'off'],
  /** Full-width punctuation closes up with its neighbours and with the edges of lines (W3C clreq, 3.1.6). */
  punctuation: ['trimmed', 'full'],
  pinyin: ['off', 'on'],
  script: ['received', 'Hans'],
} as const

export type SettingName = keyof typeof settingValues

export type Settings = { readonly [Name in SettingName]: (typeof settingValues)[Name][number] }

export const plainSettings: Settings = {
  theme: 'system',
  size: 'normal',
  measure: 'normal',
  region: 'any',
  spacing: 'on',
  punctuation: 'trimmed',
  pinyin: 'off',
  script: 'received',
}

const names = Object.keys(plainSettings) as readonly SettingName[]

const kept = 'duidu.settings'

/** What was chosen; plain where nothing was, where it is not believed, or where the browser keeps nothing. */
export function readSettings(storage: () => Storage): Settings {
  let given: Readonly<Record<string, unknown>> = {}
  try {
    const own: unknown = JSON.parse(storage().getItem(kept) ?? '{}')
    if (typeof own === 'object' && own !== null) given = { ...own }
  } catch {
    // Nothing is kept here, or by another hand.
  }
  const known = names.flatMap((name) => {
    const value = settingValues[name].find((one) => one === given[name])
    return value === undefined ? [] : [[name, value] as const]
  })
  return { ...plainSettings, ...Object.fromEntries(known) }
}

/** Only what differs from plain is kept. */
export function keepSettings(storage: () => Storage, settings: Settings): void {
  const own = Object.fromEntries(names.filter((name) => !isPlain(settings, name)).map((name) => [name, settings[name]]))
  try {
    if (Object.keys(own).length === 0) storage().removeItem(kept)
    else storage().setItem(kept, JSON.stringify(own))
  } catch {
    // A browser that keeps nothing still has the settings on this page.
  }
}

/** The script is not painted from here: the address has it. */
export function paintSettings(root: HTMLElement, settings: Settings): void {
  for (const name of names) {
    if (name === 'script') continue
    if (isPlain(settings, name)) root.removeAttribute(`data-${name}`)
    else root.setAttribute(`data-${name}`, settings[name])
  }
}

function isPlain(settings: Settings, name: SettingName): boolean {
  return settings[name] === plainSettings[name]
}
