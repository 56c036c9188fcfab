import { useTranslation } from 'react-i18next'
import { scripts } from '../../../corpus/address.ts'
import { Choice } from '../../islands/Choice.tsx'
import { LayoutChoice } from '../../islands/LayoutChoice.tsx'
import { useAddress, useReader } from '../../islands/reader.ts'
import { Switch } from '../../islands/Switch.tsx'
import { plainSettings } from '../../state/settings.ts'
import { Setting, SettingSwitch } from './Setting.tsx'
import './settings.css'

/** How the page looks: what a link carries first, then what stays on this device. */
export function Panel() {
  const { t } = useTranslation('settings')
  const { page, settings, shortcuts, address } = useReader()
  const isNotice = page.kind === 'notice'
  const reset = (): void => {
    settings.set(plainSettings)
    if (isNotice) address.change({ layout: 'columns', first: 'en', script: 'received' }, 'replace')
  }
  return (
    <div className="settings">
      {isNotice ? <LooksInAddress /> : null}
      <Setting
        name="theme"
        legend={t('settings.theme')}
        order={['system', 'light', 'dark']}
        labels={{ system: t('theme.system'), light: t('theme.light'), dark: t('theme.dark') }}
      />
      {isNotice ? (
        <>
          <Setting
            name="size"
            legend={t('settings.size')}
            order={['small', 'normal', 'large', 'larger', 'largest']}
            labels={{
              small: t('size.small'),
              normal: t('size.normal'),
              large: t('size.large'),
              larger: t('size.larger'),
              largest: t('size.largest'),
            }}
          />
          <Setting
            name="measure"
            legend={t('settings.measure')}
            order={['narrow', 'normal', 'wide']}
            labels={{ narrow: t('measure.narrow'), normal: t('measure.normal'), wide: t('measure.wide') }}
          />
        </>
      ) : null}
      <Setting
        name="region"
        legend={t('settings.region')}
        order={['any', 'TW', 'HK']}
        labels={{ any: t('region.any'), TW: t('region.taiwan'), HK: t('region.hongKong') }}
      />
      {isNotice ? (
        <fieldset className="choice">
          <legend>{t('settings.chinese')}</legend>
          <SettingSwitch name="pinyin" on="on" label={t('settings.pinyin')} />
          <SettingSwitch name="spacing" on="on" label={t('settings.spacing')} />
          <SettingSwitch name="punctuation" on="trimmed" label={t('settings.punctuation')} />
        </fieldset>
      ) : null}
      <p className="settings-foot">
        <button type="button" className="plain" onClick={() => shortcuts.run('help')}>
          {t('settings.keys')}
        </button>
        <button type="button" className="plain" onClick={reset}>
          {t('settings.reset')}
        </button>
      </p>
      <p className="settings-note">{t('settings.kept')}</p>
    </div>
  )
}

const scriptLabels = { received: 'script.received', Hans: 'script.simplified' } as const

function LooksInAddress() {
  const { t } = useTranslation('settings')
  const { address, settings } = useReader()
  const { first, script } = useAddress()
  return (
    <>
      <LayoutChoice name="panel-layout" />
      <Switch
        label={t('settings.chineseFirst')}
        checked={first === 'zh-Hant'}
        onChange={(checked) => address.change({ first: checked ? 'zh-Hant' : 'en' }, 'replace')}
      />
      <Choice
        legend={t('settings.script')}
        name="script"
        value={script}
        options={scripts.map((value) => ({ value, label: t(scriptLabels[value]) }))}
        onChoose={(chosen) => {
          settings.set({ ...settings.get(), script: chosen })
          address.change({ script: chosen }, 'replace')
        }}
      />
    </>
  )
}
