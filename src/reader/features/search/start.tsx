import { manifestFile } from '../../../corpus/site.ts'
import { typeAhead } from '../../dom/type-ahead.ts'
import type { Reader } from '../../islands/reader.ts'
import { store } from '../../state/store.ts'
import { mount } from '../mount.tsx'
import { createSearchClient } from './client.ts'
import { createWorker, type StartedWorker } from './create-worker.ts'
import { findIndex } from './find-index.ts'
import { hitsLater } from './hits-later.ts'
import { landOn } from './land.ts'
import { createLive, type View } from './live.ts'
import { queryAddress } from './query-address.ts'
import { recentQueries } from './recent.ts'
import { SearchDialog } from './SearchDialog.tsx'
import type { SearchSession } from './session.ts'

/** Search, as the page first wants it. The worker was started before; one that breaks is followed by another. */
export function start(reader: Reader, first: StartedWorker): void {
  const workers = [first]
  const client = createSearchClient({
    createWorker: () => (workers.pop() ?? createWorker(reader.page)).worker,
    findFolder: async (again) => {
      const known = again ? null : await first.folder
      return known ?? findIndex(new URL(reader.page.root + manifestFile, location.href), again)
    },
  })
  const { page } = reader
  const open = store(false)
  const address = queryAddress(reader, window)
  const session: SearchSession = {
    reader,
    client,
    live: createLive(client),
    recent: recentQueries(() => window.localStorage),
    address,
    open,
    view: store<View>({ kind: 'list' }),
    goTo: ({ notice, id }) => {
      if (page.kind !== 'notice' || notice !== page.notice) return false
      open.set(false)
      landOn(document, id)
      return true
    },
  }
  // Before the dialog is drawn, so that it comes with its words in place.
  open.subscribe(() => {
    if (!open.get()) return
    const asked = typeAhead.typed().replaceAll('\n', '') || address.get()
    if (asked !== null) session.live.type(asked)
  })
  mount(reader, <SearchDialog session={session} />)
  reader.shortcuts.on('search', () => {
    if (!open.get()) {
      open.set(true)
      return
    }
    // Pressed where the dialog has no focus: what is typed next belongs to its box all the same.
    typeAhead.take()
    document.querySelector<HTMLElement>('.search-input')?.focus()
  })
  if (page.kind === 'notice') {
    hitsLater(session, page.notice)
    return
  }
  // No other page shows what a query found but in the dialog, so that there the two are one.
  const follow = (): void => open.set(address.get() !== null || open.get())
  follow()
  address.subscribe(follow)
  open.subscribe(() => {
    if (!open.get()) address.put(null)
  })
}
