import { langs, otherLang, type ByLang, type Lang } from '../corpus/lang.ts'
import type { Corpus } from '../corpus/notice.ts'
import { sliceRun, type Run } from '../corpus/run.ts'
import type { RowId } from '../corpus/ids.ts'
import type { Anchoring } from './anchor.ts'
import type { Annotation } from './annotation.ts'

/**
 * A report of annotations for people: each with both languages quoted, a citation and a link. Markdown for a text
 * editor, HTML for a browser or a printer. Words of the interface are handed in, in the reader's language.
 */
export type ReportEntry = {
  readonly annotation: Annotation
  readonly anchored: Anchoring
  /** The annotated words, and on the other side the sentences that translate theirs; empty when it has none. */
  readonly quotes: ByLang<string>
  /** Titles in both languages, where it came from, when; as text. */
  readonly citation: string
  /** Absolute, or empty when there is none. */
  readonly link: string
}

export type ReportWords = {
  readonly title: string
  /** What to call an annotation whose words are gone. */
  readonly orphan: string
  readonly tags: string
  /** BCP 47 tag of these words. */
  readonly locale: string
}

export function reportEntry(corpus: Corpus, annotation: Annotation, anchored: Anchoring, link: string): ReportEntry {
  return {
    annotation,
    anchored,
    quotes: quotesOf(corpus, annotation, anchored),
    citation: cite(corpus, anchored),
    link,
  }
}

function quotesOf(corpus: Corpus, { target }: Annotation, anchored: Anchoring): ByLang<string> {
  const { lang, quote } = target
  const other = otherLang(lang)
  const theirs = anchored.kind === 'orphan' ? '' : counterpart(corpus, other, anchored.sentences)
  const [ours] = [quote.exact]
  return lang === 'en' ? { en: ours, 'zh-Hant': theirs } : { en: theirs, 'zh-Hant': ours }
}

/** The text of some sentence beads on a side, in order. */
function counterpart(corpus: Corpus, lang: Lang, ids: readonly string[]): string {
  const wanted = new Set(ids)
  const { text, sentences } = corpus.sides[lang]
  const runs = corpus.rows
    .flatMap((row) => row.beads.filter(({ id }) => wanted.has(id)).map((bead) => bead[lang]))
    .flatMap((run): Run[] => sentences.slice(run.from, run.to))
  return runs.map((run) => sliceRun(text, run)).join(lang === 'en' ? ' ' : '')
}

/** “National Plan” / 「國家規劃」, 2021-12-17, example.org, p5 */
function cite(corpus: Corpus, anchored: Anchoring): string {
  const rows: readonly RowId[] = anchored.kind === 'orphan' ? [] : anchored.rows
  const [first] = rows
  const last = rows.at(-1)
  const sites = [...new Set(langs.flatMap((lang) => corpus.sides[lang].provenance.site ?? []))]
  return [
    `“${corpus.titles.en.text}” / 「${corpus.titles['zh-Hant'].text}」`,
    ...(corpus.published === undefined ? [] : [corpus.published.slice(0, 10)]),
    ...sites,
    ...(first === undefined || last === undefined ? [] : [first === last ? first : `${first}–${last}`]),
  ].join(', ')
}

export function formatMarkdown(entries: readonly ReportEntry[], words: ReportWords): string {
  const parts = entries.map(({ annotation, anchored, quotes, citation, link }) =>
    [
      ...langs.flatMap((lang) => (quotes[lang] === '' ? [] : [quoted(quotes[lang])])),
      ...(anchored.kind === 'orphan' ? [`*${inline(words.orphan)}*`] : []),
      // The note is Markdown already.
      ...(annotation.note === '' ? [] : [annotation.note]),
      ...(annotation.tags.length === 0 ? [] : [`${inline(words.tags)}: ${annotation.tags.map(inline).join(', ')}`]),
      `— ${inline(citation)}${isLink(link) ? ` <${link}>` : ''}`,
    ].join('\n\n'),
  )
  return `# ${inline(words.title)}\n\n${parts.join('\n\n---\n\n')}${parts.length === 0 ? '' : '\n'}`
}

function quoted(text: string): string {
  return text
    .split('\n')
    .map((line) => `> ${inline(line)}`)
    .join('\n>\n')
}

/** Text in Markdown: what could be taken for markup is escaped (CommonMark 2.4: any ASCII punctuation may be). */
function inline(text: string): string {
  return text
    .replaceAll(/[\r\n\t]+/gu, ' ')
    .replaceAll(/[\\`*_{}[\]<>#|~&!]/gu, '\\$&')
    .replace(/^(\s*)([-+=]|\d+(?=[.)]))/u, '$1\\$2')
    .replace(/^(\s*)\\(\d+)([.)])/u, '$1$2\\$3')
}

function isLink(link: string): boolean {
  return /^https?:\/\/[^\s<>"]+$/u.test(link)
}

/**
 * A whole document without script or style of its own; every value is escaped. `rendered` gives a note's Markdown as
 * HTML that is safe to show; without it notes are shown as they were written.
 */
export function formatHtml(
  entries: readonly ReportEntry[],
  words: ReportWords,
  rendered: (note: string) => string = (note) => `<p class="note">${escaped(note)}</p>`,
): string {
  const parts = entries.map(({ annotation, anchored, quotes, citation, link }) =>
    [
      '<article>',
      ...langs.flatMap((lang) =>
        quotes[lang] === '' ? [] : [`<blockquote lang="${lang}"><p>${escaped(quotes[lang])}</p></blockquote>`],
      ),
      ...(anchored.kind === 'orphan' ? [`<p><em>${escaped(words.orphan)}</em></p>`] : []),
      ...(annotation.note === '' ? [] : [rendered(annotation.note)]),
      ...(annotation.tags.length === 0
        ? []
        : [`<p>${escaped(words.tags)}: ${annotation.tags.map(escaped).join(', ')}</p>`]),
      `<footer>${escaped(citation)}${isLink(link) ? ` <a href="${escaped(link)}">${escaped(link)}</a>` : ''}</footer>`,
      '</article>',
    ].join('\n'),
  )
  return `<!doctype html>
<html lang="${escaped(words.locale)}">
<head><meta charset="utf-8"><title>${escaped(words.title)}</title></head>
<body>
<h1>${escaped(words.title)}</h1>
${parts.join('\n')}
</body>
</html>
`
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/gu, (sign) => entities[sign] ?? sign).replaceAll('\n', '<br>')
}
