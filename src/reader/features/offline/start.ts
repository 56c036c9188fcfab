import { Workbox } from 'workbox-window'
import { loadWords } from '../../i18n/load-words.ts'
import type { Reader } from '../../islands/reader.ts'
import { askToUpdate } from './ask.ts'

/** Registers the service worker once the browser has nothing better to do, has it keep this page, and asks to update. */
export function start(reader: Reader): void {
  const begin = (): void => void register(reader).catch(() => undefined)
  if ('requestIdleCallback' in window) window.requestIdleCallback(begin)
  else setTimeout(begin, 1000)
}

async function register(reader: Reader): Promise<void> {
  const root = new URL(reader.page.root, location.href).href
  const workbox = new Workbox(`${root}sw.js`, { scope: root })
  let asked = false
  const ask = async (): Promise<void> => {
    if (asked) return
    asked = true
    await loadWords(reader.words, 'offline')
    const t = reader.words.i18n.getFixedT(reader.words.locale, 'offline')
    const words = { explained: t('update.explained'), now: t('update.now'), later: t('update.later') }
    if (!(await askToUpdate(document, words))) return
    workbox.addEventListener('controlling', () => location.reload())
    workbox.messageSkipWaiting()
  }
  workbox.addEventListener('waiting', () => void ask())
  const registration = await workbox.register({ immediate: true })
  // A page that is open for days hears of a new version when it is looked at again.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void registration?.update().catch(() => undefined)
  })
  const { active } = await navigator.serviceWorker.ready
  active?.postMessage({ type: 'KEEP', pages: pagesHere() })
}

/** This page in every locale, without its parameters. */
function pagesHere(): string[] {
  const here = location.origin + location.pathname
  const others = [...document.querySelectorAll<HTMLAnchorElement>('.locales a')].map(
    ({ origin, pathname }) => origin + pathname,
  )
  return [...new Set([here, ...others])]
}
