import { formatTarget, type Target } from '../../../corpus/address.ts'
import { useTranslation } from 'react-i18next'
import { useStore } from '../../islands/reader.ts'
import type { WritableStore } from '../../state/store.ts'
import { Changes } from './Changes.tsx'
import { Cite } from './Cite.tsx'
import { Modal } from '../../panels/Modal.tsx'
import { RowMenu } from './RowMenu.tsx'
import type { LinksView } from './view.ts'

export type LinksProps = { view: WritableStore<LinksView | null>; onCopyLink: (target: Target) => void }

export function Links({ view, onCopyLink }: LinksProps) {
  const { t } = useTranslation('links')
  const shown = useStore(view, null)
  const close = (): void => view.set(null)
  switch (shown?.kind) {
    case undefined:
      return null
    case 'menu':
      return (
        <RowMenu
          {...shown}
          onClose={close}
          onCopyLink={() => onCopyLink(shown.target)}
          onCite={() => view.set({ kind: 'cite', target: shown.target })}
        />
      )
    case 'cite':
      return <Cite target={shown.target} onClose={close} />
    case 'refused':
      return (
        <Modal title={t('links.address')} onClose={close}>
          <p>{t('links.refused')}</p>
          <textarea readOnly rows={4} value={shown.text} aria-label={t('links.address')} autoFocus />
        </Modal>
      )
    case 'changed': {
      const { target, changes } = shown
      const id = formatTarget(target)
      return (
        <div className="toast" role="status">
          <p>
            {t(changes === null ? 'links.changedUnknown' : 'links.changed', { id })}{' '}
            {changes === null ? null : (
              <button type="button" className="plain" onClick={() => view.set({ kind: 'changes', target, changes })}>
                {t('links.show')}
              </button>
            )}{' '}
            <button type="button" className="plain" onClick={close}>
              {t('links.close')}
            </button>
          </p>
        </div>
      )
    }
    case 'changes':
      return (
        <Modal title={t('links.changesTitle', { id: formatTarget(shown.target) })} onClose={close}>
          <Changes changes={shown.changes} />
        </Modal>
      )
  }
}
