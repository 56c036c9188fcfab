import type { NoticeId } from '../../../corpus/ids.ts'
import { mount } from '../mount.tsx'
import { followHits, type Hits } from './hits.ts'
import { HitBar } from './HitBar.tsx'
import { hitAddress } from './query-address.ts'
import type { SearchSession } from './session.ts'

/** Lights what the query in the address finds on a notice's page, and puts the bar that steps through it there. */
export function startHits(session: SearchSession, notice: NoticeId): Hits {
  const { reader } = session
  const hits = followHits(
    {
      ...session,
      leave: (stop, query) => location.assign(hitAddress(reader, query, { notice: stop.notice, id: stop.row })),
    },
    notice,
  )
  mount(reader, <HitBar session={session} hits={hits} notice={notice} />)
  return hits
}
