import { useTranslation } from 'react-i18next'
import { layouts, type Layout } from '../../corpus/address.ts'
import { Choice } from './Choice.tsx'
import { useAddress, useReader } from './reader.ts'
import { RepairControls } from './RepairControls.tsx'
import { UnknownTarget } from './UnknownTarget.tsx'

const layoutLabels = {
  columns: 'layout.columns',
  stacked: 'layout.stacked',
  en: 'layout.english',
  'zh-Hant': 'layout.chinese',
} as const satisfies Record<Layout, string>

/** How a notice is shown. Layout and doubts work by CSS alone; with scripts, the layout stands in the address. */
export function NoticeControls() {
  const { t } = useTranslation()
  const { address } = useReader()
  const { layout } = useAddress()
  return (
    <section className="controls" aria-label={t('controls.label')}>
      <Choice
        legend={t('layout.legend')}
        name="layout"
        value={layout}
        options={layouts.map((value) => ({ value, label: t(layoutLabels[value]) }))}
        onChoose={(chosen) => address.change({ layout: chosen }, 'replace')}
      />
      <RepairControls />
      <label className="switch">
        <input type="checkbox" id="show-doubts" />
        <span>{t('controls.doubts')}</span>
      </label>
      <UnknownTarget />
    </section>
  )
}
