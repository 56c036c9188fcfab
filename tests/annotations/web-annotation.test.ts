import { existsSync, readdirSync, readFileSync } from 'node:fs'
import Ajv from 'ajv'
import jsonld from 'jsonld'
import { describe, expect, it } from 'vitest'
import type { Annotation } from '../../src/annotations/annotation.ts'
import { readAnnotations } from '../../src/annotations/import.ts'
import { context } from '../../src/annotations/vocabulary.ts'
import { formatAnnotation, formatCollection } from '../../src/annotations/web-annotation-write.ts'
import { anAnnotation, now } from './notes.ts'

/** The processor's own types have callbacks and promises in one, which tells a checker nothing. */
const processor = jsonld as unknown as Record<
  'expand' | 'toRDF' | 'fromRDF' | 'compact' | 'frame',
  (value: unknown, ...rest: readonly unknown[]) => Promise<unknown>
> & { readonly canonize: (value: unknown, options: object) => Promise<string> }

const suite = '../shared/suites/w3c-annotation'
const here = existsSync(suite)
const json = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'))

const annotations: readonly Annotation[] = [
  anAnnotation({ number: 1 }),
  anAnnotation({
    number: 2,
    note: '*Important*, 𠮷野家 <b>',
    tags: ['beds', '病床'],
    creator: '陳小姐',
    colour: 'teal',
  }),
  anAnnotation({ number: 3, tags: ['only a tag'], kind: 'row' }),
  anAnnotation({ number: 4, rows: [], version: '' }),
]

const read = async (value: unknown): Promise<readonly Annotation[]> => {
  const { annotations: ours, faults } = await readAnnotations(JSON.stringify(value), { now })
  expect(faults).toEqual([])
  return ours
}

describe('Web Annotations', () => {
  it('come back from an export as they were', async () => {
    expect(
      await read(formatCollection(annotations, { label: 'Mine', page: (id) => `https://example.org/${id}/` })),
    ).toEqual(annotations)
  })

  it.runIf(here)('meet all 54 MUSTs of the W3C’s suite (needs ../shared)', () => {
    const ajv = new Ajv({ schemaId: 'id', meta: false, unknownFormats: 'ignore', logger: false })
    ajv.addMetaSchema(json('node_modules/ajv/lib/refs/json-schema-draft-04.json') as object)
    for (const name of readdirSync(`${suite}/definitions`).filter((file) => file.endsWith('.json')))
      ajv.addSchema(json(`${suite}/definitions/${name}`) as object, name)
    const { assertions } = json(`${suite}/annotations/annotationMusts.test`) as { assertions: string[] }
    expect(assertions).toHaveLength(54)
    const failed = assertions.flatMap((file) => {
      const schema = json(`${suite}/${file}`) as { expectedResult: string; errorMessage: string }
      const validate = ajv.compile(schema)
      return annotations.flatMap((one) =>
        validate(formatAnnotation(one)) === (schema.expectedResult === 'valid')
          ? []
          : [`${file}: ${schema.errorMessage}`],
      )
    })
    expect(failed).toEqual([])
    // The suite does tell good from bad.
    const needsTarget = ajv.getSchema('3.1-targetKeyFound.json')
    expect(needsTarget?.({ ...formatAnnotation(anAnnotation({ number: 1 })), target: undefined })).toBe(false)
  })

  it.runIf(here)('say the same in RDF after a JSON-LD processor had them (needs ../shared)', async () => {
    const loader = (url: string): Promise<object> =>
      url === context[0]
        ? Promise.resolve({ contextUrl: undefined, documentUrl: url, document: json(`${suite}/anno.jsonld`) })
        : Promise.reject(new Error(`no network: ${url}`))
    const options = { documentLoader: loader, algorithm: 'URDNA2015', format: 'application/n-quads', embed: '@always' }
    const quads = (value: unknown): Promise<string> => processor.canonize(value, options)
    const exported = formatCollection(annotations)
    const before = await quads(exported)
    expect(before).toContain('<http://www.w3.org/ns/oa#exact>')
    expect(before.split('\n').length).toBeGreaterThan(100)

    const compacted = await processor.compact(await processor.expand(exported, options), context, options)
    expect(await quads(formatCollection(await read(compacted)))).toBe(before)

    const graph = await processor.fromRDF(await processor.toRDF(exported, { documentLoader: loader }))
    const framed = await processor.frame(graph, { '@context': context, type: 'AnnotationCollection' }, options)
    expect(await quads(formatCollection(await read(framed)))).toBe(before)
  })

  it.runIf(here)('of other programs come in, each or with the reason why not (needs ../shared)', async () => {
    const samples = readdirSync(`${suite}/samples/correct`)
    expect(samples.length).toBeGreaterThan(40)
    const results = await Promise.all(
      samples.map(async (name) => {
        const {
          annotations: ours,
          foreign,
          faults,
        } = await readAnnotations(readFileSync(`${suite}/samples/correct/${name}`, 'utf8'), { now })
        return { name, count: ours.length + foreign.length, faults: faults.map(({ key }) => key) }
      }),
    )
    // A collection whose pages are elsewhere has nothing in it to read.
    expect(results.filter(({ count }) => count === 0)).toEqual([
      { name: 'example41.json', count: 0, faults: ['no-annotations'] },
    ])
    expect(results.filter(({ faults }) => faults.length > 0).map(({ name }) => name)).toEqual(['example41.json'])
  })
})
