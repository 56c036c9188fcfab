import { parseAddress } from '../../../corpus/address.ts'
import type { Feature } from '../feature.ts'
import { onTouch } from '../touch.ts'
import { loadWords } from '../../i18n/load-words.ts'
import type { LocalePage } from '../../state/page-data.ts'
import { createWorker, type StartedWorker } from './create-worker.ts'
import { loadHits } from './hits-later.ts'

/**
 * Search: nothing of it comes with the page. Its code, its worker and the head of its index are fetched when its
 * button is pointed at or focused, when one of its keys is pressed, or at once when the address holds a query.
 */
export const search: Feature = {
  actions: ['search', 'nextHit', 'previousHit'],
  // What is wanted of the query string is the same on every page, so any page's path will do.
  wanted: ({ page }) => parseAddress(`${page.locale}/`, location.search, '')?.query != null,
  watch: (page, tell) => onTouch(page, '[data-tool="search"]', tell),
  load: async (asked, reader) => {
    // All at once, since on a slow line it is the round trips that take long; what draws the dialog in front, so that
    // it is drawn while the rest is on its way.
    const words = loadWords(reader.words, 'search')
    // On a notice’s page the query in its address is lit, and nothing asked for in the dialog.
    if (asked !== 'search' && reader.page.kind === 'notice') loadHits().catch(() => null)
    const [{ start }, worker] = await Promise.all([import('./start.tsx'), behindThese(reader.page)])
    return { start: () => words.then(() => start(reader, worker)) }
  },
}

/** A worker whose files are asked for when those that were named before it have been. */
async function behindThese(page: LocalePage): Promise<StartedWorker> {
  await new Promise((next) => setTimeout(next))
  return createWorker(page)
}
