import type { GoldDocument } from './gold.ts'

/**
 * A text of headings and bodies in turn, and what becomes of it where one language lacks a section or two: the sections
 * behind them are numbered anew there, so that the numbers no longer say what belongs together.
 */
export function lackingSections(whole: GoldDocument): GoldDocument[] {
  const count = whole.en.length / 2
  const gone = Array.from({ length: count }, (_, at) => [[at], [at, (at + 1) % count], [at, (at + 4) % count]]).flat()
  return Object.keys(numberings).flatMap((numbering) =>
    (['en', 'zh'] as const).flatMap((side) =>
      gone.map((sections) => withoutSections(whole, numbering, side, sections)),
    ),
  )
}

const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二']

/** How a heading is numbered in each language; `n` counts from 0. */
const numberings: Readonly<Record<string, { readonly en: (n: number) => string; readonly zh: (n: number) => string }>> =
  {
    '1.': { en: (n) => `${n + 1}. `, zh: (n) => `${numerals[n]}、` },
    'Article 1': { en: (n) => `Article ${n + 1}: `, zh: (n) => `第${numerals[n]}條 ` },
    'no number': { en: () => '', zh: () => '' },
  }

/** `gone` are sections that `side` lacks, by number from 0. */
export function withoutSections(
  whole: GoldDocument,
  numbering: string,
  side: 'en' | 'zh',
  gone: readonly number[],
): GoldDocument {
  const all = Array.from({ length: whole.en.length / 2 }, (_, at) => at)
  const kept = { en: all, zh: all, [side]: all.filter((at) => !gone.includes(at)) }
  const linesOf = (lang: 'en' | 'zh') =>
    kept[lang].flatMap((at, n) => [
      `${numberings[numbering]?.[lang](n) ?? ''}${whole[lang][2 * at]}`,
      whole[lang][2 * at + 1] ?? '',
    ])
  const gold = all.flatMap((section) => {
    const [en, zh] = [kept.en.indexOf(section), kept.zh.indexOf(section)]
    const line = (n: number, part: number): number[] => (n < 0 ? [] : [2 * n + part])
    return [0, 1].map((part) => ({ en: line(en, part), zh: line(zh, part) }))
  })
  const name = `${numbering}, ${side} without ${gone.map((at) => whole.en[2 * at]).join(' and ')}`
  return { set: `numbered ${numbering}`, name, en: linesOf('en'), zh: linesOf('zh'), gold, groups: null }
}
