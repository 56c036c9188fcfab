import { byLang, langs, type Lang } from '../../../src/corpus/lang.ts'
import { cellsOf, textOfCells, type BeadCells, type Cell, type Document, type RowCells } from './document.ts'
import type { Chance } from './random.ts'

/**
 * Edits that are made to mislead: what is left, or what is put in, is very like what the annotation was on.
 * Characters that stay keep their numbers; whatever is new, a copy too, has new ones.
 */

/** In Chinese and English, words of which one may stand where another stood and the sentence still be one. */
const exchangeable: Readonly<Record<Lang, readonly (readonly string[])[]>> = {
  en: [
    ['shall', 'may', 'must'],
    ['national', 'provincial', 'municipal', 'local'],
    ['and', 'or'],
    ['all', 'some', 'no'],
    ['before', 'after'],
    ['law', 'order', 'treaty'],
  ],
  'zh-Hant': [
    ['應', '得', '毋須'],
    ['國家', '省級', '市級', '縣級', '中央', '地方'],
    ['及', '或'],
    ['所有', '部分', '任何'],
    ['以前', '以後'],
    ['增加', '減少'],
  ],
}

/** One word becomes another of its kind; `null` where there is none to change. */
export function otherWord(cells: readonly Cell[], lang: Lang, chance: Chance): readonly Cell[] | null {
  const text = textOfCells(cells)
  const found = exchangeable[lang].flatMap((group) =>
    group.flatMap((word) => {
      const at = lang === 'en' ? text.search(new RegExp(`\\b${word}\\b`, 'u')) : text.indexOf(word)
      return at < 0 ? [] : [{ group, word, from: [...text.slice(0, at)].length }]
    }),
  )
  if (found.length === 0) return null
  const { group, word, from } = chance.one(found)
  const other = chance.one(group.filter((one) => one !== word))
  return [...cells.slice(0, from), ...cellsOf(other), ...cells.slice(from + [...word].length)]
}

/** A row with one word changed on each side that has one; `null` when neither has. */
export function siblingByWord({ beads }: RowCells, chance: Chance): RowCells | null {
  const copy = beads.map((bead): BeadCells =>
    byLang((lang) => cellsOf(textOfCells(otherWord(bead[lang], lang, chance) ?? bead[lang]))),
  )
  // On each side, since one that stayed the same could not be told from its original.
  const differs = langs.every((lang) => textIn(copy, lang) !== textIn(beads, lang) || textIn(beads, lang) === '')
  return differs ? { beads: copy } : null
}

function textIn(beads: readonly BeadCells[], lang: Lang): string {
  return beads.map((bead) => textOfCells(bead[lang])).join('')
}

/** Turns a sentence into its opposite. */
export function negated(cells: readonly Cell[], lang: Lang, chance: Chance): readonly Cell[] {
  const text = textOfCells(cells)
  const places =
    lang === 'en'
      ? [...text.matchAll(/\b(?:shall|may|must|will|is|are|be|has|have)\b/gu)].map((one) => one.index + one[0].length)
      : [...text.matchAll(/[應得可須能會是有將]/gu)].map((one) => one.index)
  if (places.length === 0) return cells
  const at = [...text.slice(0, chance.one(places))].length
  return [...cells.slice(0, at), ...cellsOf(lang === 'en' ? ' not' : '不'), ...cells.slice(at)]
}

/** Some words of a sentence said once more in it. */
export function saidTwice(cells: readonly Cell[], lang: Lang, chance: Chance): readonly Cell[] {
  if (cells.length < 8) return cells
  const from = chance.whole(0, cells.length - 6)
  const to = Math.min(cells.length, from + chance.whole(3, lang === 'en' ? 40 : 14))
  const said = cells.slice(from, to)
  // Into or right beside themselves they would make a text of which nobody could say what was put in.
  const room = [...cells.keys()].filter((one) => one < from - 2 || one > to + 2)
  if (room.length === 0) return cells
  const at = chance.one(room)
  const [before, behind] = lang === 'en' ? [' ', ' '] : ['、', '']
  return [...cells.slice(0, at), ...cellsOf(before + textOfCells(said) + behind), ...cells.slice(at)]
}

const words = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']
const numerals = '零一二三四五六七八九'

/** Figures as other hands write them: full-width or Chinese in Chinese, single ones as words in English. */
export function otherwiseWritten(document: Document, chance: Chance): Document {
  return {
    ...document,
    rows: document.rows.map(({ beads }) => ({
      beads: beads.map((bead) =>
        byLang((lang) => (lang === 'en' ? spelled(bead.en) : widened(bead['zh-Hant'], chance.is(0.5)))),
      ),
    })),
  }
}

function widened(cells: readonly Cell[], wide: boolean): readonly Cell[] {
  return cells.map((cell) => {
    if (!/[0-9]/u.test(cell.character)) return cell
    const digit = Number(cell.character)
    return { ...cell, character: wide ? String.fromCodePoint(0xff10 + digit) : (numerals[digit] ?? cell.character) }
  })
}

function spelled(cells: readonly Cell[]): readonly Cell[] {
  return cells.flatMap((cell, at) => {
    const beside = `${cells[at - 1]?.character ?? ''}${cells[at + 1]?.character ?? ''}`
    const alone = !/[\p{L}\p{N}.,]/u.test(beside)
    return /[0-9]/u.test(cell.character) && alone ? cellsOf(words[Number(cell.character)] ?? '') : [cell]
  })
}

/** Figures however written become other figures of the same kind. */
export function otherWrittenFigures(cells: readonly Cell[], lang: Lang, chance: Chance): readonly Cell[] {
  if (lang === 'en') {
    const text = textOfCells(cells)
    const found = [...text.matchAll(/\b(?:one|two|three|four|five|six|seven|eight|nine|ten|hundred|thousand)\b/giu)]
    if (found.length === 0) return cells
    const hit = chance.one(found)
    const from = [...text.slice(0, hit.index)].length
    const other = chance.one(words.slice(1).filter((one) => one !== hit[0].toLowerCase()))
    return [...cells.slice(0, from), ...cellsOf(other), ...cells.slice(from + hit[0].length)]
  }
  const kinds = ['０１２３４５６７８９', '一二三四五六七八九十百千萬']
  return cells.map((cell) => {
    const kind = kinds.find((signs) => signs.includes(cell.character))
    if (kind === undefined || !chance.is(0.4)) return cell
    return cellsOf(chance.one([...kind].filter((sign) => sign !== cell.character)))[0] ?? cell
  })
}

/** Rare characters, which take two units, here and there among the others. */
export function withRareCharacters(document: Document, chance: Chance): Document {
  return {
    ...document,
    rows: document.rows.map(({ beads }) => ({
      beads: beads.map((bead) => ({
        ...bead,
        'zh-Hant': bead['zh-Hant'].map((cell) =>
          /\p{Script=Han}/u.test(cell.character) && chance.is(0.1) ? { ...cell, character: chance.one(rare) } : cell,
        ),
      })),
    })),
  }
}

const rare = ['𠮷', '𣇃', '𡃁', '𨋢', '𠝹']
