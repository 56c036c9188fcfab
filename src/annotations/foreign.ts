import type { NoticeId } from '../corpus/ids.ts'
import type { Lang } from '../corpus/lang.ts'
import { anchor } from './anchor.ts'
import type { Annotation, Quote, Target } from './annotation.ts'
import { describe } from './describe.ts'
import type { Ground } from './ground.ts'

/**
 * An annotation that another program made: it knows words, but neither rows nor versions of ours. It becomes one of
 * ours by being anchored by its quote, in one of the texts that are at hand.
 */
export type Foreign = Omit<Annotation, 'target'> & {
  /** The address that it was made on, as it says; text, for telling which notice is meant and for nothing else. */
  readonly source: string
  readonly quote: Quote
}

/** Where it lands when it can't be anchored: an orphan of this notice, to be placed by hand. */
export type Home = { readonly notice: NoticeId; readonly lang: Lang }

/** What is to be asked of the grounds: one place, on one side of one notice, or none. */
export function adopt(foreign: Foreign, grounds: readonly Ground[], home: Home): Annotation {
  const { source, quote, ...annotation } = foreign
  const named = grounds.filter(({ notice }) => names(source, notice))
  const found = (named.length > 0 ? named : grounds).flatMap((ground) => {
    const target = unplaced(quote, ground)
    const anchored = anchor(ground, target)
    const placed = anchored.kind === 'orphan' ? null : describe(ground, anchored.at)
    return placed === null ? [] : [placed]
  })
  const [only] = found
  if (only !== undefined && found.length === 1) return { ...annotation, target: only }
  return { ...annotation, target: unplaced(quote, named[0] ?? home) }
}

/** A target with words and no place. */
function unplaced(quote: Quote, { notice, lang }: Home): Target {
  const nowhere = { rows: [], sentences: [], position: { start: 0, end: 0 }, version: '' }
  return { kind: 'words', notice, lang, quote, ...nowhere }
}

/** Is the notice's id a part of an address's path? */
function names(source: string, notice: NoticeId): boolean {
  return source.split(/[/?#:]/u).includes(notice)
}
