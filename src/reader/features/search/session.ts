import type { NoticeId, RowId } from '../../../corpus/ids.ts'
import type { Reader } from '../../islands/reader.ts'
import type { WritableStore } from '../../state/store.ts'
import type { SearchClient } from './client.ts'
import type { Live, View } from './live.ts'
import type { QueryAddress } from './query-address.ts'
import type { Recent } from './recent.ts'

/** What the parts of the search screen share. */
export type SearchSession = {
  readonly reader: Reader
  readonly client: SearchClient
  readonly live: Live
  readonly recent: Recent
  readonly address: QueryAddress
  /** Is the dialog open? */
  readonly open: WritableStore<boolean>
  readonly view: WritableStore<View>
  /** Goes to a row of this notice; `false` when it stands on another page, where its link leads. */
  readonly goTo: (hit: { readonly notice: NoticeId; readonly id: RowId }, query: string) => boolean
}
