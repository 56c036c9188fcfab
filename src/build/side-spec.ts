import type { Fault } from '../corpus/fault.ts'
import { langs, type Lang } from '../corpus/lang.ts'
import type { NoticeFile, SideFile } from '../corpus/schema/content.ts'
import { formatOf, type ExtractFormat } from '../text/extract/index.ts'
import type { PlaceInFile } from './yaml.ts'

/** One side as its author declares it, with the source that was found for it. */
export type SideSpec = {
  readonly lang: Lang
  /** Path relative to the content folder. */
  readonly path: string
  readonly format: ExtractFormat
  readonly bytes: Uint8Array
  readonly declared: SideFile
  /** Drop also what would be proposed. */
  readonly dropAuto: boolean
}

/** A source has one of these endings; a folder holds one source a side. */
export const endings = ['txt', 'md', 'html', 'htm'] as const

/** Files of a notice's folder that are neither a source nor anything else that is read there. */
function strangers(folder: string, raw: NoticeFile, files: ReadonlyMap<string, Uint8Array>): string[] {
  const known = new Set([
    ...langs.flatMap((lang) => [raw.sides?.[lang]?.file, ...endings.map((ending) => `${lang}.${ending}`)]),
    ...['notice.yaml', 'ids.json', 'beads.json', 'findings.json', 'editions.json', 'annotations.jsonld'],
  ])
  return [...files.keys()]
    .filter((path) => path.startsWith(`${folder}/`))
    .map((path) => path.slice(folder.length + 1))
    .filter((name) => !known.has(name))
}

function missingAdvice(lang: Lang, others: readonly string[]): string {
  if (others.length === 0) return 'Put the text there as it was received'
  if (others.some((name) => formatOf(name) !== null))
    return `Rename it, or name it in notice.yaml under sides.${lang}.file`
  return `Save the text as ${listed(endings.map((ending) => `.${ending}`))}`
}

function listed(words: readonly string[]): string {
  return words.join(', ').replace(/, ([^,]*)$/u, ' or $1')
}

/** Finds a side's source. Faults are added to the list, and the side is `null` when it can't be used. */
export function sideSpec(
  folder: string,
  lang: Lang,
  raw: NoticeFile,
  files: ReadonlyMap<string, Uint8Array>,
  faults: Fault[],
  place: PlaceInFile,
): SideSpec | null {
  const declared = raw.sides?.[lang] ?? {}
  const notice = `${folder}/notice.yaml`
  const names = declared.file === undefined ? endings.map((ending) => `${lang}.${ending}`) : [declared.file]
  const found = names.map((name) => `${folder}/${name}`).filter((path) => files.has(path))
  const [path] = found
  if (path === undefined) {
    const where = declared.file === undefined ? {} : place(['sides', lang, 'file'])
    const others = strangers(folder, raw, files)
    const instead = others.length === 0 ? '' : `; what is there is ${others.join(', ')}`
    faults.push({
      file: declared.file === undefined ? folder : notice,
      ...where,
      what: `The ${lang} side is missing: there is no ${listed(names)} in ${folder}${instead}`,
      todo: missingAdvice(lang, others),
    })
    return null
  }
  if (found.length > 1) {
    faults.push({
      file: folder,
      what: `The ${lang} side is there twice: ${found.join(', ')}`,
      todo: `Keep one, or name it in notice.yaml under sides.${lang}.file`,
    })
    return null
  }
  const format = formatOf(path)
  if (format === null) {
    faults.push({
      file: notice,
      ...place(['sides', lang, 'file']),
      what: `“${path}” is of no format that can be read`,
      todo: `Give it one of the endings ${endings.map((ending) => `.${ending}`).join(', ')}`,
    })
    return null
  }
  const drop = declared.drop ?? raw.drop
  return {
    lang,
    path,
    format,
    bytes: files.get(path) ?? new Uint8Array(),
    declared,
    dropAuto: drop === 'auto' || (Array.isArray(drop) && drop.includes('auto')),
  }
}
