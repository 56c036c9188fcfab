import { useState } from 'react'
import { useTranslation } from 'react-i18next'

export type DateFieldProps = { label: string; value: string; onDate: (date: string) => void }

/** A year, a month or a day. A browser’s own date box asks for the day, which a reader seldom means. */
export function DateField({ label, value, onDate }: DateFieldProps) {
  const { t } = useTranslation('search')
  const [typed, setTyped] = useState(value)
  const [seen, setSeen] = useState(value)
  // Changed from outside: in the query itself, or with all filters taken out.
  if (seen !== value) {
    setSeen(value)
    setTyped(value)
  }
  return (
    <label className="search-field">
      <span>{label}</span>
      <input
        value={typed}
        size={10}
        placeholder={t('filter.date')}
        aria-invalid={!isDate(typed)}
        onChange={(event) => {
          const next = event.target.value.trim()
          setTyped(next)
          if (isDate(next)) onDate(next)
        }}
      />
    </label>
  )
}

function isDate(text: string): boolean {
  return text === '' || /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/.test(text)
}
