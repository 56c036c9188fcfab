import type { Run } from '../../corpus/run.ts'
import type { Draft, DraftItem } from './draft.ts'

/**
 * The words of one block, with what joins each to the one before: white space collapsed as a browser would.
 *
 * ASCII white space, however much and through however many tags, is one space; at either end of a block it is none.
 * A line end between two East Asian characters, or beside East Asian punctuation, is no space at all (CSS Text 3,
 * segment break transformation). A no-break or ideographic space is text, but does not begin or end a block.
 */
export function unitsOf(draft: Draft): Unit[] {
  const units: Unit[] = []
  let glue = ''
  let space: '' | ' ' | '\n' = ''
  for (const item of draft.items) {
    if ('glue' in item) {
      glue = item.glue === '\t' ? `${glue.replaceAll('\n', '')}\t` : glue === '' ? '\n' : glue
      continue
    }
    for (const token of draft.preformatted ? [item] : tokensOf(item)) {
      if (token.is.trim() === '' && !draft.preformatted && !/[^ \t\n\r\f]/.test(token.is)) {
        if (space !== '\n') space = /[\n\r]/.test(token.is) ? '\n' : ' '
        continue
      }
      const last = units.at(-1)
      units.push({ ...token, joint: glue !== '' ? glue : joint(space, last?.is ?? '', token.is) })
      glue = ''
      space = ''
    }
  }
  return trimmed(units)
}

export type Unit = {
  readonly at: Run
  readonly is: string
  readonly kind: 'entity' | 'markup' | null
  /** What stands between the unit before and this one; in the first of a block only the tabs of empty cells. */
  readonly joint: string
}

type Token = Omit<Unit, 'joint'>

/** Words with the single spaces between them, and other white space on its own. */
function tokensOf(item: Exclude<DraftItem, { glue: string }>): Token[] {
  if (item.kind !== null) return [item]
  return Array.from(item.is.matchAll(/[^ \t\n\r\f]+(?: [^ \t\n\r\f]+)*|[ \t\n\r\f]+/g), ({ 0: is, index }) => {
    const from = item.at.from + index
    return { at: { from, to: from + is.length }, is, kind: null }
  })
}

function joint(space: '' | ' ' | '\n', before: string, after: string): string {
  if (space !== '\n') return space
  const left = /.$/su.exec(before)?.[0] ?? ''
  const right = /^./su.exec(after)?.[0] ?? ''
  const tight = (wide.test(left) && wide.test(right)) || wideMark.test(left) || wideMark.test(right)
  return tight ? '' : ' '
}

const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u3000-\u303f\uff01-\uff60]/u
const wideMark = /[\u3001-\u3011\u3014-\u301f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff3d\uff5b-\uff60]/u

/** Takes white space off both ends, and with it what joined it. */
function trimmed(units: readonly Unit[]): Unit[] {
  const from = units.findIndex((unit) => unit.is.trim() !== '')
  if (from < 0) return []
  const to = units.findLastIndex((unit) => unit.is.trim() !== '') + 1
  const tabs = units
    .slice(0, from + 1)
    .map((unit) => unit.joint.replaceAll(/[^\t]/g, ''))
    .join('')
  return units.slice(from, to).map((unit, index, all) => {
    let { at, is } = unit
    if (unit.kind === null && index === 0) {
      is = is.trimStart()
      at = { from: at.to - is.length, to: at.to }
    }
    if (unit.kind === null && index === all.length - 1) {
      is = is.trimEnd()
      at = { from: at.from, to: at.from + is.length }
    }
    return { ...unit, at, is, joint: index === 0 ? tabs : unit.joint }
  })
}
