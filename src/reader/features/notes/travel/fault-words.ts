import type { TFunction } from 'i18next'
import type { NoteFault, NoteFaultKey } from '../../../../annotations/note-fault.ts'

const keys = {
  'not-json': 'fault.notJson',
  'no-annotations': 'fault.noAnnotations',
  'file-too-large': 'fault.fileTooLarge',
  'too-many': 'fault.tooMany',
  'not-an-annotation': 'fault.notAnAnnotation',
  'bad-date': 'fault.badDate',
  'no-target': 'fault.noTarget',
  'body-not-text': 'fault.bodyNotText',
  'no-quote': 'fault.noQuote',
  'bad-position': 'fault.badPosition',
  'too-long': 'fault.tooLong',
  'too-many-tags': 'fault.tooManyTags',
  'too-many-rows': 'fault.tooManyRows',
  twice: 'fault.twice',
  'link-version': 'fault.linkVersion',
  'link-broken': 'fault.linkBroken',
  'link-too-long': 'fault.linkTooLong',
  'link-too-many': 'fault.linkTooMany',
} as const satisfies Record<NoteFaultKey, string>

/** What is wrong with an annotation from outside, in the reader's language. */
export function faultWords({ key, limit, found }: NoteFault, t: TFunction<'notes'>): string {
  return t(keys[key], { limit: limit ?? 0, found: found ?? '' })
}
