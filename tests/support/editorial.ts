import { annotationId, type Annotation } from '../../src/annotations/annotation.ts'
import { describe } from '../../src/annotations/describe.ts'
import { groundOf } from '../../src/annotations/ground.ts'
import { formatCollection } from '../../src/annotations/web-annotation-write.ts'
import { buildAnnotations, type PublishedAnnotations } from '../../src/build/annotations.ts'
import type { Lang } from '../../src/corpus/lang.ts'
import type { Corpus } from '../../src/corpus/notice.ts'

/** A note on some words of a corpus, as an editor would publish it. */
export function noteOn(corpus: Corpus, lang: Lang, words: string, number: number): Annotation {
  const ground = groundOf(corpus, lang)
  const from = ground.text.indexOf(words)
  const target = describe(ground, { from, to: from + words.length })
  if (target === null) throw new Error(`no such words: ${words}`)
  const day = '2022-01-05T08:00:00.000Z'
  const id = annotationId(`00000000-0000-4000-8000-${String(number).padStart(12, '0')}`)
  return { id, created: day, modified: day, colour: 'teal', tags: ['editorial'], note: `on *${words}*`, target }
}

/** One editor's note on each of some words. */
export function editorialOf(corpus: Corpus, places: readonly (readonly [Lang, string])[]): PublishedAnnotations {
  const notes = places.map(([lang, words], at) => noteOn(corpus, lang, words, at + 1))
  const text = JSON.stringify(formatCollection(notes))
  return buildAnnotations(corpus, { file: 'annotations.jsonld', text }).published
}
