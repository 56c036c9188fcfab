import { useLayoutEffect, useRef } from 'react'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Edit, EditKind } from '../../corpus/edit.ts'
import type { Lang } from '../../corpus/lang.ts'
import { placeBeside } from '../dom/place-beside.ts'
import type { OpenedRepair } from '../dom/repairs.ts'
import { Text } from '../notice/Text.tsx'

const kinds = {
  reading: 'edit.reading',
  slip: 'edit.slip',
  punctuation: 'edit.punctuation',
  mojibake: 'edit.mojibake',
  entity: 'edit.entity',
  markup: 'edit.markup',
  'line-break': 'edit.lineBreak',
  space: 'edit.space',
  width: 'edit.width',
  compatibility: 'edit.compatibility',
  control: 'edit.control',
  correction: 'edit.correction',
} as const satisfies Record<EditKind, string>

/**
 * What was received, what was done, and the proof in words, beside the run that was pressed.
 * The browser's own popover: Escape or a press elsewhere closes it and gives the focus back.
 */
export function RepairDetails({ opened, onClose }: { opened: OpenedRepair | null; onClose: () => void }) {
  const { t } = useTranslation()
  const box = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (opened === null || box.current === null) return
    box.current.showPopover()
    placeBeside(box.current, opened.element)
    box.current.focus()
  }, [opened])
  return (
    <div
      ref={box}
      className="details"
      popover="auto"
      role="dialog"
      aria-label={t('repair.title')}
      tabIndex={-1}
      onToggle={(event) => {
        if (event.newState === 'closed') onClose()
      }}
    >
      {opened === null ? null : (
        <>
          <dl className="was-is">
            <dt>{t('repair.received')}</dt>
            <dd lang={opened.lang}>
              <Text text={opened.run.was} context={opened.lang} />
            </dd>
            <dt>{t('repair.shown')}</dt>
            <dd lang={opened.lang}>
              <Text text={opened.run.is} context={opened.lang} />
            </dd>
          </dl>
          {opened.run.edits.map((edit) => (
            <EditWords key={edit.at.from} edit={edit} lang={opened.lang} />
          ))}
          <button type="button" onClick={() => box.current?.hidePopover()}>
            {t('repair.close')}
          </button>
        </>
      )}
    </div>
  )
}

function EditWords({ edit: { kind, proof }, lang }: { edit: Edit; lang: Lang }) {
  const { t } = useTranslation()
  return (
    <div className="edit">
      <p>{t(kinds[kind])}</p>
      {proof === undefined ? null : (
        <>
          <p>
            {t('proof.again', { mechanism: mechanismWords(proof.mechanism, t) })} <code>{proof.bytes}</code>{' '}
            {t('proof.gives')}{' '}
            <bdi lang={lang}>
              <Text text={proof.again} context={lang} />
            </bdi>
          </p>
          {proof.lead === undefined || proof.runnerUp === undefined ? null : (
            <p>
              {t('proof.lead', { odds: Number(Math.exp(proof.lead).toPrecision(2)) })}{' '}
              <bdi lang={lang}>
                <Text text={proof.runnerUp} context={lang} />
              </bdi>
            </p>
          )}
        </>
      )}
    </div>
  )
}

/** The damage that was done again, in words: `gbk-slip`, `utf-8 read as gb18030`, or two such, `, then ` between. */
function mechanismWords(mechanism: string, t: TFunction): string {
  const [first = '', ...rest] = mechanism.split(', then ')
  if (rest.length > 0)
    return t('proof.then', { first: mechanismWords(first, t), next: mechanismWords(rest.join(', then '), t) })
  if (mechanism === 'gbk-slip') return t('proof.slip')
  const readAs = /^(\S+) read as (\S+)$/.exec(mechanism)
  return readAs === null ? mechanism : t('proof.readAs', { was: readAs[1], as: readAs[2] })
}
