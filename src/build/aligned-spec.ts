import type { Fault } from '../corpus/fault.ts'
import { byLang, langs, type ByLang } from '../corpus/lang.ts'
import type { NoticeFile, SideFile } from '../corpus/schema/content.ts'
import { endings } from './side-spec.ts'
import type { PlaceInFile } from './yaml.ts'

/** A notice whose two texts came in one file, row by row. */
export type AlignedSpec = {
  /** Path relative to the content folder. */
  readonly path: string
  readonly format: 'tsv' | 'tmx'
  readonly bytes: Uint8Array
  readonly declared: ByLang<SideFile>
}

const names = ['aligned.tsv', 'aligned.tmx'] as const

/**
 * Finds a notice's aligned text. `none` when it has none; `null`, with faults added to the list, when it can't be used:
 * such a notice has no other source, and nothing may be declared that only a source of one side can have.
 */
export function alignedSpec(
  folder: string,
  raw: NoticeFile,
  files: ReadonlyMap<string, Uint8Array>,
  faults: Fault[],
  place: PlaceInFile,
): AlignedSpec | null | 'none' {
  const found = names.map((name) => `${folder}/${name}`).filter((path) => files.has(path))
  const [path] = found
  if (path === undefined) return 'none'
  const notice = `${folder}/notice.yaml`
  const before = faults.length
  const sources = langs
    .flatMap((lang) => endings.map((ending) => `${folder}/${lang}.${ending}`))
    .filter((source) => files.has(source))
  if (found.length + sources.length > 1)
    faults.push({
      file: folder,
      what: `This notice has more texts than one: ${[...found, ...sources].join(', ')}`,
      todo: 'Keep the aligned one, or the two sides without it',
    })
  const refuse = (key: readonly string[], why: string, todo: string): void => {
    faults.push({ file: notice, ...place(key), what: `“${key.join('.')}” ${why}`, todo })
  }
  if (raw.drop !== undefined) refuse(['drop'], noBlocks, dropRow)
  for (const lang of langs) {
    const side = raw.sides?.[lang] ?? {}
    const title = raw.titles[lang]
    if (side.file !== undefined) refuse(['sides', lang, 'file'], 'names a source beside the aligned text', takeOut)
    if (side.encoding !== undefined)
      refuse(['sides', lang, 'encoding'], 'is one side’s, and the aligned text is one file', 'Save it as UTF-8')
    if (side.drop !== undefined) refuse(['sides', lang, 'drop'], noBlocks, dropRow)
    if (typeof title !== 'string' && title.by === 'source')
      refuse(['titles', lang, 'by'], 'can’t be source: no row of an aligned text is a title', 'Write by: editor')
  }
  if (faults.length > before) return null
  return {
    path,
    format: path.endsWith('.tmx') ? 'tmx' : 'tsv',
    bytes: files.get(path) ?? new Uint8Array(),
    declared: byLang((lang) => raw.sides?.[lang] ?? {}),
  }
}

const noBlocks = 'has nothing to drop from: an aligned text has rows and no blocks'
const dropRow = 'Take it out, and the row out of the aligned text'
const takeOut = 'Take it out'
