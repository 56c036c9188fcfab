import { useCallback, type ReactNode } from 'react'
import type { TermId } from '../../../corpus/ids.ts'
import { useReader } from '../../islands/reader.ts'
import { EntryName } from './EntryWords.tsx'
import { noticeTerms } from './notice-terms.ts'
import { collectionTerm } from './others.ts'
import { useLoad } from './use-load.ts'

/** A term's words in both languages; `null` while they are fetched, and where there are none. */
export function useTermName(id: TermId): ReactNode {
  const reader = useReader()
  const load = useCallback(async () => {
    const here = noticeTerms(await reader.loadCorpus()).get(id)
    return here?.entry ?? (await collectionTerm(reader, id))?.entry ?? null
  }, [reader, id])
  const loaded = useLoad(load)
  if (loaded.state !== 'here' || loaded.value === null) return null
  return <EntryName entry={loaded.value} locale={reader.page.locale} />
}
