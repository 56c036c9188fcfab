import type { Annotation } from '../../../../annotations/annotation.ts'
import { formatCollection } from '../../../../annotations/web-annotation-write.ts'
import { changeMemory } from '../state/memory.ts'
import type { Session } from '../state/session.ts'
import { noticeAddress } from './addresses.ts'

/** Hands a file to the reader. Nothing leaves the browser. */
export function download(name: string, type: string, text: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type }))
  link.download = name
  link.click()
  // The browser has to have begun by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

export function fileName(ending: string): string {
  return `duidu-notes-${new Date().toISOString().slice(0, 10)}.${ending}`
}

/** Every note with all that it has, as W3C Web Annotations: the file that can be taken in again. */
export function downloadJson({ reader, own }: Session, notes: readonly Annotation[]): void {
  const collection = formatCollection(notes, { page: (notice) => noticeAddress(reader, notice) })
  download(fileName('jsonld'), 'application/ld+json', `${JSON.stringify(collection, null, 1)}\n`)
  const kept = own()
  if (notes.filter(({ id }) => kept.has(id)).length === kept.size) changeMemory({ exported: new Date().toISOString() })
}
