import { useReader, useStore } from '../../../islands/reader.ts'
import type { KeeperState } from '../store/keeper.ts'
import type { Annotation } from '../../../../annotations/annotation.ts'
import { sessionOf, type Session } from '../state/session.ts'

/** The session of the page. Nothing here is ever prerendered. */
export function useSession(): Session {
  return sessionOf(useReader())
}

export function useKeeper({ keeper }: Session): KeeperState<Annotation> {
  return useStore(keeper, keeper.get())
}
