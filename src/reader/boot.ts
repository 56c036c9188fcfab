import { defaultLayout, layouts } from '../corpus/address.ts'
import { chooseLocale } from './state/locale-choice.ts'
import { paintTheme, readTheme } from './state/theme.ts'

/**
 * Runs before the page is painted: the theme, the layout of the address, and at the site's root the way to
 * the reader's language. All that cannot wait stands here and nothing else.
 */
const root = document.documentElement
const { search, hash } = window.location

root.dataset.scripts = ''
const layout = new URLSearchParams(search).get('layout')
root.dataset.layout = layouts.find((one) => one === layout) ?? defaultLayout
paintTheme(
  root,
  readTheme(() => window.localStorage),
)

if (root.dataset.page === 'home') window.location.replace(`${chooseLocale(navigator.languages)}/${search}${hash}`)
