import { useEffect, useId, useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import './modal.css'

export type ModalProps = { title: string; onClose: () => void; children: ReactNode }

/** The browser's own modal dialog: the focus stays in it, Escape closes it, and the focus goes back. */
export function Modal({ title, onClose, children }: ModalProps) {
  const { t } = useTranslation()
  const box = useRef<HTMLDialogElement>(null)
  const heading = useId()
  useEffect(() => {
    const dialog = box.current
    dialog?.showModal()
    return () => dialog?.close()
  }, [])
  return (
    <dialog ref={box} className="modal" aria-labelledby={heading} onClose={onClose}>
      <h2 id={heading}>{title}</h2>
      {children}
      <p className="modal-foot">
        <button type="button" className="plain" onClick={onClose}>
          {t('panel.close')}
        </button>
      </p>
    </dialog>
  )
}
