import { useId, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useModal } from './use-modal.ts'
import './modal.css'

export type ModalProps = { title: string; onClose: () => void; children: ReactNode }

/** A dialog over the page: the focus stays in it, Escape closes it, and the focus goes back. */
export function Modal({ title, onClose, children }: ModalProps) {
  const { t } = useTranslation()
  const dialog = useModal(onClose)
  const heading = useId()
  return (
    <dialog {...dialog} className="modal" aria-labelledby={heading}>
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
