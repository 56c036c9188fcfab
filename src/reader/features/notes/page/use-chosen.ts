import { useCallback, useEffect, useState } from 'react'
import { describe } from '../../../../annotations/describe.ts'
import { useStore } from '../../../islands/reader.ts'
import { selectedWords } from '../dom/selection.ts'
import type { Chosen, Session } from '../state/session.ts'

/** How long a selection rests before the bar is offered, in milliseconds: it grows word by word under a finger. */
const rest = 180

export type ChosenWords = Chosen & { readonly box: DOMRect }

/**
 * The words that are selected in the rows, once the pointer has let go; `null` when none are. `look` takes them as they
 * are now: who asks for them by key does not wait until they rest.
 */
export function useChosen(session: Session): { chosen: ChosenWords | null; look: () => ChosenWords | null } {
  const scene = useStore(session.scene, null)
  const [chosen, setChosen] = useState<ChosenWords | null>(null)
  const look = useCallback((): ChosenWords | null => {
    if (scene === null) return null
    const words = selectedWords(document, (lang) => scene.corpus.sides[lang].text)
    const target = words === null ? null : describe(scene.grounds[words.lang], words.at)
    const found = words === null || target === null ? null : { ...words, target }
    setChosen(found)
    return found
  }, [scene])
  useEffect(() => {
    if (scene === null) return
    let down = false
    let timer: ReturnType<typeof setTimeout> | undefined
    const rested = (): void => {
      if (!down) look()
    }
    const soon = (): void => {
      // Until it rests, nothing is offered for what is selected no more.
      setChosen(null)
      clearTimeout(timer)
      timer = setTimeout(rested, rest)
    }
    const press = ({ target }: Event): void => {
      // A press on the bar itself is no new selection.
      down = !(target instanceof Element && target.closest('.note-bar') !== null)
    }
    const lift = (): void => {
      if (down) soon()
      down = false
    }
    document.addEventListener('selectionchange', soon)
    document.addEventListener('pointerdown', press, true)
    document.addEventListener('pointerup', lift, true)
    document.addEventListener('pointercancel', lift, true)
    timer = setTimeout(rested, rest)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('selectionchange', soon)
      document.removeEventListener('pointerdown', press, true)
      document.removeEventListener('pointerup', lift, true)
      document.removeEventListener('pointercancel', lift, true)
    }
  }, [scene, look])
  return { chosen, look }
}
