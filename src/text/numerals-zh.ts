/**
 * The value of a Chinese numeral: 一千二百零三, 一百十四, 兩萬, 廿一, 二〇二五, 1萬, 3億5000萬, 1.5萬.
 *
 * Grammar: digits and units, in sections of 萬 (10⁴), 億 (10⁸), 兆 (10¹²); a string of bare digits is read by place.
 * Input is folded (see fold.ts), so 萬 and 万, 兩 and 两 are one. `null` for what is no well-formed numeral:
 * 十四五 names a plan, two numbers and not one.
 */
export function zhNumeralValue(folded: string): number | null {
  if (folded === '') return null
  if (/^[0-9]+(?:\.[0-9]+)?$/.test(folded)) return Number(folded)
  if ([...folded].every((sign) => digits.has(sign))) {
    let value = 0
    for (const sign of folded) value = value * 10 + (digits.get(sign) ?? 0)
    return value
  }
  return sectionsValue(folded)
}

const digits: ReadonlyMap<string, number> = new Map(
  [...'〇零○一二三四五六七八九']
    .map((sign, at) => [sign, Math.max(0, at - 2)] as const)
    .concat([
      ['两', 2],
      ['壹', 1],
      ['贰', 2],
      ['叁', 3],
      ['肆', 4],
      ['伍', 5],
      ['陆', 6],
      ['柒', 7],
      ['捌', 8],
      ['玖', 9],
    ]),
)

const units: ReadonlyMap<string, number> = new Map([
  ['十', 10],
  ['拾', 10],
  ['百', 100],
  ['佰', 100],
  ['千', 1000],
  ['仟', 1000],
])

const tens: ReadonlyMap<string, number> = new Map([
  ['廿', 20],
  ['卅', 30],
  ['卌', 40],
])

const sections: ReadonlyMap<string, number> = new Map([
  ['万', 1e4],
  ['亿', 1e8],
  ['兆', 1e12],
])

/** Every sign that can stand in a Chinese numeral, folded. */
export const zhNumeralSigns: ReadonlySet<string> = new Set([
  ...digits.keys(),
  ...units.keys(),
  ...tens.keys(),
  ...sections.keys(),
])

/**
 * One pass from the left. `total` holds closed sections, `section` the open one, `digit` a digit that waits for its
 * unit. Within a section units must fall (千 before 百 before 十), across sections too (億 before 萬).
 */
function sectionsValue(folded: string): number | null {
  let total = 0
  let section = 0
  let digit: number | null = null
  let lastUnit = Number.POSITIVE_INFINITY
  let lastSection = Number.POSITIVE_INFINITY
  let afterZero = false
  for (const [part] of folded.matchAll(/[0-9]+(?:\.[0-9]+)?|./gu)) {
    const arabic = /^[0-9]/.test(part) ? Number(part) : null
    const value = arabic ?? digits.get(part)
    const unit = units.get(part)
    const ten = tens.get(part)
    const sectionUnit = sections.get(part)
    if (value !== undefined) {
      if (digit !== null && digit !== 0) return null
      if (digit === 0 && value === 0) return null
      digit = value
      afterZero ||= value === 0
    } else if (unit !== undefined) {
      if (unit >= lastUnit) return null
      // 十 alone is ten, and so behind 百, as years are written in Taiwan: 一百十四. 百, 千 alone are no numbers.
      if (digit === null && !(unit === 10 && (section === 0 || lastUnit === 100))) return null
      section += (digit ?? 1) * unit
      digit = null
      lastUnit = unit
      afterZero = false
    } else if (ten !== undefined) {
      if (digit !== null && digit !== 0) return null
      if (lastUnit <= 10) return null
      section += ten
      digit = null
      lastUnit = 10
    } else if (sectionUnit !== undefined) {
      if (sectionUnit >= lastSection) {
        // 萬億: a section of sections.
        if (sectionUnit !== 1e8 || digit !== null || section !== 0) return null
        total *= sectionUnit
      } else {
        const open: number = section + (digit ?? 0)
        if (open === 0) return null
        total += open * sectionUnit
      }
      section = 0
      digit = null
      lastUnit = Number.POSITIVE_INFINITY
      lastSection = sectionUnit
      afterZero = false
    } else return null
  }
  if (digit === null) return total + section
  // 兩百五, 三萬五: a last bare digit counts in the next lower unit, unless a 零 stands before it or after 十.
  const short = section === 0 ? lastSection / 10 : lastUnit / 10
  if (!afterZero && digit < 10 && Number.isFinite(short) && short >= 10) return total + section + digit * short
  return total + section + digit
}
