import type { ByLang } from '../corpus/lang.ts'
import type { BeadView, Draft } from './beads.ts'

/**
 * Beads of which one side is far longer than the other, by this notice's own custom.
 *
 * The logarithm of the ratio of lengths is close to normal (Gale & Church 1993), so a bead is measured against the
 * notice's median with a spread from its median deviation, never taken smaller than texts of this pair usually have.
 */
export function lengthDrafts(beads: readonly BeadView[]): Draft[] {
  const measured = measure(beads)
  const { usual, spread } = customOf(measured)
  return measured.flatMap(({ bead, en, zh }): Draft[] => {
    if (en < leastLength && zh < leastChinese) return []
    const log = Math.log(zh / en)
    if (Math.abs(log - usual) < unusual * spread) return []
    const short = log < usual ? 'zh-Hant' : 'en'
    const at = bead.at[short]
    const what = { kind: 'length' as const, ratio: rounded(zh / en), usual: rounded(Math.exp(usual)) }
    return [{ bead, what, about: '', places: at === null ? [] : [{ lang: short, at }] }]
  })
}

/** The usual logarithm of a notice's ratio of lengths. It looks at every bead: ask once for a notice. */
export function usualRatio(beads: readonly BeadView[]): number {
  return customOf(measure(beads)).usual
}

/**
 * By how much a bead is nearer to the usual ratio when these characters of one side are left out, as a logarithm;
 * positive when they are too many.
 */
export function excessOf(usual: number, bead: BeadView, without: ByLang<string>): number {
  const log = (en: number, zh: number): number => Math.abs(Math.log(zh / en) - usual)
  const [en, zh] = [lengthOf(bead.texts.en), chineseLength(bead.texts['zh-Hant'])]
  const [enLeft, zhLeft] = [en - lengthOf(without.en), zh - chineseLength(without['zh-Hant'])]
  return enLeft <= 0 || zhLeft <= 0 ? 0 : log(en, zh) - log(enLeft, zhLeft)
}

type Measured = { readonly bead: BeadView; readonly en: number; readonly zh: number }

function measure(beads: readonly BeadView[]): Measured[] {
  return beads.flatMap((bead) => {
    const [en, zh] = [lengthOf(bead.texts.en), chineseLength(bead.texts['zh-Hant'])]
    return bead.at.en === null || bead.at['zh-Hant'] === null || zh === 0 || en === 0 ? [] : [{ bead, en, zh }]
  })
}

function customOf(measured: readonly Measured[]): { readonly usual: number; readonly spread: number } {
  const logs = measured.filter(({ en }) => en >= leastLength).map(({ en, zh }) => Math.log(zh / en))
  if (logs.length < leastBeads) return { usual: usualLog, spread: leastSpread }
  const usual = median(logs)
  return { usual, spread: Math.max(leastSpread, deviation(logs, usual)) }
}

/** English characters; headings and list labels vary too much. */
const leastLength = 60

/** Chinese characters, from which a bead is measured though its English is short. */
const leastChinese = 40

/** With fewer beads the pair's usual ratio and spread are the better guess. */
const leastBeads = 10

/** Chinese characters for an English one, as logarithm: 0.31 over law and news; and its spread there. */
const usualLog = Math.log(0.31)
const leastSpread = 0.25

/** Spreads from the median: one bead in some thousands by chance. */
const unusual = 3.6

function lengthOf(text: string): number {
  return text.replaceAll(/\s+/gu, ' ').length
}

/** A name in Latin letters is as long as it is in English. */
function chineseLength(text: string): number {
  const latin = (text.match(/[A-Za-z0-9 .'’-]/gu) ?? []).length
  return text.length - latin + latin * Math.exp(usualLog)
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[sorted.length >> 1] ?? 0
}

/** The median deviation, scaled so that it is the standard deviation of a normal distribution. */
function deviation(values: readonly number[], center: number): number {
  return 1.4826 * median(values.map((value) => Math.abs(value - center)))
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000
}
