import type { Lang } from '../../../corpus/lang.ts'
import { Text } from '../../notice/Text.tsx'
import type { Piece } from './protocol.ts'

/** A side's words with what matched in them marked. */
export function Pieces({ pieces, lang }: { pieces: readonly Piece[]; lang: Lang }) {
  return pieces.map(({ text, hit }, at) =>
    hit ? (
      <mark key={at}>
        <Text text={text} context={lang} />
      </mark>
    ) : (
      <Text key={at} text={text} context={lang} />
    ),
  )
}
