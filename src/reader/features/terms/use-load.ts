import { useEffect, useState } from 'react'

export type Loaded<T> =
  { readonly state: 'loading' } | { readonly state: 'failed' } | { readonly state: 'here'; readonly value: T }

/** What a promise brings, for a component to show. `load` must be the same function as long as it loads the same. */
export function useLoad<T>(load: () => Promise<T>): Loaded<T> {
  const [loaded, setLoaded] = useState<{ readonly by: () => Promise<T>; readonly what: Loaded<T> } | null>(null)
  useEffect(() => {
    let gone = false
    const show = (what: Loaded<T>): void => {
      if (!gone) setLoaded({ by: load, what })
    }
    load().then(
      (value) => show({ state: 'here', value }),
      () => show({ state: 'failed' }),
    )
    return () => {
      gone = true
    }
  }, [load])
  return loaded?.by === load ? loaded.what : { state: 'loading' }
}
