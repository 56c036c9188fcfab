import { Choice } from '../../islands/Choice.tsx'
import { useReader, useStore } from '../../islands/reader.ts'
import { plainSettings, settingValues, type SettingName, type Settings } from '../../state/settings.ts'
import { Switch } from '../../islands/Switch.tsx'

export type SettingProps<Name extends SettingName> = {
  name: Name
  legend: string
  labels: Readonly<Record<Settings[Name], string>>
  /** In the order in which they are shown. */
  order: readonly Settings[Name][]
}

/** One setting as a choice of its words. */
export function Setting<Name extends SettingName>({ name, legend, labels, order }: SettingProps<Name>) {
  const { settings } = useReader()
  const value = useStore(settings, plainSettings)[name]
  return (
    <Choice
      legend={legend}
      name={`setting-${name}`}
      value={value}
      options={order.map((one) => ({ value: one, label: labels[one] }))}
      onChoose={(chosen) => settings.set({ ...settings.get(), [name]: chosen })}
    />
  )
}

/** One setting that is on or off: the first of its words or the other. */
export function SettingSwitch({ name, label, on }: { name: SettingName; label: string; on: string }) {
  const { settings } = useReader()
  const values: readonly string[] = settingValues[name]
  return (
    <Switch
      label={label}
      checked={useStore(settings, plainSettings)[name] === on}
      onChange={(checked) =>
        settings.set({ ...settings.get(), [name]: values.find((one) => (one === on) === checked) })
      }
    />
  )
}
