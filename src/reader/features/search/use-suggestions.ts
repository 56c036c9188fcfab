import { useEffect, useState } from 'react'
import type { Example } from './protocol.ts'
import type { SearchSession } from './session.ts'

/** Who has typed nothing for so long, in milliseconds, may want an idea. */
const thinking = 800

/** Queries to begin with: this device’s recent ones, and the site’s own examples once they are there. */
export function useSuggestions({ client, live, recent }: Pick<SearchSession, 'client' | 'live' | 'recent'>) {
  const [kept, setKept] = useState(recent.all)
  const [examples, setExamples] = useState<readonly Example[]>([])
  const [rested, setRested] = useState(false)
  useEffect(() => {
    let gone = false
    // Who types at once needs none, and they would be in the way of the answer on a slow line.
    const timer = setTimeout(() => {
      if (live.get().query.trim() !== '') return
      setRested(true)
      // Without examples the box still works, and what is wrong is said when something is asked.
      client.ask('examples', {}).then(
        (given) => (gone || given === null ? undefined : setExamples(given)),
        () => undefined,
      )
    }, thinking)
    return () => {
      gone = true
      clearTimeout(timer)
    }
  }, [client, live])
  return {
    /** The moment in which most have begun to type has passed, and nothing was typed. */
    rested,
    recent: kept,
    examples,
    clear: () => {
      recent.clear()
      setKept([])
    },
  }
}
