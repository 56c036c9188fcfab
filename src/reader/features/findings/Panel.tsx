import './findings.css'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Choice } from '../../islands/Choice.tsx'
import { useReader } from '../../islands/reader.ts'
import { useLoad } from '../terms/use-load.ts'
import { Facts } from './Facts.tsx'
import { Findings } from './Findings.tsx'

const tabs = ['findings', 'facts'] as const

/** What the checks noticed about this notice, and the figures that both of its texts state. */
export function Panel() {
  const { t } = useTranslation('findings')
  const { loadCorpus } = useReader()
  const loaded = useLoad(loadCorpus)
  const [tab, setTab] = useState<(typeof tabs)[number]>('findings')
  if (loaded.state === 'loading') return <p role="status">{t('check.loading')}</p>
  if (loaded.state === 'failed') return <p role="alert">{t('check.failed')}</p>
  const { findings = [], facts = [] } = loaded.value
  const labels = {
    findings: t('check.findings', { found: findings.length }),
    facts: t('check.facts', { found: facts.length }),
  }
  return (
    <>
      <Choice
        legend={t('check.tabs')}
        name="check-tab"
        value={tab}
        options={tabs.map((value) => ({ value, label: labels[value] }))}
        onChoose={setTab}
      />
      {tab === 'findings' ? <Findings corpus={loaded.value} /> : <Facts corpus={loaded.value} />}
    </>
  )
}
