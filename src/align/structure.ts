import type { BlockKind } from '../corpus/notice.ts'
import { fold } from '../text/fold.ts'
import { zhNumeralValue } from '../text/numerals-zh.ts'

/**
 * What the beginning of a segment says about its place in a list: the value of its enumerator, whatever its form.
 * `(a)`, `1.`, （一）, 一、, 甲、 and `Article 3`, 第三條, `3.` each become one token that both languages share.
 */
export function structureTokens(segment: string): string[] {
  const start = fold(segment.slice(0, 40)).trimStart()
  const article = /^(?:article|art\.|section|chapter|part) ([0-9]+|[ivx]+)(?![0-9a-z])/.exec(start)
  const zhArticle = /^第([一二三四五六七八九十百千零〇0-9]+)(?:条|章|节|编|款|项|部分)/.exec(start)
  if (article !== null) return tokenOf('article', romanValue(article[1] ?? '') ?? Number(article[1]))
  if (zhArticle !== null) return tokenOf('article', zhNumeralValue(zhArticle[1] ?? ''))
  const item = /^\(([a-z]|[ivx]{1,5}|[0-9]{1,2}|[一二三四五六七八九十]{1,3})\)/.exec(start)
  const numbered = /^([0-9]{1,2}|[一二三四五六七八九十]{1,3}|[甲乙丙丁戊己庚辛])[.、．)]/.exec(start)
  if (/^[[【〔]/.test(start)) return ['§[']
  return tokenOf('item', enumeratorValue(item?.[1] ?? numbered?.[1] ?? ''))
}

/** What a block's kind says of its first sentence. An item's marker is no part of its text, so it is read here. */
export function blockTokens(block: BlockKind): string[] {
  switch (block.kind) {
    case 'heading':
      return ['§heading', `§heading${block.level}`]
    case 'item':
      return ['§item', ...structureTokens(`${block.marker} `)]
    case 'table-row':
      return ['§row']
    case 'paragraph':
      return []
  }
}

function tokenOf(kind: string, value: number | null): string[] {
  return value === null || !Number.isFinite(value) || value <= 0 ? [] : [`§${kind}${value}`]
}

const stems = '甲乙丙丁戊己庚辛'

function enumeratorValue(sign: string): number | null {
  if (sign === '') return null
  if (/^[0-9]+$/.test(sign)) return Number(sign)
  if (stems.includes(sign)) return stems.indexOf(sign) + 1
  // A lone i, v or x in brackets is more often a Roman numeral than a ninth, 22nd or 24th item.
  if (/^[a-z]+$/.test(sign)) return romanValue(sign) ?? (sign.length === 1 ? sign.charCodeAt(0) - 0x60 : null)
  return zhNumeralValue(sign)
}

const romans = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii', 'xiii', 'xiv', 'xv']

function romanValue(sign: string): number | null {
  const at = romans.indexOf(sign)
  return at < 0 ? null : at + 1
}
