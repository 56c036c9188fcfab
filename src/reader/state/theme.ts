/** Light or dark, as the reader chose or as the system has it. Kept in this browser only. */
export const themes = ['system', 'light', 'dark'] as const

export type Theme = (typeof themes)[number]

const themeKey = 'duidu.theme'

/** What was chosen; `system` where nothing was, or where the browser keeps nothing. */
export function readTheme(storage: () => Storage): Theme {
  try {
    const kept = storage().getItem(themeKey)
    return themes.find((theme) => theme === kept) ?? 'system'
  } catch {
    return 'system'
  }
}

export function keepTheme(storage: () => Storage, theme: Theme): void {
  try {
    if (theme === 'system') storage().removeItem(themeKey)
    else storage().setItem(themeKey, theme)
  } catch {
    // A browser that keeps nothing still shows the theme on this page.
  }
}

/** The stylesheet follows `data-theme`; without it, the system. */
export function paintTheme(root: HTMLElement, theme: Theme): void {
  if (theme === 'system') delete root.dataset.theme
  else root.dataset.theme = theme
}
