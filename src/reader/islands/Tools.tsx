import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../panels/Icon.tsx'
import { PanelHost } from '../panels/PanelHost.tsx'
import { panels, panelsOf } from '../panels/panels.ts'
import type { PanelName } from '../state/panel-names.ts'
import { useReader, useStore } from './reader.ts'

/**
 * One button for search and one for each panel of this kind of page, and the panel that is open.
 * In the header on wide screens; within a thumb's reach, at the bottom, on a phone. The page's own script hears their
 * presses (`main.ts`), also those that come before React does.
 */
export function Tools() {
  const { t } = useTranslation()
  const { page, panel, shortcuts } = useReader()
  const open = useStore<PanelName | null>(panel, null)
  const here = panelsOf(page.kind)
  const bar = useRef<HTMLDivElement>(null)

  useEffect(() => {
    const off = panelsOf(page.kind).map((name) =>
      shortcuts.on(panels[name].action, () => panel.set(panel.get() === name ? null : name)),
    )
    return () => off.forEach((take) => take())
  }, [page.kind, panel, shortcuts])

  const close = (): void => {
    const name = panel.get()
    panel.set(null)
    if (name !== null) bar.current?.querySelector<HTMLElement>(`[data-panel="${name}"]`)?.focus()
  }
  return (
    <div className="needs-script">
      <div ref={bar} className="tools" role="group" aria-label={t('tools.label')}>
        <button type="button" className="tool" data-tool="search" data-action="search" aria-haspopup="dialog">
          <Icon name="search" />
          <span>{t('tools.search')}</span>
        </button>
        {here.map((name) => (
          <button
            key={name}
            type="button"
            className="tool"
            data-panel={name}
            data-action={panels[name].action}
            aria-expanded={open === name}
          >
            <Icon name={name} />
            <span>{t(`panel.${name}`)}</span>
          </button>
        ))}
      </div>
      {open === null ? null : <PanelHost key={open} name={open} onClose={close} />}
    </div>
  )
}
