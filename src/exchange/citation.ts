import type { ByLang, Lang } from '../corpus/lang.ts'

/**
 * A passage of a notice, cited: its words, where they stand, when it was published, and a link.
 *
 * Each language is cited in its own words and punctuation, whatever the interface speaks. Formats:
 * - `text`      one paragraph a language
 * - `markdown`  CommonMark: a block quotation and a source line, all characters that mean something escaped
 * - `html`      a `blockquote` with `lang` and `cite`, escaped
 * - `bibtex`    one `@online` entry (biblatex), UTF-8, special characters escaped
 *
 * Errors  none. A language without words at this place is left out.
 */
export const citationFormats = ['text', 'markdown', 'html', 'bibtex'] as const

export type CitationFormat = (typeof citationFormats)[number]

export type Citation = {
  /** `p5`, `p5.2` or `p2-p4`. */
  readonly locus: string
  readonly notice: string
  readonly titles: ByLang<string>
  /** The words cited; paragraphs are parted by line feeds. Empty where a side has none. */
  readonly words: ByLang<string>
  /** ISO 8601 day, as far as it is known. */
  readonly published: string | null
  /** The day in each language's words. */
  readonly day: ByLang<string> | null
  readonly collection: ByLang<string>
  readonly link: string
}

export function formatCitation(citation: Citation, langs: readonly Lang[], format: CitationFormat): string {
  const cited = langs.filter((lang) => citation.words[lang] !== '')
  if (format === 'bibtex') return bibtex(citation, cited)
  const write = { text: asText, markdown: asMarkdown, html: asHtml }[format]
  return cited.map((lang) => write(citation, lang)).join(format === 'html' ? '\n' : '\n\n')
}

const place: ByLang<(locus: string) => string> = {
  en: (locus) => `${locus.includes('-') ? 'paragraphs' : locus.includes('.') ? 'sentence' : 'paragraph'} ${locus}`,
  'zh-Hant': (locus) => (locus.includes('.') ? `第 ${locus} 句` : `第 ${locus} 段`),
}

/** Where the words stand, without the link. */
function source({ titles, day, collection, locus }: Citation, lang: Lang, title: (text: string) => string): string {
  const shown = title(titles[lang])
  const date = day === null ? '' : lang === 'en' ? `, ${day.en}` : `，${day['zh-Hant']}`
  return lang === 'en'
    ? `${shown}${date}, ${place.en(locus)} (${collection.en})`
    : `${shown}${date}，${place['zh-Hant'](locus)}（${collection['zh-Hant']}）`
}

function asText(citation: Citation, lang: Lang): string {
  const { words, link } = citation
  return lang === 'en'
    ? `“${words.en}” ${source(citation, lang, (title) => `“${title}”`)}. ${link}`
    : `「${words['zh-Hant']}」${source(citation, lang, (title) => `《${title}》`)}。${link}`
}

function asMarkdown(citation: Citation, lang: Lang): string {
  const quote = citation.words[lang]
    .split('\n')
    .map((line) => `> ${escapeMarkdown(line)}`)
    .join('\n>\n')
  const from = source(
    { ...citation, collection: eachEscaped(citation.collection) },
    lang,
    (title) => `[${escapeMarkdown(title)}](<${citation.link.replaceAll('<', '%3C').replaceAll('>', '%3E')}>)`,
  )
  return `${quote}\n>\n> — ${from}`
}

function eachEscaped(words: ByLang<string>): ByLang<string> {
  return { en: escapeMarkdown(words.en), 'zh-Hant': escapeMarkdown(words['zh-Hant']) }
}

/** Every ASCII punctuation mark may be escaped in CommonMark (2.4); those that can mean something are. */
function escapeMarkdown(text: string): string {
  return text.replaceAll(/[\\`*_{}[\]<>()#+\-.!|~&]/g, '\\$&')
}

function asHtml(citation: Citation, lang: Lang): string {
  const paragraphs = citation.words[lang]
    .split('\n')
    .map((line) => `<p>${escapeHtml(line)}</p>`)
    .join('')
  const from = source(
    {
      ...citation,
      collection: { en: escapeHtml(citation.collection.en), 'zh-Hant': escapeHtml(citation.collection['zh-Hant']) },
    },
    lang,
    (title) => `<cite><a href="${escapeHtml(citation.link)}">${escapeHtml(title)}</a></cite>`,
  )
  return `<blockquote lang="${lang}" cite="${escapeHtml(citation.link)}">${paragraphs}<footer>${from}</footer></blockquote>`
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

function bibtex(
  { notice, locus, titles, words, published, collection, link }: Citation,
  langs: readonly Lang[],
): string {
  const first: Lang = langs[0] ?? 'en'
  const other: Lang | undefined = langs[1]
  const fields: readonly (readonly [string, string | null])[] = [
    ['title', `{${escapeBibtex(titles[first])}}`],
    ['titleaddon', other === undefined ? null : escapeBibtex(titles[other])],
    ['organization', escapeBibtex(collection[first])],
    ['date', published === null ? null : published.slice(0, 10)],
    ['pagination', 'paragraph'],
    ['pages', locus.replace('-', '--')],
    ['url', link.replaceAll(/[{}\\]/g, (character) => encodeURIComponent(character))],
    ['langid', langs.length > 1 ? null : first === 'en' ? 'english' : 'chinese'],
    ['annotation', langs.map((lang) => escapeBibtex(words[lang].replaceAll('\n', ' '))).join(' / ')],
  ]
  const lines = fields.flatMap(([name, value]) => (value === null ? [] : [`  ${name} = {${value}}`]))
  return `@online{${notice}-${locus},\n${lines.join(',\n')}\n}`
}

const bibtexWords: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
}

function escapeBibtex(text: string): string {
  return text.replaceAll(/[\\{}~^&%$#_]/g, (character) => bibtexWords[character] ?? `\\${character}`)
}
