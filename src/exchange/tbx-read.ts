import { parseTermId } from '../corpus/ids.ts'
import { byLang, type Lang } from '../corpus/lang.ts'
import type { Term, TermEntry } from '../corpus/term.ts'
import { slugFor } from './slug.ts'
import { parseXml, xmlText, type XmlElement } from './xml.ts'

/**
 * Reads TBX of either version, as this program or another wrote it, in the style of attributes (DCA) or of elements
 * (DCT). Languages other than English and Traditional Chinese are left out, and counted; so are entries that lack one of
 * the two.
 *
 * Errors  a file that is no TBX gives `null`.
 */
export type ReadTerms = {
  readonly entries: readonly TermEntry[]
  /** Entries of the file that have no term in one of the two languages. */
  readonly skipped: number
}

export function parseTbx(source: string): ReadTerms | null {
  const parsed = parseXml(source)
  if (!parsed.ok || (parsed.root.name !== 'tbx' && parsed.root.name !== 'martif')) return null
  const { root } = parsed
  const concepts = all(root, ['conceptEntry', 'termEntry'])
  const ids = new Set<string>()
  const entries = concepts.flatMap((concept): TermEntry[] => {
    const entry = readEntry(concept, ids)
    if (entry !== null) ids.add(entry.id)
    return entry === null ? [] : [entry]
  })
  return { entries, skipped: concepts.length - entries.length }
}

function readEntry(concept: XmlElement, taken: ReadonlySet<string>): TermEntry | null {
  const sections = byLang((lang) =>
    all(concept, ['langSec', 'langSet']).filter((section) => langOf(section.attributes.get('xml:lang') ?? '') === lang),
  )
  const terms = byLang((lang) =>
    preferredFirst(sections[lang].flatMap((section) => all(section, ['termSec', 'tig', 'ntig']).flatMap(readTerm))),
  )
  const [first] = terms.en
  if (first === undefined || terms['zh-Hant'].length === 0) return null
  const given = parseTermId((concept.attributes.get('id') ?? '').replace(/^_(?=[0-9])/u, ''))
  const definitions = byLang((lang) =>
    sections[lang].map((section) => valueOf(section, 'definition')).find((text) => text !== null),
  )
  const definition = {
    ...(definitions.en == null ? {} : { en: definitions.en }),
    ...(definitions['zh-Hant'] == null ? {} : { 'zh-Hant': definitions['zh-Hant'] }),
  }
  const own = concept.children.filter(({ name }) => name !== 'langSec' && name !== 'langSet')
  const outside: XmlElement = { ...concept, children: own }
  return {
    id: given !== null && !taken.has(given) ? given : slugFor(first.text, taken),
    terms,
    ...(Object.keys(definition).length === 0 ? {} : { definition }),
    ...defined('note', textOf(all(outside, ['note'])[0])),
    ...defined('subject', valueOf(outside, 'subjectField')),
    ...defined('source', valueOf(outside, 'source')),
  }
}

function readTerm(section: XmlElement): Term[] {
  const text = textOf(all(section, ['term'])[0]).replaceAll(/\s+/gu, ' ')
  const status = /^(preferred|admitted|deprecated|superseded)/u.exec(
    valueOf(section, 'administrativeStatus') ?? '',
  )?.[1]
  const kind = valueOf(section, 'termType') ?? ''
  if (text === '') return []
  return [
    {
      text,
      status:
        status === 'superseded'
          ? 'deprecated'
          : status === 'preferred' || status === 'deprecated'
            ? status
            : 'admitted',
      ...(/^(?:abbreviation|acronym|initialism)$/u.test(kind) ? { abbreviation: true as const } : {}),
    },
  ]
}

/** A file that ranks nothing has its best term first. */
function preferredFirst(terms: readonly Term[]): Term[] {
  if (terms.some(({ status }) => status === 'preferred'))
    return [
      ...terms.filter(({ status }) => status === 'preferred'),
      ...terms.filter(({ status }) => status !== 'preferred'),
    ]
  return terms.map((term, at) => (at === 0 && term.status === 'admitted' ? { ...term, status: 'preferred' } : term))
}

/** `<descrip type="definition">` or `<basic:definition>`, wherever it stands below. */
function valueOf(element: XmlElement, type: string): string | null {
  for (const child of element.children) {
    if (child.attributes.get('type') === type || child.name === type) return textOf(child) || null
    const inner = valueOf(child, type)
    if (inner !== null) return inner
  }
  return null
}

function textOf(element: XmlElement | undefined): string {
  return element === undefined ? '' : xmlText(element).trim()
}

function all(element: XmlElement, names: readonly string[]): XmlElement[] {
  return element.children.flatMap((child) => (names.includes(child.name) ? [child] : all(child, names)))
}

/** `zh`, `zh-TW`, `zh-HK` and `zh-Hant` are ours; `zh-CN` and `zh-Hans` are not. */
function langOf(tag: string): Lang | null {
  if (/^en(?:-|$)/iu.test(tag)) return 'en'
  return /^zh(?:-(?:Hant|TW|HK|MO)\b.*)?$/iu.test(tag) ? 'zh-Hant' : null
}

function defined<K extends string>(key: K, value: string | null | undefined): Partial<Record<K, string>> {
  return value === undefined || value === null || value === '' ? {} : ({ [key]: value } as Record<K, string>)
}
