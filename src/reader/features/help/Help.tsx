import { useState, useSyncExternalStore, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Switch } from '../../islands/Switch.tsx'
import { useReader } from '../../islands/reader.ts'
import { Modal } from '../../panels/Modal.tsx'
import { actions, type Action } from '../../state/shortcuts.ts'
import { actionLabels, groups } from './groups.ts'
import './help.css'

/** Every key with what it does. Pressing a key's button and then another key gives the action that one. */
export function Help({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('settings')
  const { shortcuts } = useReader()
  const keys = useSyncExternalStore(shortcuts.subscribe, shortcuts.keys)
  const areOn = useSyncExternalStore(shortcuts.subscribe, shortcuts.areOn)
  const [waiting, setWaiting] = useState<Action | null>(null)
  const [said, setSaid] = useState('')

  const hear = (event: KeyboardEvent): void => {
    if (waiting === null || modifiers.has(event.key) || event.key === 'Tab') return
    event.preventDefault()
    event.stopPropagation()
    const { key } = event
    if (key === 'Escape') {
      setWaiting(null)
      setSaid('')
    } else if (!isKey(key) || event.ctrlKey || event.altKey || event.metaKey) setSaid(t('help.notAKey'))
    else {
      const other = actions.find((one) => one !== waiting && keys[one] === key)
      const action = t(actionLabels[waiting])
      setSaid(
        other === undefined
          ? t('help.bound', { key, action })
          : t('help.swapped', { key, action, other: t(actionLabels[other]), otherKey: keys[waiting] }),
      )
      shortcuts.bind(waiting, key)
      setWaiting(null)
    }
  }
  const ask = (action: Action): void => {
    setWaiting(action)
    setSaid(t('help.press'))
  }
  return (
    <Modal title={t('help.title')} onClose={onClose}>
      <p>{t('help.explained')}</p>
      <Switch label={t('help.single')} checked={areOn} onChange={shortcuts.turn} />
      {areOn ? null : <p>{t('help.off')}</p>}
      <p role="status" className="help-said">
        {said}
      </p>
      <div className="help-groups" onKeyDown={hear} onBlur={() => setWaiting(null)}>
        {groups.map((group) => (
          <table key={group.title}>
            <caption>{t(group.title)}</caption>
            <thead className="visually-hidden">
              <tr>
                <th scope="col">{t('help.what')}</th>
                <th scope="col">{t('help.key')}</th>
              </tr>
            </thead>
            <tbody>
              {group.actions.map((action) => (
                <tr key={action}>
                  <td>{t(actionLabels[action])}</td>
                  <td>
                    <button
                      type="button"
                      className="key"
                      aria-pressed={waiting === action}
                      aria-label={t('help.change', { action: t(actionLabels[action]), key: keys[action] })}
                      onClick={() => ask(action)}
                    >
                      <kbd>{waiting === action ? '…' : keys[action]}</kbd>
                    </button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        ))}
      </div>
      <p className="help-beads">{t('help.beads')}</p>
      <button type="button" className="plain" onClick={shortcuts.reset}>
        {t('help.reset')}
      </button>
    </Modal>
  )
}

const modifiers = new Set(['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'CapsLock'])

/** One character that is seen: such a key can be named, and pressed without a modifier. */
function isKey(key: string): boolean {
  return Array.from(key).length === 1 && key.trim() !== ''
}
