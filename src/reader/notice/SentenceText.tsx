import type { ReactNode } from 'react'
import type { SentenceId, TermId } from '../../corpus/ids.ts'
import type { Lang } from '../../corpus/lang.ts'
import type { Piece, PieceTerm } from './pieces.ts'
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
      {byMark(pieces).map(({ term, held }) =>
        term === null ? (
          held.map((piece) => <Words key={piece.at} piece={piece} lang={lang} />)
        ) : (
          <a key={term.from} className="term" href={termHref(term.id)} data-term={term.id}>
            {held.map((piece) => (
              <Words key={piece.at} piece={piece} lang={lang} />
            ))}
          </a>
        ),
      )}
    </span>
  )
}

/**
 * A term's own page, where a reader without scripts learns of it; with scripts the link opens its card here. Relative
 * to a notice's page.
 */
function termHref(id: TermId): string {
  return `../terms/${id}/?term=${id}`
}

/** Pieces of one mark stand in one link. */
function byMark(pieces: readonly Piece[]): { readonly term: PieceTerm | null; readonly held: readonly Piece[] }[] {
  const groups: { term: PieceTerm | null; held: Piece[] }[] = []
  for (const piece of pieces) {
    const last = groups.at(-1)
    if (last !== undefined && last.term?.from === piece.term?.from) last.held.push(piece)
    else groups.push({ term: piece.term, held: [piece] })
  }
  return groups
}

/** A piece's words, their damage shown; a shorter term inside a longer one is named for whoever lights terms. */
function Words({ piece: { text, term, unresolved }, lang }: { piece: Piece; lang: Lang }) {
  const words = <Text text={text} context={lang} />
  const shown = unresolved ? <mark className={damageClass(unresolved)}>{words}</mark> : words
  return (term?.inner ?? []).reduceRight<ReactNode>((held, id) => <span data-inner={id}>{held}</span>, shown)
}

/** CSS paints a bracket where the damaged run begins and one where it ends. */
function damageClass({ opens, closes }: NonNullable<Piece['unresolved']>): string {
  return ['unresolved', opens ? 'opens' : '', closes ? 'closes' : ''].filter((name) => name !== '').join(' ')
}
