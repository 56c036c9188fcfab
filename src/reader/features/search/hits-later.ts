import type { NoticeId } from '../../../corpus/ids.ts'
import type { Hits } from './hits.ts'
import type { SearchSession } from './session.ts'

/**
 * Hits on a notice's page. They are fetched when there is a query in the address and no dialog over it, or by one of
 * their keys: not by the first query of a visit, which waits for as little as may be.
 */
export function hitsLater(session: SearchSession, notice: NoticeId): void {
  const { reader, live, address, open } = session
  const t = reader.words.i18n.getFixedT(null, 'search')
  let coming: Promise<Hits | null> | null = null
  const hits = (): Promise<Hits | null> =>
    (coming ??= loadHits().then(
      ({ startHits }) => startHits(session, notice),
      () => {
        coming = null
        reader.say(reader.words.t('feature.failed'))
        return null
      },
    ))
  const step = async (by: 1 | -1): Promise<void> => {
    if (address.get() === null) reader.say(t('hits.noQuery'))
    else (await hits())?.step(by)
  }
  const follow = (): void => {
    if (address.get() !== null && !open.get()) void hits()
  }
  follow()
  address.subscribe(follow)
  open.subscribe(follow)
  // Behind the first answer, so that they are on hand when one of its rows is chosen.
  const off = live.subscribe(() => {
    if (live.get().found === null) return
    off()
    loadHits().catch(() => null)
  })
  reader.shortcuts.on('nextHit', () => void step(1))
  reader.shortcuts.on('previousHit', () => void step(-1))
}

export const loadHits = () => import('./start-hits.tsx')
