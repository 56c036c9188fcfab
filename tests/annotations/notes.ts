import { annotationId, type Annotation } from '../../src/annotations/annotation.ts'
import type { Target } from '../../src/annotations/annotation.ts'
import { parseNoticeId, rowId, sentenceId } from '../../src/corpus/ids.ts'

export const now = '2024-05-01T08:00:00.000Z'

type Given = Partial<Omit<Annotation, 'id' | 'target'>> & Partial<Target> & { readonly number: number }

/** An annotation that says only what a test is about. */
export function anAnnotation({ number, created, modified, creator, colour, tags, note, ...target }: Given): Annotation {
  const notice = parseNoticeId('a-plan')
  if (notice === null) throw new Error('no notice id')
  return {
    id: annotationId(`00000000-0000-4000-8000-${String(number).padStart(12, '0')}`),
    created: created ?? now,
    modified: modified ?? created ?? now,
    ...(creator === undefined ? {} : { creator }),
    colour: colour ?? 'yellow',
    tags: tags ?? [],
    note: note ?? '',
    target: {
      kind: 'words',
      notice,
      lang: 'zh-Hant',
      rows: [rowId(2)],
      sentences: [sentenceId(rowId(2), 1)],
      quote: { exact: '不少於750個', prefix: '【國家層面】建設累計', suffix: '國家臨床重點專科建設項目；\n' },
      position: { start: 40, end: 47 },
      version: '0123456789abcdef',
      ...target,
    },
  }
}
