import { useEffect, useLayoutEffect, useRef, type RefObject, type SyntheticEvent } from 'react'

/** What a dialog element is given so that it is modal for as long as its component is there. */
export type ModalDialog = {
  readonly ref: RefObject<HTMLDialogElement | null>
  readonly onCancel: (event: SyntheticEvent<HTMLDialogElement>) => void
  readonly onClose: (event: SyntheticEvent<HTMLDialogElement>) => void
}

/**
 * The browser's own modal dialog, which keeps the focus and gives it back. It is left only by `onClose` taking its
 * component away, at once: a browser that closes it for a key says so a moment later, when the next key may already
 * have asked for it again.
 */
export function useModal(onClose: () => void): ModalDialog {
  const ref = useRef<HTMLDialogElement>(null)
  const close = useRef(onClose)
  // Laying the page out for it is a task of its own, behind the one that draws it.
  useEffect(() => ref.current?.showModal(), [])
  // Before the element goes, since only one that is still on the page gives the focus back.
  useLayoutEffect(() => {
    const dialog = ref.current
    return () => dialog?.close()
  }, [])
  useLayoutEffect(() => {
    close.current = onClose
  })
  useLayoutEffect(() => {
    // Of the whole page: a press between a dialog's controls leaves the focus at none of them.
    const leave = (event: KeyboardEvent): void => {
      // Escape that ends the composition of a character, or that something in the dialog made use of, is not for us.
      if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return
      event.preventDefault()
      close.current()
    }
    document.addEventListener('keydown', leave)
    return () => document.removeEventListener('keydown', leave)
  }, [])
  return {
    ref,
    // A phone's gesture for going back.
    onCancel: (event) => {
      if (event.target !== event.currentTarget) return
      event.preventDefault()
      onClose()
    },
    // The same where a page may not object; what was opened again meanwhile stays.
    onClose: ({ target, currentTarget }) => {
      if (target === currentTarget && !currentTarget.open) onClose()
    },
  }
}
