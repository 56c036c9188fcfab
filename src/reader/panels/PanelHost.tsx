import { Component, useEffect, useRef, useState, type ComponentType, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { loadWords } from '../i18n/load-words.ts'
import { useReader } from '../islands/reader.ts'
import { Icon } from './Icon.tsx'
import type { PanelName } from '../state/panel-names.ts'
import { panels } from './panels.ts'

export type PanelHostProps = { name: PanelName; onClose: () => void }

type Loaded = { readonly Panel: ComponentType } | 'loading' | 'failed'

/**
 * What is open beside the text: a column on wide screens, a sheet at the bottom on a phone. It does not close the
 * text off. The focus goes to its heading; Escape closes it.
 */
export function PanelHost({ name, onClose }: PanelHostProps) {
  const { t } = useTranslation()
  const { words } = useReader()
  const heading = useRef<HTMLHeadingElement>(null)
  const [loaded, setLoaded] = useState<Loaded>('loading')
  const [tries, setTries] = useState(0)

  useEffect(() => {
    heading.current?.focus({ preventScroll: true })
    document.documentElement.dataset.panel = name
    return () => {
      delete document.documentElement.dataset.panel
    }
  }, [name])

  useEffect(() => {
    const spec = panels[name]
    let gone = false
    Promise.all([spec.load(), loadWords(words, spec.namespace)]).then(
      ([{ Panel }]) => (gone ? undefined : setLoaded({ Panel })),
      () => (gone ? undefined : setLoaded('failed')),
    )
    return () => {
      gone = true
    }
  }, [name, words, tries])

  const again = (): void => {
    // The button goes; Escape and Tab go on from here.
    heading.current?.focus({ preventScroll: true })
    setLoaded('loading')
    setTries(tries + 1)
  }
  const failed = (
    <p role="alert">
      {t('feature.failed')}{' '}
      <button type="button" className="plain" onClick={again}>
        {t('feature.again')}
      </button>
    </p>
  )
  return (
    <section
      className="panel"
      aria-labelledby="panel-title"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        event.preventDefault()
        onClose()
      }}
    >
      <header className="panel-head">
        <h2 id="panel-title" ref={heading} tabIndex={-1}>
          {t(`panel.${name}`)}
        </h2>
        <button type="button" className="plain icon-only" aria-label={t('panel.close')} onClick={onClose}>
          <Icon name="close" />
        </button>
      </header>
      <div className="panel-body">
        {loaded === 'failed' ? (
          failed
        ) : loaded === 'loading' ? (
          <p role="status">{t('panel.loading')}</p>
        ) : (
          <Fence key={tries} fallback={failed}>
            <loaded.Panel />
          </Fence>
        )}
      </div>
    </section>
  )
}

/** A panel that breaks does not take the page's other controls with it. */
class Fence extends Component<{ fallback: ReactNode; children: ReactNode }, { broken: boolean }> {
  override state = { broken: false }

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true }
  }

  override render(): ReactNode {
    return this.state.broken ? this.props.fallback : this.props.children
  }
}
