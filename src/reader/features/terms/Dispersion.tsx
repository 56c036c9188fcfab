import { langs } from '../../../corpus/lang.ts'
import type { TermPlace } from './notice-terms.ts'

/** The plot's own units: wide enough that places a thousandth of the notice apart are apart. */
const width = 1000
const strip = 20

export type DispersionProps = {
  places: readonly TermPlace[]
  /** What the plot shows, in words; left out where they stand beside it. */
  label?: string
  /** The place that is looked at. */
  current?: TermPlace | null
}

/**
 * Where a term stands from the beginning of a notice (left) to its end: English above, Chinese below, a tick a place.
 * A picture; the links to each place stand beside it.
 */
export function Dispersion({ places, label, current }: DispersionProps) {
  return (
    <svg
      className="dispersion"
      viewBox={`0 0 ${width} ${strip * 2}`}
      preserveAspectRatio="none"
      {...(label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
    >
      {langs.map((lang, index) => (
        <g key={lang} data-side={lang}>
          <path className="axis" d={`M0 ${(index + 0.5) * strip}H${width}`} />
          <path
            className="ticks"
            d={places
              .filter((place) => place.lang === lang)
              .map(({ share }) => `M${Math.round(share * width)} ${index * strip + 2}v${strip - 4}`)
              .join('')}
          />
        </g>
      ))}
      {current == null ? null : <path className="now" d={`M${Math.round(current.share * width)} 0v${strip * 2}`} />}
    </svg>
  )
}
