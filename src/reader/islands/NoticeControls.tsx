import { useTranslation } from 'react-i18next'
import { LayoutChoice } from './LayoutChoice.tsx'
import { useAddress, useReader } from './reader.ts'
import { RepairControls } from './RepairControls.tsx'
import { Switch } from './Switch.tsx'
import { UnknownTarget } from './UnknownTarget.tsx'

/** How a notice is shown. All but the text works by CSS alone; with scripts, it stands in the address. */
export function NoticeControls() {
  const { t } = useTranslation()
  const { address } = useReader()
  const { first, doubts } = useAddress()
  return (
    <section className="controls" aria-label={t('controls.label')}>
      <LayoutChoice name="layout" />
      <RepairControls />
      <div className="switches">
        <Switch
          id="chinese-first"
          label={t('controls.chineseFirst')}
          checked={first === 'zh-Hant'}
          onChange={(checked) => address.change({ first: checked ? 'zh-Hant' : 'en' }, 'replace')}
        />
        <Switch
          id="show-doubts"
          label={t('controls.doubts')}
          checked={doubts}
          onChange={(checked) => address.change({ doubts: checked }, 'replace')}
        />
      </div>
      <UnknownTarget />
    </section>
  )
}
