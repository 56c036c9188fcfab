import * as z from 'zod'

/**
 * What an author may write: `collection.yaml`, `terms.yaml` and each `notice.yaml`.
 * These schemas are the truth: they type the code, check the files, and are written out as JSON Schema
 * (draft 2020-12) so that an editor completes the keys. Every `describe` is what the editor then shows.
 */
const words = z.string().regex(/\S/u, 'must not be empty')

const slug = words.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u, 'is no slug')

/** `2021-12-17`, `2021-12-17T10:12` or with seconds; no zone, since a notice states local time. */
const localDate = words.refine(isLocalDate, 'is no date')

const day = words.refine((text) => isLocalDate(text) && text.length === 10, 'is no date')

function isLocalDate(text: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2}))?)?$/.exec(text)
  if (parts === null) return false
  const [year = 0, month = 0, date = 0, hour = 0, minute = 0, second = 0] = parts
    .slice(1)
    .map((part) => Number(part || 0))
  const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate()
  return month >= 1 && month <= 12 && date >= 1 && date <= lastDay && hour < 24 && minute < 60 && second < 60
}

const title = z.union([
  words,
  z.strictObject({
    text: words.describe('The title as it is shown.'),
    by: z
      .enum(['source', 'editor'])
      .optional()
      .describe(
        'source: these words stand in the source; that block becomes the title and is no row. editor, the default: written for this edition.',
      ),
  }),
])

const pattern = words.refine((source) => {
  try {
    new RegExp(source, 'u')
    return true
  } catch {
    return false
  }
}, 'is no regular expression')

const drop = z.union([
  z.strictObject({
    text: words.describe('A whole block to drop, as received or as recovered; width and white space do not matter.'),
    reason: words.describe('Why it is no part of the notice. Shown to readers.'),
  }),
  z.strictObject({
    pattern: pattern.describe('A regular expression (ECMAScript, flag u); each block in which it matches is dropped.'),
    reason: words.describe('Why these blocks are no part of the notice. Shown to readers.'),
  }),
])

const drops = z
  .union([z.literal('auto'), z.array(z.union([z.literal('auto'), drop]))])
  .describe('Blocks that are no part of the notice. auto: also those that `duidu check` would propose.')

/** Kinds of repair that an author may switch off for a side. */
const keepable = [
  'readings',
  'slips',
  'punctuation',
  'mojibake',
  'entities',
  'line-breaks',
  'spaces',
  'width',
  'compatibility',
  'controls',
] as const

const side = z.strictObject({
  file: words.optional().describe('The source file beside this one. By default en.* or zh-Hant.*'),
  encoding: words.optional().describe('The encoding of the file, where it is known: utf-8, gb18030, big5, utf-16le …'),
  site: words.optional().describe('The name of the site that it was received from.'),
  page: words.optional().describe('The address of the page, shown as text and never as a link.'),
  author: words.optional().describe('The author or publisher that the page names.'),
  retrieved: day.optional().describe('The day on which it was retrieved: 2021-12-31.'),
  drop: drops.optional(),
  keep: z
    .array(z.enum(keepable))
    .optional()
    .describe('Kinds of repair that must not be made here, for example readings in a pinyin lesson.'),
  corrections: z
    .array(
      z.strictObject({
        was: words.describe('The received text, exactly.'),
        is: z.string().describe('What it should be.'),
        reason: words.describe('Why.'),
      }),
    )
    .optional()
    .describe('Repairs that a person declares. Each must still match the received text.'),
})

export const noticeSchema = z
  .strictObject({
    id: slug.optional().describe('The name in links, a slug. By default the folder’s name.'),
    titles: z.strictObject({ en: title, 'zh-Hant': title }).describe('The title in each language.'),
    published: localDate.optional().describe('When it was published: 2021-12-17 or 2021-12-17T10:12:10, local time.'),
    drop: z.literal('auto').optional().describe('auto: on both sides, drop what `duidu check` would propose.'),
    sides: z.strictObject({ en: side.optional(), 'zh-Hant': side.optional() }).optional(),
  })
  .describe('A Duidu notice: two received texts and what is known of them.')

export const collectionSchema = z
  .strictObject({
    title: z.strictObject({ en: words, 'zh-Hant': words }).describe('The name of the collection.'),
    description: z.strictObject({ en: words, 'zh-Hant': words }).optional(),
    base: z
      .url({ protocol: /^https?$/u, error: 'is no web address' })
      .optional()
      .describe('The address that the site will stand at, for canonical links. Pages work anywhere without it.'),
  })
  .describe('A Duidu collection of notices.')

const term = z.union([
  words,
  z.strictObject({
    term: words,
    status: z.enum(['preferred', 'admitted', 'deprecated']).optional(),
    abbreviation: z.boolean().optional(),
  }),
])

const termList = z
  .union([words, z.array(term).min(1, 'must not be empty')])
  .describe('The terms of this language, the preferred one first.')

const termEntry = z.strictObject({
  id: slug.describe('The name in links, a slug: regenerative-medicine.'),
  en: termList,
  'zh-Hant': termList,
  definition: z.strictObject({ en: words.optional(), 'zh-Hant': words.optional() }).optional(),
  note: words.optional(),
  subject: words.optional(),
  source: words.optional(),
})

export const termsSchema = z
  .strictObject({ terms: z.array(termEntry) })
  .describe('Bilingual term entries of a Duidu collection.')

export type NoticeFile = z.infer<typeof noticeSchema>
export type SideFile = z.infer<typeof side>
export type CollectionFile = z.infer<typeof collectionSchema>
export type TermsFile = z.infer<typeof termsSchema>
export type DropRule = z.infer<typeof drop>
