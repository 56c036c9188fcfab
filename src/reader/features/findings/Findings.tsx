import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { review } from '../../../check/accept.ts'
import type { AcceptedFinding, Finding } from '../../../corpus/finding.ts'
import type { Corpus } from '../../../corpus/notice.ts'
import { useReader } from '../../islands/reader.ts'
import { AcceptedFile } from './AcceptedFile.tsx'
import { keepAccepted, readAccepted } from './accepted.ts'
import { FindingView } from './FindingView.tsx'
import { usePaint } from './use-paint.ts'
import { kindWords } from './words.ts'

const storage = (): Storage => window.localStorage

/** Findings by kind: those that are open, then those that the editor or someone on this device accepts. */
export function Findings({ corpus }: { corpus: Corpus }) {
  const { t } = useTranslation('findings')
  const { layers } = useReader()
  const show = usePaint()
  const [here, setHere] = useState<readonly AcceptedFinding[]>(() => readAccepted(storage, corpus.id))
  const [isKept, setKept] = useState(true)
  const [hidden, setHidden] = useState<ReadonlySet<Finding['kind']>>(new Set())
  const { findings, accepted: published = [] } = corpus
  useEffect(() => {
    layers.setLayer(
      'findings',
      (findings ?? []).map(({ row }) => row),
    )
    return () => layers.setLayer('findings', [])
  }, [layers, findings])
  if (findings === undefined) return <p>{t('check.notChecked')}</p>
  if (findings.length === 0) return <p>{t('check.none')}</p>

  const accept = (next: readonly AcceptedFinding[]): void => {
    setHere(next)
    setKept(keepAccepted(storage, corpus.id, next))
  }
  const kinds = [...new Set(findings.map(({ kind }) => kind))]
  const reviewed = review(findings, [...published, ...here])
  const isShown = ({ kind }: Finding): boolean => !hidden.has(kind)
  const open = reviewed.open.filter(isShown)
  const accepted = reviewed.accepted.filter(({ finding }) => isShown(finding))
  const isHere = (finding: Finding): boolean => here.some(({ key }) => key === finding.key)
  return (
    <>
      <p className="quiet">{t('check.explained')}</p>
      {kinds.length < 2 ? null : <Kinds kinds={kinds} hidden={hidden} findings={findings} onHide={setHidden} />}
      <p role="status" className="visually-hidden">
        {t('check.shown', { count: open.length + accepted.length })}
      </p>
      <h3>{t('check.open')}</h3>
      {open.length === 0 ? <p>{t('check.noneOpen')}</p> : null}
      <ol role="list" className="findings">
        {open.map((finding) => (
          <li key={finding.key}>
            <FindingView
              finding={finding}
              corpus={corpus}
              onShow={show}
              onAccept={(reason) =>
                accept([...here.filter(({ key }) => key !== finding.key), { key: finding.key, reason }])
              }
            />
          </li>
        ))}
      </ol>
      {accepted.length === 0 ? null : (
        <>
          <h3>{t('check.acceptedTitle')}</h3>
          <ol role="list" className="findings accepted">
            {accepted.map(({ finding, reason }) => (
              <li key={finding.key}>
                <FindingView
                  finding={finding}
                  corpus={corpus}
                  onShow={show}
                  accepted={{ reason, by: isHere(finding) ? 'here' : 'editor' }}
                  onUndo={() => accept(here.filter(({ key }) => key !== finding.key))}
                />
              </li>
            ))}
          </ol>
        </>
      )}
      {here.length === 0 ? null : <AcceptedFile published={published} here={here} isKept={isKept} />}
    </>
  )
}

type KindsProps = {
  kinds: readonly Finding['kind'][]
  hidden: ReadonlySet<Finding['kind']>
  findings: readonly Finding[]
  onHide: (hidden: ReadonlySet<Finding['kind']>) => void
}

function Kinds({ kinds, hidden, findings, onHide }: KindsProps) {
  const { t } = useTranslation('findings')
  const turn = (kind: Finding['kind']): void => {
    const next = new Set(hidden)
    if (!next.delete(kind)) next.add(kind)
    onHide(next)
  }
  return (
    <fieldset className="choice kinds">
      <legend>{t('check.kinds')}</legend>
      <div className="options">
        {kinds.map((kind) => (
          <label key={kind}>
            <input type="checkbox" checked={!hidden.has(kind)} onChange={() => turn(kind)} />
            <span>
              {t(kindWords[kind])} {findings.filter((finding) => finding.kind === kind).length}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
