import type { Fault } from '../corpus/fault.ts'
import { parseTermId } from '../corpus/ids.ts'
import { termsSchema, type TermsFile } from '../corpus/schema/content.ts'
import type { Term, TermEntry } from '../corpus/term.ts'
import { defined } from './defined.ts'
import { parseYaml } from './yaml.ts'

/** The term entries of `terms.yaml`, in its order. Faults are added to the list; an entry with one is left out. */
export function parseTerms(source: string | null, faults: Fault[]): TermEntry[] {
  if (source === null) return []
  const file = 'terms.yaml'
  const parsed = parseYaml(file, source, termsSchema)
  if (!parsed.ok) {
    faults.push(...parsed.faults)
    return []
  }
  const seen = new Map<string, number>()
  return parsed.value.terms.flatMap((raw, index) => {
    const first = seen.get(raw.id)
    if (first !== undefined) {
      faults.push({
        file,
        ...parsed.place(['terms', index, 'id']),
        what: `Two term entries are called “${raw.id}”`,
        todo: `Give this one another id, or merge it with entry ${first + 1}`,
      })
      return []
    }
    seen.set(raw.id, index)
    const entry = termEntry(raw)
    return entry === null ? [] : [entry]
  })
}

function termEntry(raw: TermsFile['terms'][number]): TermEntry | null {
  const id = parseTermId(raw.id)
  if (id === null) return null
  const definition = { ...defined('en', raw.definition?.en), ...defined('zh-Hant', raw.definition?.['zh-Hant']) }
  return {
    id,
    terms: { en: termsOf(raw.en), 'zh-Hant': termsOf(raw['zh-Hant']) },
    ...(Object.keys(definition).length > 0 ? { definition } : {}),
    ...defined('note', raw.note),
    ...defined('subject', raw.subject),
    ...defined('source', raw.source),
  }
}

function termsOf(raw: TermsFile['terms'][number]['en']): Term[] {
  return (typeof raw === 'string' ? [raw] : raw).map((term, index) => {
    const written = typeof term === 'string' ? { term } : term
    return {
      text: written.term.trim(),
      status: ('status' in written ? written.status : undefined) ?? (index === 0 ? 'preferred' : 'admitted'),
      ...('abbreviation' in written && written.abbreviation === true ? { abbreviation: true as const } : {}),
    }
  })
}
