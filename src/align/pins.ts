import { langs, type ByLang, type Lang } from '../corpus/lang.ts'
import type { Pin, PinLevel } from '../corpus/pins.ts'
import type { Run } from '../corpus/run.ts'

/**
 * A reviewer's decisions as constraints on the search.
 *
 * A pin names segments by their text. Found, it holds runs of segments: the path must enter and leave a pinned bead at
 * its corners, may not pass a pinned split, and leaves a pinned null alone. Everything else goes on around it.
 * A pin whose words are no longer there, or that contradicts an earlier one, is stale: it is reported and not obeyed.
 *
 * Units   `regions` and `splits` count the segments of the level that the search runs on (sentences of a notice).
 */
export type PinnedRegion = ByLang<Run> & {
  /** A sentence-level pin makes one bead of its region; a paragraph-level pin makes one row. */
  readonly level: PinLevel
}

export type PinnedSplit = { readonly lang: Lang; readonly at: number; readonly level: PinLevel }

export type StalePin = {
  /** The pin's place in the list that was given, from 0. */
  readonly index: number
  readonly why: string
}

export type FoundPins = {
  readonly regions: readonly PinnedRegion[]
  readonly splits: readonly PinnedSplit[]
  readonly stale: readonly StalePin[]
}

/** The texts of one level, and where each begins among the segments that the search counts. */
export type PinTexts = { readonly texts: readonly string[]; readonly starts: (segment: number) => number }

export function findPins(pins: readonly Pin[], levels: Readonly<Record<PinLevel, ByLang<PinTexts>>>): FoundPins {
  const folded = {
    paragraph: { en: foldAll(levels.paragraph.en), 'zh-Hant': foldAll(levels.paragraph['zh-Hant']) },
    sentence: { en: foldAll(levels.sentence.en), 'zh-Hant': foldAll(levels.sentence['zh-Hant']) },
  }
  const regions: PinnedRegion[] = []
  const splits: PinnedSplit[] = []
  const stale: StalePin[] = []
  for (const [index, pin] of pins.entries()) {
    const level = levels[pin.level]
    const texts = folded[pin.level]
    const starts = (lang: Lang, r: Run): Run => ({
      from: level[lang].starts(r.from),
      to: level[lang].starts(r.to),
    })
    if (pin.kind === 'split') {
      const place = findRun(texts[pin.lang], [pin.before, pin.after], () => true)
      if (place === null) stale.push({ index, why: 'its two segments no longer stand side by side' })
      else splits.push({ lang: pin.lang, at: level[pin.lang].starts(place.from + 1), level: pin.level })
      continue
    }
    const isFree = (lang: Lang) => (r: Run) =>
      !regions.some((other) => other[lang].from < starts(lang, r).to && starts(lang, r).from < other[lang].to)
    const found = {
      en: findRun(texts.en, pin.en, isFree('en')),
      'zh-Hant': findRun(texts['zh-Hant'], pin['zh-Hant'], isFree('zh-Hant')),
    }
    const missing = langs.filter((lang) => found[lang] === null)
    if (found.en === null || found['zh-Hant'] === null)
      stale.push({
        index,
        why: `its ${missing.join(' and ')} words are no longer in the text, or another decision has them`,
      })
    else if (pin.en.length + pin['zh-Hant'].length === 0) stale.push({ index, why: 'it names no segment' })
    else {
      const region = { en: starts('en', found.en), 'zh-Hant': starts('zh-Hant', found['zh-Hant']), level: pin.level }
      if (regions.some((other) => crosses(region, other)))
        stale.push({ index, why: 'it stands across an earlier decision' })
      else regions.push(region)
    }
  }
  return { regions, splits: splits.filter((split) => !regions.some((region) => cuts(split, region))), stale }
}

/** May a path hold this bead, left segments [i, i + a) and right [j, j + b)? */
export function pinRule({ regions, splits }: FoundPins): (i: number, a: number, j: number, b: number) => boolean {
  const sides = regions.map((region) => ({ left: region.en, right: region['zh-Hant'] }))
  return (i, a, j, b) => {
    for (const { left, right } of sides) {
      const touchesLeft = i < left.to && left.from < i + a
      const touchesRight = j < right.to && right.from < j + b
      if (!touchesLeft && !touchesRight) continue
      // A pinned null: its segments stand alone.
      if (left.from === left.to || right.from === right.to) {
        if (a > 0 && b > 0) return false
      } else if (i < left.from || i + a > left.to || j < right.from || j + b > right.to) return false
    }
    return splits.every(({ lang, at }) => (lang === 'en' ? at <= i || at >= i + a : at <= j || at >= j + b))
  }
}

/** Does a pinned bead or row end or begin in the middle of another, or out of its order? */
function crosses(one: PinnedRegion, other: PinnedRegion): boolean {
  if (isNullRegion(one) || isNullRegion(other)) return false
  return !(
    (one.en.to <= other.en.from && one['zh-Hant'].to <= other['zh-Hant'].from) ||
    (other.en.to <= one.en.from && other['zh-Hant'].to <= one['zh-Hant'].from)
  )
}

/** A pinned null: one of its sides names no segment. */
export function isNullRegion(region: PinnedRegion): boolean {
  return langs.some((lang) => region[lang].from === region[lang].to)
}

function cuts({ lang, at, level }: PinnedSplit, region: PinnedRegion): boolean {
  return level === region.level && region[lang].from < at && at < region[lang].to
}

function foldAll({ texts }: PinTexts): string[] {
  return texts.map(foldSpace)
}

function foldSpace(text: string): string {
  return text.replace(/\s+/gu, ' ').trim()
}

/** The first run of segments with these texts that `isFree`; `null` when there is none. No texts: an empty run. */
function findRun(all: readonly string[], wanted: readonly string[], isFree: (r: Run) => boolean): Run | null {
  const texts = wanted.map(foldSpace)
  if (texts.length === 0) return { from: 0, to: 0 }
  for (let from = all.indexOf(texts[0] ?? ''); from >= 0; from = all.indexOf(texts[0] ?? '', from + 1)) {
    const r = { from, to: from + texts.length }
    if (texts.every((text, at) => all[from + at] === text) && isFree(r)) return r
  }
  return null
}
