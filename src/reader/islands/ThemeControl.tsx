import { useTranslation } from 'react-i18next'
import { themes, type Theme } from '../state/theme.ts'
import { useReader, useStore } from './reader.ts'

const labels = { system: 'theme.system', light: 'theme.light', dark: 'theme.dark' } as const

export function ThemeControl() {
  const { t } = useTranslation()
  const { theme } = useReader()
  const chosen = useStore<Theme>(theme, 'system')
  return (
    <label className="theme needs-script">
      <span>{t('theme.label')}</span>
      <select
        value={chosen}
        onChange={(event) => theme.set(themes.find((one) => one === event.target.value) ?? 'system')}
      >
        {themes.map((one) => (
          <option key={one} value={one}>
            {t(labels[one])}
          </option>
        ))}
      </select>
    </label>
  )
}
