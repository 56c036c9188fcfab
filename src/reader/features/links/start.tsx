import { formatTarget, type Target } from '../../../corpus/address.ts'
import type { Editions } from '../../../corpus/editions.ts'
import { editionsFile } from '../../../corpus/site.ts'
import { versions } from '../../../corpus/version.ts'
import { targetNow } from '../../dom/target-now.ts'
import { loadWords } from '../../i18n/load-words.ts'
import type { Reader } from '../../islands/reader.ts'
import { onceLoaded } from '../../state/load-file.ts'
import { store } from '../../state/store.ts'
import { mount } from '../mount.tsx'
import { compare } from './changes.ts'
import { copy } from './clipboard.ts'
import { Links } from './Links.tsx'
import { linkTo } from './passage.ts'
import type { LinksView } from './view.ts'

/** Links to rows, sentences and ranges, citations, and what changed since a link was made. */
export async function start(reader: Reader): Promise<void> {
  if (reader.page.kind !== 'notice') return
  await loadWords(reader.words, 'links')
  const t = reader.words.i18n.getFixedT(null, 'links')
  const view = store<LinksView | null>(null)
  const here = (): Target | null => targetNow(document, reader.address.get().target)

  const copyLink = async (target: Target): Promise<void> => {
    const link = linkTo(await reader.loadCorpus(), target, reader.address.get(), window.location)
    if (await copy(link)) reader.say(t('links.copied', { id: formatTarget(target) }))
    else view.set({ kind: 'refused', text: link })
  }
  const failed = (): void => reader.say(t('links.failed'))
  mount(reader, <Links view={view} onCopyLink={(target) => void copyLink(target).catch(failed)} />)
  reader.shortcuts.on('row', () => {
    const target = here()
    if (target !== null) view.set({ kind: 'menu', target, beside: document.querySelector('.row-tool') })
  })
  reader.shortcuts.on('link', () => {
    const target = here()
    if (target !== null) copyLink(target).catch(failed)
  })
  reader.shortcuts.on('cite', () => {
    const target = here()
    if (target !== null) view.set({ kind: 'cite', target })
  })
  // Not waited for: the keys work meanwhile. Without the corpus there is nothing to compare.
  void checkPrint(reader, view).catch(() => undefined)
}

async function checkPrint({ address, loadCorpus, page }: Reader, view: { set: (shown: LinksView) => void }) {
  const { print, target } = address.get()
  if (print === null || target === null || page.kind !== 'notice') return
  const load = onceLoaded<Editions>(page.root + editionsFile(page.notice), versions.editions)
  const verdict = await compare(await loadCorpus(), target, print, () => load().catch(() => null))
  if (verdict.kind === 'changed') view.set({ kind: 'changed', target, changes: verdict.changes })
}
