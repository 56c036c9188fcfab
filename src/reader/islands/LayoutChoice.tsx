import { useTranslation } from 'react-i18next'
import { layouts, type Layout } from '../../corpus/address.ts'
import { Choice } from './Choice.tsx'
import { useAddress, useReader } from './reader.ts'

const layoutLabels = {
  columns: 'layout.columns',
  stacked: 'layout.stacked',
  en: 'layout.english',
  'zh-Hant': 'layout.chinese',
  tap: 'layout.tap',
} as const satisfies Record<Layout, string>

/** Works by CSS alone, but for the layout that answers to a press. With scripts, the layout stands in the address. */
export function LayoutChoice({ name }: { name: string }) {
  const { t } = useTranslation()
  const { address } = useReader()
  return (
    <Choice
      legend={t('layout.legend')}
      name={name}
      value={useAddress().layout}
      options={layouts.map((value) => ({ value, label: t(layoutLabels[value]), needsScript: value === 'tap' }))}
      onChoose={(layout) => address.change({ layout }, 'replace')}
    />
  )
}
