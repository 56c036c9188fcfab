import type { Fault } from '../corpus/fault.ts'
import { pageNames, parseNoticeId, type NoticeId } from '../corpus/ids.ts'
import { langs, type ByLang } from '../corpus/lang.ts'
import type { Title } from '../corpus/notice.ts'
import { collectionSchema, noticeSchema, type CollectionFile, type NoticeFile } from '../corpus/schema/content.ts'
import type { TermEntry } from '../corpus/term.ts'
import { alignedSpec, type AlignedSpec } from './aligned-spec.ts'
import { defined } from './defined.ts'
import { sideSpec, type SideSpec } from './side-spec.ts'
import { parseTerms } from './terms-file.ts'
import { parseYaml, type PlaceInFile } from './yaml.ts'

/** All files of a content folder, by path relative to it with `/` between folders. */
export type ContentFiles = ReadonlyMap<string, Uint8Array>

export type Content = {
  readonly collection: CollectionFile
  readonly terms: readonly TermEntry[]
  /** Sorted by id. */
  readonly notices: readonly NoticeSpec[]
}

/** A notice as its author declares it, before anything is read from its sources. */
export type NoticeSpec = NoticeHead &
  (
    | { readonly sides: ByLang<SideSpec>; readonly aligned: null }
    /** Both texts came in one file that says what translates what. */
    | { readonly sides: null; readonly aligned: AlignedSpec }
  )

export type NoticeHead = {
  readonly id: NoticeId
  /** `notices/<folder>`, relative to the content folder. */
  readonly folder: string
  readonly titles: ByLang<Title>
  readonly published?: string
  /** Where a key of notice.yaml stands, for messages about it. */
  readonly place: PlaceInFile
}

export type ParsedContent = { readonly content: Content | null; readonly faults: readonly Fault[] }

/**
 * Reads what authors wrote: `collection.yaml`, `terms.yaml` and every `notices/<folder>/notice.yaml`.
 * All faults are gathered; a notice with a fault is left out, and the content is `null` only when the collection
 * itself can't be read. `decodeUtf8` returns `null` for bytes that are not UTF-8.
 */
export function parseContent(files: ContentFiles, decodeUtf8: (bytes: Uint8Array) => string | null): ParsedContent {
  const faults: Fault[] = []
  const text = (path: string): string | null => {
    const bytes = files.get(path)
    if (bytes === undefined) return null
    const decoded = decodeUtf8(bytes)
    if (decoded === null) faults.push({ file: path, what: 'This file is not UTF-8', todo: 'Save it as UTF-8' })
    return decoded
  }

  const collection = parseCollection(text('collection.yaml'), faults)
  const terms = parseTerms(text('terms.yaml'), faults)
  const notices: NoticeSpec[] = []
  const folders = [...new Set([...files.keys()].map((path) => /^notices\/[^/]+(?=\/)/u.exec(path)?.[0]))].filter(
    (folder) => folder !== undefined,
  )
  for (const folder of folders.sort()) {
    const path = `${folder}/notice.yaml`
    if (!files.has(path)) {
      faults.push({ file: path, what: 'This notice has no notice.yaml', todo: 'Add one; content/README.md shows how' })
      continue
    }
    const source = text(path)
    if (source === null) continue
    const parsed = parseYaml(path, source, noticeSchema)
    if (!parsed.ok) faults.push(...parsed.faults)
    else {
      const notice = noticeSpec(folder, parsed.value, parsed.place, files, faults)
      if (notice !== null) notices.push(notice)
    }
  }
  if (folders.length === 0)
    faults.push({
      file: 'notices',
      what: 'There is no notice here',
      todo: 'Add a folder with notice.yaml and two sources',
    })
  const unique = withoutDoubles(notices, faults)
  return {
    content: collection === null ? null : { collection, terms, notices: unique },
    faults,
  }
}

function parseCollection(source: string | null, faults: Fault[]): CollectionFile | null {
  const file = 'collection.yaml'
  if (source === null) {
    if (!faults.some((fault) => fault.file === file))
      faults.push({
        file,
        what: 'The collection has no collection.yaml',
        todo: 'Add one with its title in both languages',
      })
    return null
  }
  const parsed = parseYaml(file, source, collectionSchema)
  if (parsed.ok) return parsed.value
  faults.push(...parsed.faults)
  return null
}

function noticeSpec(
  folder: string,
  raw: NoticeFile,
  place: PlaceInFile,
  files: ContentFiles,
  faults: Fault[],
): NoticeSpec | null {
  const file = `${folder}/notice.yaml`
  const name = raw.id ?? folder.slice('notices/'.length)
  const id = parseNoticeId(name)
  if (id === null) {
    faults.push({
      file,
      what: `The folder’s name “${name}” is no slug, and so can’t be the notice’s id`,
      todo: 'Rename it to lower-case letters a–z and digits, in words joined by single hyphens, or give an id in notice.yaml',
    })
  }
  const aligned = alignedSpec(folder, raw, files, faults, place)
  const [en, zh] = aligned === 'none' ? langs.map((lang) => sideSpec(folder, lang, raw, files, faults, place)) : []
  const isTaken = pageNames.includes(name)
  if (isTaken)
    faults.push({
      file,
      ...place(['id']),
      what: `“${name}” is the address of a page of the site, and so can’t be the notice’s id`,
      todo: 'Rename the folder, or give another id in notice.yaml',
    })
  if (id === null || isTaken) return null
  const head: NoticeHead = {
    id,
    folder,
    titles: { en: titleOf(raw.titles.en), 'zh-Hant': titleOf(raw.titles['zh-Hant']) },
    ...defined('published', raw.published),
    place,
  }
  if (aligned !== 'none') return aligned === null ? null : { ...head, sides: null, aligned }
  return en == null || zh == null ? null : { ...head, sides: { en, 'zh-Hant': zh }, aligned: null }
}

function titleOf(raw: NoticeFile['titles']['en']): Title {
  return typeof raw === 'string' ? { text: raw, by: 'editor' } : { text: raw.text, by: raw.by ?? 'editor' }
}

function withoutDoubles(notices: readonly NoticeSpec[], faults: Fault[]): NoticeSpec[] {
  const byId = new Map<NoticeId, NoticeSpec>()
  for (const notice of notices) {
    const first = byId.get(notice.id)
    if (first === undefined) byId.set(notice.id, notice)
    else
      faults.push({
        file: `${notice.folder}/notice.yaml`,
        ...notice.place(['id']),
        what: `Two notices are called “${notice.id}”: this one and ${first.folder}`,
        todo: 'Give one of them another id',
      })
  }
  return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
}
