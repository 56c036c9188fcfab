import { FilterBar } from './FilterBar.tsx'
import type { View } from './live.ts'
import type { SearchSession } from './session.ts'
import { ViewBar } from './ViewBar.tsx'
import './tools.css'

export type SearchToolsProps = { session: SearchSession; view: View; query: string }

/** Narrows what is found, and chooses how it is shown. */
export function SearchTools({ session, view, query }: SearchToolsProps) {
  const { live } = session
  return (
    <>
      <FilterBar session={session} query={query} onQuery={(next) => live.type(next)} />
      <ViewBar
        session={session}
        view={view}
        query={query}
        onView={(next) => {
          session.view.set(next)
          live.show(next)
        }}
      />
    </>
  )
}
