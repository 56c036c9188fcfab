import type { Annotation, AnnotationId } from '../../../../annotations/annotation.ts'
import { parseAnnotationId } from '../../../../annotations/annotation.ts'
import type { NoticeId } from '../../../../corpus/ids.ts'
import type { Reader } from '../../../islands/reader.ts'

/** The absolute address of a notice's page in the reader's language, without parameters. */
export function noticeAddress({ page }: Reader, notice: NoticeId): string {
  return new URL(`${page.root}${page.locale}/${notice}/`, document.baseURI).href
}

const scheme = 'urn:uuid:'

/** A link to one note: `…?note=<uuid>#p5`. It opens the note where this browser has it, or where it is published. */
export function noteAddress(reader: Reader, { id, target }: Annotation): string {
  return `${noticeAddress(reader, target.notice)}?note=${id.slice(scheme.length)}#${target.rows[0] ?? ''}`
}

/** The note that an address names, if any. */
export function noteInAddress(search: string): AnnotationId | null {
  const named = new URLSearchParams(search).get('note')
  return named === null ? null : parseAnnotationId(scheme + named)
}
