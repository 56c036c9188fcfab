import { parseRowId } from '../corpus/ids.ts'
import { langs, type Lang } from '../corpus/lang.ts'
import { doubleIds, type AlignedFault, type AlignedText, type AlignedUnit } from './aligned.ts'
import { parseXml, type XmlElement } from './xml.ts'

/**
 * Reads TMX 1.1–1.4: a unit for each `tu`, of its English text and its Traditional Chinese one. Other languages are
 * passed over. Codes of another program’s markup (`bpt`, `ept`, `it`, `ph`, `ut`) are no text; what `hi` holds is. A
 * `tuid` that is a row id (`p12`) names the row; others are the numbering of other programs and name nothing here.
 *
 * Source  TMX 1.4b, LISA OSCAR recommendation, 2005.
 */
export function parseTmx(source: string): AlignedText {
  const parsed = parseXml(source)
  if (!parsed.ok) return failed(parsed.at, `This is not well-formed XML: ${parsed.what}`, 'Export the file again')
  const { root } = parsed
  const version = root.attributes.get('version') ?? ''
  if (root.name !== 'tmx')
    return failed(root.at, `This is no TMX file: its root is <${root.name}>`, 'Export it as TMX 1.4')
  if (!/^1\.[1-4]/u.test(version))
    return failed(root.at, `This is TMX of version “${version}”, and 1.1 to 1.4 are read`, 'Export it as TMX 1.4')
  const tus = root.children.filter(({ name }) => name === 'body').flatMap((body) => named(body, 'tu'))
  const units: AlignedUnit[] = []
  const faults: AlignedFault[] = []
  const isDouble = doubleIds()
  for (const tu of tus) {
    const id = parseRowId(tu.attributes.get('tuid') ?? '')
    const { unit, found } = readUnit(tu, id)
    faults.push(...found)
    const double = isDouble(id, tu.at)
    if (double !== null) faults.push(double)
    if (unit !== null) units.push(unit)
  }
  for (const lang of langs)
    if (tus.length > 0 && units.length > 0 && units.every(({ texts }) => texts[lang] === ''))
      return failed(root.at, `No unit has a text in ${languageOf[lang]}; there are ${tagsOf(tus)}`, asTag[lang])
  if (tus.length === 0) return failed(root.at, 'This TMX file has no <tu>', 'Export it again, with its units')
  return { units, faults }
}

const languageOf = { en: 'English', 'zh-Hant': 'Traditional Chinese' } as const

const asTag = {
  en: 'Mark English as xml:lang="en"',
  'zh-Hant': 'Mark Traditional Chinese as xml:lang="zh-Hant", "zh-TW", "zh-HK" or "zh"',
} as const

function readUnit(tu: XmlElement, id: AlignedUnit['id']): { unit: AlignedUnit | null; found: AlignedFault[] } {
  const tuvs = named(tu, 'tuv')
  const found: AlignedFault[] = []
  const sides = langs.map((lang) => {
    const ranked = tuvs
      .map((tuv) => ({ tuv, rank: rankOf(tagOf(tuv), lang) }))
      .filter(({ rank }) => rank > 0)
      .sort((a, b) => b.rank - a.rank)
    const [best, second] = ranked
    if (best === undefined) return { text: '', at: tu.at }
    if (second?.rank === best.rank)
      found.push({
        at: second.tuv.at,
        severity: 'warning',
        what: `This unit has more than one text in ${languageOf[lang]}; the first is taken`,
        todo: 'Keep one of them',
      })
    const seg = named(best.tuv, 'seg')[0]
    return seg === undefined ? { text: '', at: best.tuv.at } : { text: segment(seg).trim(), at: seg.at }
  })
  const [en, zh] = sides
  if (en === undefined || zh === undefined || (en.text === '' && zh.text === '')) {
    const has = tuvs.length === 0 ? '' : `; it has ${tagsOf([tu])}`
    const what = `This unit has a text neither in English nor in Traditional Chinese${has}`
    found.push({
      at: tu.at,
      what,
      todo: `${asTag.en} and ${asTag['zh-Hant'].replace(/^Mark/u, 'mark')}, or take it out`,
    })
    return { unit: null, found }
  }
  return { unit: { texts: { en: en.text, 'zh-Hant': zh.text }, id, at: { en: en.at, 'zh-Hant': zh.at } }, found }
}

/** How well a tag names a language, 0 when it does not: `zh` may be Traditional, `zh-TW` is, `zh-CN` is not. */
function rankOf(tag: string, lang: Lang): number {
  if (lang === 'en') return /^en(?:[-_]|$)/iu.test(tag) ? 1 : 0
  if (/^zh$/iu.test(tag)) return 1
  return /^(?:zh|cmn|yue)[-_](?:Hant|TW|HK|MO)\b/iu.test(tag) ? 2 : 0
}

/** TMX before 1.4 wrote `lang`. */
function tagOf(tuv: XmlElement): string {
  return tuv.attributes.get('xml:lang') ?? tuv.attributes.get('lang') ?? ''
}

function tagsOf(tus: readonly XmlElement[]): string {
  const tags = new Set(tus.flatMap((tu) => named(tu, 'tuv').map(tagOf)))
  return [...tags].sort().join(', ') || 'no languages'
}

const codes: ReadonlySet<string> = new Set(['bpt', 'ept', 'it', 'ph', 'ut'])

function segment(element: XmlElement): string {
  return element.content
    .map((part) => (typeof part === 'string' ? part : codes.has(part.name) ? '' : segment(part)))
    .join('')
}

function named(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter((child) => child.name === name)
}

function failed(at: number, what: string, todo: string): AlignedText {
  return { units: [], faults: [{ at, what, todo }] }
}
