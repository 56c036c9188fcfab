/**
 * Is this file no text at all? Looks at the first bytes for the marks of formats that people drop into a folder by
 * mistake. Answers what it looks like and what to do, in words that a sentence can hold; `null` when no mark fits.
 */
export type Binary = { readonly looksLike: string; readonly todo: string }

const saveAs = 'Open it and save its text as a .txt, .md or .html file'

const marks: readonly (Binary & { readonly bytes: readonly number[] })[] = [
  { bytes: ascii('%PDF'), looksLike: 'a PDF document', todo: 'Copy its text into a .txt, .md or .html file' },
  { bytes: [0x50, 0x4b, 3, 4], looksLike: 'a ZIP archive', todo: 'Unpack it and use the text file that it holds' },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], looksLike: 'an old Word or Excel file', todo: saveAs },
  { bytes: ascii('{\\rtf'), looksLike: 'a rich text (RTF) document', todo: saveAs },
  { bytes: [0x89, ...ascii('PNG')], looksLike: 'a PNG picture', todo: 'Use the text that the picture shows' },
  { bytes: [0xff, 0xd8, 0xff], looksLike: 'a JPEG picture', todo: 'Use the text that the picture shows' },
  { bytes: ascii('GIF8'), looksLike: 'a GIF picture', todo: 'Use the text that the picture shows' },
  { bytes: [0x1f, 0x8b, 8], looksLike: 'a gzip archive', todo: 'Unpack it and use the text file that it holds' },
  { bytes: [...ascii('7z'), 0xbc, 0xaf], looksLike: 'a 7-Zip archive', todo: 'Unpack it and use the text in it' },
  { bytes: ascii('Rar!'), looksLike: 'a RAR archive', todo: 'Unpack it and use the text file that it holds' },
  { bytes: [0x7f, ...ascii('ELF')], looksLike: 'a program', todo: 'Use a text file instead' },
  { bytes: ascii('SQLite format 3'), looksLike: 'a database', todo: 'Use a text file instead' },
]

/** A ZIP's first entries tell which office format it is; names lie in clear within this many bytes. */
const zipNamesWithin = 4096

const offices: readonly (readonly [part: string, looksLike: string])[] = [
  ['word/', 'a Word document (DOCX)'],
  ['xl/', 'an Excel workbook (XLSX)'],
  ['ppt/', 'a PowerPoint presentation (PPTX)'],
  ['application/epub+zip', 'an EPUB book'],
  ['application/vnd.oasis.opendocument', 'an OpenDocument file'],
  ['[Content_Types].xml', 'an Office document (DOCX, XLSX or PPTX)'],
]

export function binaryFormat(bytes: Uint8Array): Binary | null {
  const mark = marks.find((known) => known.bytes.every((byte, at) => bytes[at] === byte))
  if (mark === undefined) return null
  if (mark.looksLike !== 'a ZIP archive') return { looksLike: mark.looksLike, todo: mark.todo }
  const names = Array.from(bytes.subarray(0, zipNamesWithin), (byte) => String.fromCharCode(byte)).join('')
  const office = offices.find(([part]) => names.includes(part))
  return office === undefined ? { looksLike: mark.looksLike, todo: mark.todo } : { looksLike: office[1], todo: saveAs }
}

function ascii(text: string): number[] {
  return Array.from(text, (character) => character.charCodeAt(0))
}
