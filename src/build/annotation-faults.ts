import type { NoteFault, NoteFaultKey } from '../annotations/note-fault.ts'

/** What is wrong with a published annotation, and what its editor can do, in the words of a `Fault`. */
export function annotationFault({ key, found, limit }: NoteFault): [what: string, todo: string] {
  const [what, todo] = words[key] ?? ['This annotation can’t be read', 'Take it out']
  const more = [found, limit].filter((one) => one !== undefined)
  return [more.length === 0 ? what : `${what}: ${more.join(', ')}`, todo]
}

const shorten = 'Shorten it, or make two of it'

/** Those of shared links can't occur in a file. */
const words: Partial<Record<NoteFaultKey, [what: string, todo: string]>> = {
  'not-json': ['This file is not valid JSON', 'Export the notes again as Web Annotations (JSON-LD)'],
  'no-annotations': ['There are no annotations in this file', 'Export the notes as Web Annotations (JSON-LD)'],
  'too-many': ['There are more annotations than a file may have', 'Leave out those that matter least'],
  'not-an-annotation': ['This is no Web Annotation', 'Take it out, or give it the type Annotation'],
  'bad-date': ['This is no date', 'Write it as 2021-12-17T10:12:10Z'],
  'no-target': ['This annotation has no target', 'Say in it which words it is about'],
  'body-not-text': ['The body of this annotation is no text', 'Write a text, or take it out'],
  'no-quote': ['This annotation quotes no words to find its place by', 'Give it a TextQuoteSelector'],
  'bad-position': ['This is no position', 'Count start and end from 0 in whole numbers'],
  'too-long': ['A text of this annotation is longer than it may be', shorten],
  'too-many-tags': ['This annotation has more tags than it may have', 'Leave out those that matter least'],
  'too-many-rows': ['This annotation spans more rows than it may', shorten],
}
