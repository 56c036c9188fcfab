/** Classes of characters, as code units, that the recovery room tells apart. */

export function isHan(char: number): boolean {
  return (char >= 0x4e00 && char <= 0x9fff) || (char >= 0x3400 && char <= 0x4dbf) || (char >= 0xf900 && char <= 0xfaff)
}

export function isKana(char: number): boolean {
  return (char >= 0x3041 && char <= 0x30ff) || (char >= 0x3105 && char <= 0x312f)
}

/** CJK marks and full-width forms: what ASCII punctuation in Chinese text would be written as. */
export function isFullWidthMark(char: number): boolean {
  return (
    (char >= 0x3001 && char <= 0x3011) ||
    (char >= 0x3014 && char <= 0x301b) ||
    (char >= 0xff01 && char <= 0xff5e && !isFullWidthAlphanumeric(char))
  )
}

function isFullWidthAlphanumeric(char: number): boolean {
  return (char >= 0xff10 && char <= 0xff19) || (char >= 0xff21 && char <= 0xff3a) || (char >= 0xff41 && char <= 0xff5a)
}

/**
 * How often each mark follows any character of running Chinese text; 0 for what is no mark.
 * Rounded from counts of official and news texts; only their order of magnitude matters.
 */
export function markChance(char: number): number {
  return markChances.get(char) ?? 0
}

const markChances: ReadonlyMap<number, number> = new Map(
  Object.entries({
    '，': 0.045,
    '。': 0.02,
    '、': 0.015,
    '：': 0.004,
    '；': 0.003,
    '（': 0.004,
    '）': 0.004,
    '「': 0.004,
    '」': 0.004,
    '“': 0.004,
    '”': 0.004,
    '《': 0.002,
    '》': 0.002,
    '？': 0.001,
    '！': 0.001,
    '『': 0.0003,
    '』': 0.0003,
    '【': 0.0003,
    '】': 0.0003,
    '‘': 0.0003,
    '’': 0.0003,
    '·': 0.0003,
    '…': 0.0003,
    '—': 0.0005,
    '〈': 0.0001,
    '〉': 0.0001,
    '％': 0.0003,
    '\u3000': 0.0005,
  }).map(([mark, chance]) => [mark.charCodeAt(0), chance]),
)

/** How often a line ends behind each mark, and behind anything else. */
export function lineEndChance(char: number): number {
  return '。！？；：」』）”…'.includes(String.fromCharCode(char))
    ? 0.3
    : char === 0xff0c || char === 0x3001
      ? 0.003
      : 0.02
}

const pauses = '，、；：。？！…·'
const ends = '。？！…'
const openers = '（「“《『【〈‘'
const closers = '）」”》』】〉’'

/** How much likelier or less likely than elsewhere one mark follows another, or what else is no Han character. */
export function markAfterMark(previous: number, char: number): number {
  const before = String.fromCharCode(previous)
  const mark = String.fromCharCode(char)
  if (openers.includes(mark)) return closers.includes(before) ? SELDOM : openers.includes(before) ? SELDOM : 1
  if (closers.includes(mark))
    return ends.includes(before) || closers.includes(before)
      ? 5
      : pauses.includes(before) || openers.includes(before)
        ? SELDOM
        : 1
  if (pauses.includes(before) || openers.includes(before)) return SELDOM
  return closers.includes(before) ? 3 : 1
}

const SELDOM = 0.02
