import type { BeadView, Draft } from './beads.ts'

/**
 * Beads of which one side is far longer than the other, by this notice's own custom.
 *
 * The logarithm of the ratio of lengths is close to normal (Gale & Church 1993), so a bead is measured against the
 * notice's median with a spread from its median deviation, never taken smaller than texts of this pair usually have.
 */
export function lengthDrafts(beads: readonly BeadView[]): Draft[] {
  const measured = beads.flatMap((bead) => {
    const [en, zh] = [lengthOf(bead.texts.en), chineseLength(bead.texts['zh-Hant'])]
    return bead.at.en === null || bead.at['zh-Hant'] === null || zh === 0 || en === 0 ? [] : [{ bead, en, zh }]
  })
  const long = measured.filter(({ en }) => en >= leastLength)
  const logs = long.map(({ en, zh }) => Math.log(zh / en))
  const usual = logs.length >= leastBeads ? median(logs) : usualLog
  const spread = Math.max(leastSpread, logs.length >= leastBeads ? deviation(logs, usual) : 0)
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
