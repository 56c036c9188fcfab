import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { shownTexts } from '../../corpus/address.ts'
import { byLang, langs, type ByLang } from '../../corpus/lang.ts'
import { paintRepairs, type OpenedRepair } from '../dom/repairs.ts'
import { setTextLayer } from '../dom/text-layers.ts'
import { repairRuns, type RepairRun } from '../notice/repair-runs.ts'
import { Choice } from './Choice.tsx'
import { useAddress, useReader } from './reader.ts'
import { RepairDetails } from './RepairDetails.tsx'

const labels = { recovered: 'text.recovered', marked: 'text.marked', received: 'text.received' } as const

/** Asks for the corpus file when repairs are first wanted, and marks them on the page that stands there already. */
export function RepairControls() {
  const { t } = useTranslation()
  const { address, loadCorpus } = useReader()
  const { text } = useAddress()
  const [runs, setRuns] = useState<ByLang<readonly RepairRun[]> | null>(null)
  const [failed, setFailed] = useState(false)
  const [opened, setOpened] = useState<OpenedRepair | null>(null)
  const missing = text !== 'recovered' && runs === null

  useEffect(() => {
    if (!missing) return
    let gone = false
    loadCorpus().then(
      (corpus) => (gone ? undefined : setRuns(byLang((lang) => repairRuns(corpus.sides[lang])))),
      () => {
        if (gone) return
        setFailed(true)
        address.change({ text: 'recovered' }, 'replace')
      },
    )
    return () => {
      gone = true
    }
  }, [missing, loadCorpus, address])

  useEffect(() => {
    if (runs === null || text === 'recovered') return
    setTextLayer(document, 'repairs', () => paintRepairs(document, runs, text, setOpened))
    return () => setTextLayer(document, 'repairs', null)
  }, [runs, text])

  const count = runs === null || text === 'recovered' ? null : langs.reduce((sum, lang) => sum + runs[lang].length, 0)
  return (
    <>
      <Choice
        legend={t('text.legend')}
        name="text"
        value={text}
        options={shownTexts.map((value) => ({ value, label: t(labels[value]) }))}
        onChoose={(chosen) => {
          setOpened(null)
          setFailed(false)
          address.change({ text: chosen }, 'replace')
        }}
        needsScript
      />
      <div className="toast" role="status">
        {failed ? <p>{t('text.failed')}</p> : null}
        {count === null ? null : <p className="visually-hidden">{t('text.count', { count })}</p>}
      </div>
      <RepairDetails opened={opened} onClose={() => setOpened(null)} />
    </>
  )
}
