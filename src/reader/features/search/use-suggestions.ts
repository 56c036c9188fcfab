import { useEffect, useState } from 'react'
import type { Example } from './protocol.ts'
import type { SearchSession } from './session.ts'

/** Queries to begin with: this device’s recent ones, and the site’s own examples once they are there. */
export function useSuggestions({ client, recent }: Pick<SearchSession, 'client' | 'recent'>) {
  const [kept, setKept] = useState(recent.all)
  const [examples, setExamples] = useState<readonly Example[]>([])
  useEffect(() => {
    let gone = false
    // Without examples the box still works, and what is wrong is said when something is asked.
    client.ask('examples', {}).then(
      (given) => (gone || given === null ? undefined : setExamples(given)),
      () => undefined,
    )
    return () => {
      gone = true
    }
  }, [client])
  return {
    recent: kept,
    examples,
    clear: () => {
      recent.clear()
      setKept([])
    },
  }
}
