import { langs, type Lang } from '../corpus/lang.ts'
import type { Term, TermEntry } from '../corpus/term.ts'

/**
 * Term entries as TBX-Basic: version 3 (ISO 30042:2019, data category as attribute) and, for older tools, version 2
 * (ISO 30042:2008, `martif`). Both hold the same: an entry's id, subject, note and source, each language's definition,
 * each term with its status and whether it is an abbreviation.
 *
 * Errors  a character that XML cannot hold (a control, a lone surrogate) is written as U+FFFD.
 */
export type TbxVersion = 2 | 3

export function formatTbx(entries: readonly TermEntry[], title: string, version: TbxVersion = 3): string {
  const names = version === 3 ? three : two
  const body = entries.map((entry) => formatEntry(entry, names)).join('')
  const about = `<fileDesc><titleStmt><title>${escaped(title)}</title></titleStmt><sourceDesc><p>Duidu term entries</p></sourceDesc></fileDesc>`
  return version === 3
    ? `<?xml version="1.0" encoding="UTF-8"?>\n<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">\n<tbxHeader>${about}</tbxHeader>\n<text><body>\n${body}</body></text>\n</tbx>\n`
    : `<?xml version="1.0" encoding="UTF-8"?>\n<martif type="TBX-Basic" xml:lang="en">\n<martifHeader>${about}<encodingDesc><p type="XCSURI">TBXBasicXCSV02.xcs</p></encodingDesc></martifHeader>\n<text><body>\n${body}</body></text>\n</martif>\n`
}

type Names = { readonly entry: string; readonly lang: string; readonly term: string }

const three: Names = { entry: 'conceptEntry', lang: 'langSec', term: 'termSec' }
const two: Names = { entry: 'termEntry', lang: 'langSet', term: 'tig' }

function formatEntry(entry: TermEntry, names: Names): string {
  const { id, subject, note, source } = entry
  const lines = [
    ` <${names.entry} id="${xmlId(id)}">`,
    subject === undefined ? '' : `  <descrip type="subjectField">${escaped(subject)}</descrip>`,
    source === undefined ? '' : `  <admin type="source">${escaped(source)}</admin>`,
    note === undefined ? '' : `  <note>${escaped(note)}</note>`,
    ...langs.flatMap((lang) => formatLanguage(entry, lang, names)),
    ` </${names.entry}>`,
  ]
  return `${lines.filter((line) => line !== '').join('\n')}\n`
}

/** An XML name begins with no digit; a term id holds no underscore, so that one in front can be taken off again. */
function xmlId(id: string): string {
  return /^[0-9]/u.test(id) ? `_${id}` : id
}

function formatLanguage(entry: TermEntry, lang: Lang, names: Names): string[] {
  const definition = entry.definition?.[lang]
  return [
    `  <${names.lang} xml:lang="${lang}">`,
    definition === undefined ? '' : `   <descrip type="definition">${escaped(definition)}</descrip>`,
    ...entry.terms[lang].map((term) => formatTerm(term, names)),
    `  </${names.lang}>`,
  ]
}

function formatTerm({ text, status, abbreviation }: Term, names: Names): string {
  const kind = abbreviation === true ? '<termNote type="termType">abbreviation</termNote>' : ''
  const standing = `<termNote type="administrativeStatus">${status}Term-admn-sts</termNote>`
  return `   <${names.term}><term>${escaped(text)}</term>${kind}${standing}</${names.term}>`
}

function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu, '\ufffd')
    .replace(/[&<>"]/gu, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign)
}
