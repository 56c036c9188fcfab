import { useLayoutEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { formatTarget, type Target } from '../../../corpus/address.ts'
import { placeBeside } from '../../dom/place-beside.ts'
import { useReader } from '../../islands/reader.ts'
import { linkTo } from './passage.ts'
import '../../panels/modal.css'
import './links.css'

export type RowMenuProps = {
  target: Target
  beside: Element | null
  onClose: () => void
  onCopyLink: () => void
  onCite: () => void
}

/** What can be done with a row, beside its button. The browser's own popover: Escape or a press elsewhere closes it. */
export function RowMenu({ target, beside, onClose, onCopyLink, onCite }: RowMenuProps) {
  const { t } = useTranslation('links')
  const { t: named } = useTranslation()
  const { shortcuts, loadCorpus, address } = useReader()
  const box = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (box.current === null) return
    box.current.showPopover()
    if (beside !== null) placeBeside(box.current, beside)
    box.current.querySelector('button')?.focus()
    beside?.setAttribute('aria-expanded', 'true')
    return () => beside?.setAttribute('aria-expanded', 'false')
  }, [beside])
  const keys = shortcuts.keys()
  const share = async (): Promise<void> => {
    const url = linkTo(await loadCorpus(), target, address.get(), window.location)
    await navigator.share({ title: document.title, url })
  }
  const doing = (work: () => void) => () => {
    box.current?.hidePopover()
    work()
  }
  return (
    <div
      ref={box}
      className="details row-menu"
      popover="auto"
      role="dialog"
      aria-label={t('links.menu', { id: formatTarget(target) })}
      onToggle={(event) => {
        if (event.newState === 'closed') onClose()
      }}
    >
      <p className="row-menu-id">{formatTarget(target)}</p>
      <Entry label={t('links.address')} shortcut={keys.link} onChoose={doing(onCopyLink)} />
      <Entry label={t('links.cite')} shortcut={keys.cite} onChoose={doing(onCite)} />
      {'share' in navigator ? (
        // Whoever closes the system's sheet has changed their mind; there is nothing to say about it.
        <Entry label={t('links.share')} onChoose={doing(() => void share().catch(() => undefined))} />
      ) : null}
      <Entry label={t('links.annotate')} shortcut={keys.annotate} onChoose={doing(() => shortcuts.run('annotate'))} />
      <button type="button" className="visually-hidden-unless-focused" onClick={() => box.current?.hidePopover()}>
        {named('panel.close')}
      </button>
    </div>
  )
}

function Entry({ label, shortcut, onChoose }: { label: string; shortcut?: string; onChoose: () => void }) {
  return (
    <button type="button" className="entry" aria-keyshortcuts={shortcut} onClick={onChoose}>
      <span>{label}</span>
      {shortcut === undefined ? null : <kbd aria-hidden="true">{shortcut}</kbd>}
    </button>
  )
}
