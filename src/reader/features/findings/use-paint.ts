import { useEffect, useRef } from 'react'
import type { FindingPlace } from '../../../corpus/finding.ts'
import { byLang } from '../../../corpus/lang.ts'
import { paintRuns } from '../../dom/paint.ts'

/** Paints the words that a finding or fact is about, until others are shown or the panel is closed. */
export function usePaint(): (places: readonly FindingPlace[]) => void {
  const off = useRef<(() => void) | null>(null)
  useEffect(() => () => off.current?.(), [])
  return (places) => {
    off.current?.()
    off.current = paintRuns(
      document,
      'finding',
      byLang((lang) => places.filter((place) => place.lang === lang).map(({ at }) => at)),
    )
  }
}
