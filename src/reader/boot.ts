import { parseState } from '../corpus/address.ts'
import { paintLook } from './dom/look.ts'
import { chooseLocale } from './state/locale-choice.ts'
import { paintSettings, readSettings } from './state/settings.ts'

/**
 * Runs before the page is painted: the reader's settings, the looks that the address asks for, and at the site's root
 * the way to the reader's language. All that cannot wait stands here and nothing else.
 */
const root = document.documentElement
const { search, hash } = window.location

root.dataset.scripts = ''
paintLook(root, parseState(search, hash))
paintSettings(
  root,
  readSettings(() => window.localStorage),
)

if (root.dataset.page === 'home') window.location.replace(`${chooseLocale(navigator.languages)}/${search}${hash}`)
