/**
 * The words around a number: its bound and its unit, in both languages. Input is folded (fold.ts): lower case,
 * Simplified; what stands before a number ends where it begins, what stands after begins where it ends.
 */
export type Bound = 'at-least' | 'more-than' | 'at-most' | 'less-than' | 'about'

/** ISO 4217 codes for money, SI and customary names for the rest; `people`, `times` for what is counted. */
export type Unit =
  | 'second'
  | 'minute'
  | 'hour'
  | 'day'
  | 'week'
  | 'month'
  | 'year'
  | 'CNY'
  | 'USD'
  | 'EUR'
  | 'GBP'
  | 'HKD'
  | 'TWD'
  | 'money'
  | 'km'
  | 'm'
  | 'cm'
  | 'mm'
  | 'km2'
  | 'm2'
  | 'ha'
  | 'kg'
  | 'g'
  | 't'
  | 'l'
  | 'mg'
  | 'ml'
  | 'degrees'
  | 'people'
  | 'times'
  | 'fold'
  | 'years-old'
  | 'points'
  | 'of-price'
  | 'piece'

const before: readonly (readonly [Bound, RegExp])[] = [
  [
    'at-most',
    /(?:no|not) (?:more|greater|later) than\s*(?:a )?$|not (?:to )?exceed(?:ing)?\s*$|(?:at most|up to|a maximum of|maximum of|within)\s*$|(?:不超过|不得超过|不多于|不高于|不大于|至多|最多|以内)\s*$/u,
  ],
  [
    'at-least',
    /(?:no|not) (?:less|fewer|lower|under) than\s*$|(?:at least|a minimum of|minimum of)\s*$|(?:不少于|不得少于|不低于|不得低于|不小于|至少|最少|起码|不下于)\s*$/u,
  ],
  [
    'less-than',
    /(?:less|fewer|lower|smaller) than\s*$|(?:under|below)\s*$|(?:未满|不满|不足|少于|低于|小于|不到|未达)\s*$/u,
  ],
  [
    'more-than',
    /(?:more|greater|higher|larger) than\s*$|(?:over|above|exceed(?:s|ed|ing)?|in excess of)\s*$|(?:超过|逾|多于|大于|高于|超出)\s*$/u,
  ],
  ['about', /(?:about|around|approximately|roughly|nearly|almost|some|circa)\s*$|(?:大约|约|大概|将近|接近|近)\s*$/u],
]

const after: readonly (readonly [Bound, RegExp])[] = [
  [
    'at-least',
    /^\s*(?:\p{L}+\s+)?(?:or (?:more|above|over|older|higher|longer)|and (?:above|over))(?![a-z])|^\p{sc=Han}{0,2}以上/u,
  ],
  [
    'at-most',
    /^\s*(?:\p{L}+\s+)?(?:or (?:less|fewer|below|under|younger|lower)|and (?:below|under))(?![a-z])|^\p{sc=Han}{0,2}(?:以下|以内|之内)/u,
  ],
  ['more-than', /^(?:余|多(?!少|数|边|元))/u],
  ['about', /^\p{sc=Han}{0,2}(?:左右|上下)/u],
]

/** The bound that the words before a number give it. */
export function boundBefore(text: string): Bound | null {
  // A currency or another sign may stand between: over $5 million.
  const words = text.replace(/(?:[$£€¥]|us\$|hk\$|nt\$|人民币|新台币|港币|a total of )\s*$/u, '')
  return before.find(([, pattern]) => pattern.test(words))?.[0] ?? null
}

/** The bound that the words behind a number and its unit give it. */
export function boundAfter(text: string): Bound | null {
  return after.find(([, pattern]) => pattern.test(text))?.[0] ?? null
}

/** Longest first where one begins another. */
const units: readonly (readonly [Unit, RegExp])[] = [
  ['years-old', /^(?:[ -]years?[ -]old|岁)/u],
  ['points', /^(?:\s?percentage points?|个百分点)/u],
  ['month', /^(?:[ -]months?(?![a-z])|个月)/u],
  ['minute', /^(?:[ -]?min(?:ute)?s?(?![a-z])|分钟)/u],
  ['second', /^(?:[ -]?sec(?:ond)?s?(?![a-z])|秒钟?)/u],
  ['hour', /^(?:[ -]?h(?:ou)?rs?(?![a-z])|个?小时|个?钟头)/u],
  ['week', /^(?:[ -]weeks?(?![a-z])|个?星期|周(?!年))/u],
  ['day', /^(?:[ -](?:calendar |working |business )?days?(?![a-z])|天|日)/u],
  ['year', /^(?:[ -]years?(?![a-z])|个?年度?)/u],
  ['km2', /^(?: ?(?:km2|km²|square kilomet(?:er|re)s?)|平方公里)/u],
  ['m2', /^(?: ?(?:m2|m²|square met(?:er|re)s?)|平方(?:米|公尺))/u],
  ['km', /^(?:[ -]?(?:km|kilomet(?:er|re)s?)(?![a-z])|公里|千米)/u],
  ['cm', /^(?:[ -]?(?:cm|centimet(?:er|re)s?)(?![a-z])|公分|厘米)/u],
  ['mm', /^(?:[ -]?(?:mm|millimet(?:er|re)s?)(?![a-z])|毫米|公厘)/u],
  ['mg', /^(?: ?mg(?![a-z])|毫克)/u],
  ['ml', /^(?: ?ml(?![a-z])|毫升)/u],
  ['degrees', /^(?: ?°c?(?![a-z])| degrees?(?: celsius)?(?![a-z])|度(?![假过量]))/u],
  ['m', /^(?:[ -]?(?:met(?:er|re)s?)(?![a-z])|公尺|米)/u],
  ['ha', /^(?:[ -]?(?:ha|hectares?)(?![a-z])|公顷)/u],
  ['kg', /^(?:[ -]?(?:kg|kilo(?:gram)?s?)(?![a-z])|公斤|千克)/u],
  ['g', /^(?:[ -]?(?:g|grams?)(?![a-z])|公克|克(?!服))/u],
  ['t', /^(?:[ -]?(?:tons?|tonnes?)(?![a-z])|吨|公吨)/u],
  ['l', /^(?:[ -]?(?:lit(?:er|re)s?)(?![a-z])|公升|升(?![级至到高学]))/u],
  ['USD', /^(?: (?:u\.?s\.? ?)?dollars?(?![a-z])|美元|美金)/u],
  ['EUR', /^(?: euros?(?![a-z])|欧元)/u],
  ['GBP', /^(?: pounds?(?: sterling)?(?![a-z])|英镑)/u],
  ['HKD', /^(?: hong kong dollars?(?![a-z])|港元|港币)/u],
  ['TWD', /^(?: new taiwan dollars?(?![a-z])|新台币)/u],
  ['CNY', /^(?: (?:yuan|rmb|renminbi)(?![a-z])|元人民币)/u],
  ['money', /^元/u],
  ['times', /^(?: times(?![a-z])|次)/u],
  ['fold', /^(?:[ -]?fold(?![a-z])|倍)/u],
  ['people', /^(?: (?:people|persons?)(?![a-z])|[名位]|人(?!民|工|才|均|类))/u],
  ['piece', /^\s?[个項项件张家所台条款份处座间支部种类组场笔辆架只](?!别|人|性)/u],
]

/** The unit that follows a number, and how many characters it takes. */
export function unitAfter(text: string): { readonly unit: Unit; readonly length: number } | null {
  for (const [unit, pattern] of units) {
    const match = pattern.exec(text)
    if (match !== null) return { unit, length: match[0].length }
  }
  return null
}

/** Money is often said before its number: $5, NT$300. */
export function unitBefore(text: string): Unit | null {
  if (/(?:hk\$|hkd|港币)\s*$/u.test(text)) return 'HKD'
  if (/(?:nt\$|twd|新[台臺]币)\s*$/u.test(text)) return 'TWD'
  if (/(?:rmb|cny|人民币)\s*$/u.test(text)) return 'CNY'
  if (/usd\s*$/u.test(text)) return 'USD'
  if (/€\s*$/u.test(text)) return 'EUR'
  if (/£\s*$/u.test(text)) return 'GBP'
  if (/\$\s*$/u.test(text)) return 'USD'
  if (/¥\s*$/u.test(text)) return 'money'
  return null
}
