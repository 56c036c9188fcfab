import type { SentenceId } from '../../corpus/ids.ts'
import type { Lang } from '../../corpus/lang.ts'
import type { Piece } from './pieces.ts'
import { Text } from './Text.tsx'

export type SentenceTextProps = {
  pieces: readonly Piece[]
  lang: Lang
  bead: SentenceId
  /** Does this element carry the bead's id? Only one in the page does. */
  named: boolean
}

/**
 * The words of a sentence, or of its part in one table cell. `data-at` says where they stand in the side's text:
 * the element's text content is that text, unit for unit, so that whoever marks the page later finds the place again.
 */
export function SentenceText({ pieces, lang, bead, named }: SentenceTextProps) {
  return (
    <span className="s" id={named ? bead : undefined} data-bead={bead} data-at={pieces[0]?.at}>
      {pieces.map(({ at, text, term, unresolved }) => {
        const words = <Text key={at} text={text} context={lang} />
        const shown = unresolved ? (
          <mark key={at} className={damageClass(unresolved)}>
            {words}
          </mark>
        ) : (
          words
        )
        return term === null ? (
          shown
        ) : (
          <a key={at} className="term" href={`?term=${term}`} data-term={term}>
            {shown}
          </a>
        )
      })}
    </span>
  )
}

/** CSS paints a bracket where the damaged run begins and one where it ends. */
function damageClass({ opens, closes }: NonNullable<Piece['unresolved']>): string {
  return ['unresolved', opens ? 'opens' : '', closes ? 'closes' : ''].filter((name) => name !== '').join(' ')
}
