import { useTranslation } from 'react-i18next'
import { formatTarget } from '../../corpus/address.ts'
import { nearestRow, targetElement } from '../dom/target.ts'
import { useAddress } from './reader.ts'

/** An address that names nothing in this notice says so and offers the nearest row. */
export function UnknownTarget() {
  const { t } = useTranslation()
  const { target } = useAddress()
  const missing = target !== null && targetElement(document, target) === null
  const nearest = missing ? nearestRow(document, target) : null
  return (
    <div className="toast" role="status">
      {missing ? (
        <p>
          {t('target.unknown', { id: formatTarget(target) })}{' '}
          {nearest === null ? null : <a href={`#${nearest}`}>{t('target.nearest', { id: nearest })}</a>}
        </p>
      ) : null}
    </div>
  )
}
