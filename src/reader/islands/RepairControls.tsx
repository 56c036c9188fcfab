import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { byLang, langs, type ByLang } from '../../corpus/lang.ts'
import { paintRepairs, type OpenedRepair } from '../dom/repairs.ts'
import { repairRuns, type RepairRun } from '../notice/repair-runs.ts'
import { Choice } from './Choice.tsx'
import { useReader } from './reader.ts'
import { RepairDetails } from './RepairDetails.tsx'

/** The recovered text, the same with its repairs marked, or the text as it was received. */
const texts = ['recovered', 'marked', 'received'] as const
type ShownText = (typeof texts)[number]

const labels = { recovered: 'text.recovered', marked: 'text.marked', received: 'text.received' } as const

/** Asks for the corpus file when repairs are first wanted, and marks them on the page that stands there already. */
export function RepairControls() {
  const { t } = useTranslation()
  const { loadCorpus } = useReader()
  const [shown, setShown] = useState<ShownText>('recovered')
  const [runs, setRuns] = useState<ByLang<readonly RepairRun[]> | null>(null)
  const [failed, setFailed] = useState(false)
  const [opened, setOpened] = useState<OpenedRepair | null>(null)

  const choose = (chosen: ShownText): void => {
    setShown(chosen)
    setOpened(null)
    setFailed(false)
    if (chosen === 'recovered' || runs !== null) return
    loadCorpus().then(
      (corpus) => setRuns(byLang((lang) => repairRuns(corpus.sides[lang]))),
      () => {
        setFailed(true)
        setShown('recovered')
      },
    )
  }

  useEffect(() => {
    if (runs === null || shown === 'recovered') return
    return paintRepairs(document, runs, shown, setOpened)
  }, [runs, shown])

  const count = runs === null || shown === 'recovered' ? null : langs.reduce((sum, lang) => sum + runs[lang].length, 0)
  return (
    <>
      <Choice
        legend={t('text.legend')}
        name="text"
        value={shown}
        options={texts.map((value) => ({ value, label: t(labels[value]) }))}
        onChoose={choose}
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
