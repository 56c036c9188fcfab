import { join } from 'node:path'
import * as z from 'zod'
import { collectionSchema, noticeSchema, termsSchema } from '../../src/corpus/schema/content.ts'
import { writeWhole } from '../files.ts'
import { exit } from '../report.ts'

/** The content files' JSON Schemas by file name. An editor finds them through the first line of each YAML file. */
export function contentSchemas(): ReadonlyMap<string, string> {
  const schemas = { collection: collectionSchema, notice: noticeSchema, terms: termsSchema }
  return new Map(
    Object.entries(schemas).map(([name, schema]) => [
      `${name}.schema.json`,
      `${JSON.stringify(z.toJSONSchema(schema, { io: 'input' }), null, 2)}\n`,
    ]),
  )
}

export async function schemas({ content }: { readonly content: string }): Promise<number> {
  for (const [name, text] of contentSchemas()) await writeWhole(join(content, '.schema', name), text)
  process.stdout.write(`3 schemas written to ${join(content, '.schema')}\n`)
  return exit.done
}
