import { fold } from './fold.ts'
import type { Quantity } from './quantity.ts'

/**
 * What the two numbers of a range share, where it is said once: `30 to 43 percent` is 30% to 43%, 三至五年 three years to
 * five, `5–10 million` 5,000,000 to 10,000,000, 百分之30至43 a percentage twice.
 *
 * Shapes  takes and gives quantities sorted by place and disjoint; places stay.
 */
export function withRanges(text: string, found: readonly Quantity[]): Quantity[] {
  const carried = [...found]
  for (let at = 0; at + 1 < carried.length; at += 1) {
    const [one, other] = [carried[at], carried[at + 1]]
    if (one === undefined || other === undefined || !isRange(text, one, other)) continue
    carried[at] = likeNext(text, one, other)
    // 百分之30至43: the sign stands before both.
    if (one.kind === 'share' && isBare(other) && text.slice(one.at.from).startsWith('百分之'))
      carried[at + 1] = { ...other, kind: 'share', value: rounded(other.value / 100), telling: true }
  }
  return carried
}

function isRange(text: string, one: Quantity, other: Quantity): boolean {
  const between = text.slice(one.at.to, other.at.from)
  if (/^\s?(?:to|[-–—~～至到])\s?$/u.test(between)) return true
  return /^\s?(?:and|與|和)\s?$/u.test(between) && /(?:between|介於|介于)\s?$/iu.test(text.slice(0, one.at.from))
}

function isBare({ kind, unit }: Quantity): boolean {
  return kind === 'number' && unit === undefined
}

function likeNext(text: string, one: Quantity, other: Quantity): Quantity {
  if (!isBare(one)) return one
  if (other.kind === 'share') return { ...one, kind: 'share', value: rounded(one.value / 100), telling: true }
  if (other.kind !== 'number') return one
  const scale = scaleOf(text, one, other)
  const value = rounded(one.value * scale)
  return {
    ...one,
    value,
    ...(other.unit === undefined ? {} : { unit: other.unit }),
    telling: one.telling || (scale > 1 && other.telling),
  }
}

/** How much the second number's word for a power of ten multiplies, when the first has none and is the smaller. */
function scaleOf(text: string, one: Quantity, other: Quantity): number {
  const [first, second] = [one, other].map(({ at }) => scaleWord.exec(fold(text.slice(at.from, at.to)))?.[1])
  const scale = first === undefined && second !== undefined ? scales[second] : undefined
  return scale !== undefined && one.value < other.value / scale ? scale : 1
}

const scaleWord = /[0-9一二三四五六七八九十两][\s-]?(thousand|million|billion|trillion|[万亿兆])/u
const scales: Readonly<Record<string, number>> = {
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
  万: 1e4,
  亿: 1e8,
  兆: 1e12,
}

/** 1.1 × 10⁶ must be the number that 110萬 is. */
function rounded(value: number): number {
  return Number(value.toPrecision(10))
}
