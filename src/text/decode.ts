import { binaryFormat } from './decode-binary.ts'
import { findDamage } from './decode-damaged.ts'
import { charsetInPage, parseEncoding, type Encoding } from './decode-label.ts'
import { isLikelyText, likeliest, readings, type Reading, type Readings } from './decode-weigh.ts'
import { likelihood } from './decode-likely.ts'
import { placeOfByte, wellFormedShare } from './decode-utf8.ts'

/**
 * Bytes as received -> text, with the encoding they were in and how that is known.
 *
 * Order    byte order mark; what the author or the page declares; UTF-8 if every byte is right; UTF-16 and the
 *          double-byte encodings by how likely each reading is, the guesser's word breaking near ties.
 *          A declaration that the bytes contradict is reported and passed over.
 * Shapes   the decoders are handed in: this room knows of no platform.
 * Units    offsets count bytes of the file from 0. The text leaves the byte order mark out.
 * Errors   a file that cannot be read comes back as `Undecodable`, with words for a fault.
 */
export function decodeSource(bytes: Uint8Array, tools: Decoders, declared?: string): Decoded | Undecodable {
  if (bytes.length === 0)
    return undecodable('empty', 'The file is empty', 'Put the text into it, as UTF-8 if you can choose')
  const mark = byteOrderMark(bytes)
  if (mark?.encoding === null) return undecodable('unknown', `The file looks like ${mark.name}`, saveAsUtf8, 0)
  const binary = mark === null ? binaryFormat(bytes) : null
  if (binary !== null)
    return undecodable('binary', `The file is no text: it looks like ${binary.looksLike}`, binary.todo, 0)

  const body = mark === null ? bytes : bytes.subarray(mark.length)
  const read = readings(body, tools)
  const declaration = declarationOf(bytes, declared)
  if (mark !== null) {
    const text = read(mark.encoding)
    if (text === null) return brokenBody(body, mark, tools)
    return finished(text, mark.encoding, 'mark', declaration, body, tools, mark.length > 0)
  }

  const wanted = declaration === null ? null : parseEncoding(declaration.label)
  const declaredText = wanted === null ? null : read(wanted)
  const evidence = byEvidence(body, read, tools)
  if (wanted !== null && declaredText !== null && !isContradicted(declaredText, evidence))
    return finished(declaredText, wanted, 'declared', declaration, body, tools)
  if (!evidence.ok) return evidence
  return finished(evidence.text, evidence.encoding, evidence.by, declaration, body, tools)
}

/** What the platform lends. Encodings are those of `decode-label.ts`; no decoder treats byte order marks. */
export type Decoders = {
  /** The text, or `null` when any byte is not valid in that encoding. */
  readonly decode: (bytes: Uint8Array, encoding: Encoding) => string | null
  /** Labels of encodings, likeliest first; may be empty. */
  readonly guess: (bytes: Uint8Array) => readonly string[]
  /** The way back, or `null` when a character has no code; only to tell whether decoding lost anything. */
  readonly encode?: (text: string, encoding: Encoding) => Uint8Array | null
}

export type Decoded = {
  readonly ok: true
  readonly text: string
  readonly encoding: Encoding
  /** How the encoding is known. */
  readonly by: 'mark' | 'declared' | 'evidence'
  /** Did the file begin with a byte order mark? It is no part of `text`. */
  readonly bom: boolean
  /** Does encoding `text` give the same bytes again (after the mark)? `null` when it cannot be told. */
  readonly lossless: boolean | null
  /** What was declared, by whom, and whether the bytes agree; `null` when nothing was. */
  readonly declaration: Declaration | null
  /** What the author should know though the file could be read, as for a fault. */
  readonly doubts: readonly { readonly by: Declaration['by']; readonly what: string; readonly todo: string }[]
}

type Declaration = {
  readonly label: string
  readonly by: 'author' | 'page'
  /** `unknown`: no encoding that is read here has this label. */
  readonly verdict: 'fits' | 'contradicted' | 'unknown'
}

/** A file that is no readable text; `what` and `todo` are sentences without their full stop, ready for a fault. */
export type Undecodable = {
  readonly ok: false
  readonly reason: 'empty' | 'binary' | 'damaged' | 'unknown'
  readonly what: string
  readonly todo: string
  /** The first byte that shows it; absent when it is the file as a whole. */
  readonly offset?: number
  /** The same place as line and column (UTF-16 code units), from 1; as far as the file is UTF-8 up to there. */
  readonly place?: { readonly line: number; readonly column: number }
}

const saveAsUtf8 = 'Save the file again as UTF-8'
const mendAndSave = 'Get the file again, or mend that place and save it as UTF-8'

/** nats by which another reading must be likelier before a declaration counts as wrong: e to the 15th is 3 million. */
const contradiction = 15

function isContradicted(text: string, evidence: Evidence): boolean {
  if (!evidence.ok) return evidence.reason === 'binary'
  return likelihood(evidence.text) > likelihood(text) + contradiction
}

type Evidence = (Reading & { readonly ok: true; readonly by: 'evidence' }) | Undecodable

function byEvidence(body: Uint8Array, read: Readings, tools: Decoders): Evidence {
  const utf8 = read('utf-8')
  if (utf8 !== null && isLikelyText(utf8)) return { ok: true, text: utf8, encoding: 'utf-8', by: 'evidence' }
  const sound = wellFormedShare(body)
  if (utf8 === null && sound.sequences >= enoughSequences && sound.share >= mostlyUtf8)
    return undecodable(
      'damaged',
      `The file is UTF-8 but for byte ${hex(body[sound.firstFault])} at offset ${sound.firstFault}, which fits nothing there`,
      mendAndSave,
      sound.firstFault,
      placeOfByte(body, sound.firstFault),
    )
  const best = likeliest(read, tools.guess(body))
  // Valid UTF-8 with control characters: UTF-16 of some other text, or else UTF-8 that was damaged before it was saved.
  if (utf8 !== null && !utf8.includes('\0') && best?.encoding.startsWith('utf-16') !== true)
    return { ok: true, text: utf8, encoding: 'utf-8', by: 'evidence' }
  if (best !== null) return { ok: true, ...best, by: 'evidence' }
  const damage = findDamage(body, tools.decode)
  if (damage !== null) return undecodable('damaged', damage.what, mendAndSave, damage.offset, damage.place)
  const nul = body.indexOf(0)
  if (nul >= 0)
    return undecodable(
      'binary',
      `The file is no text: it holds a zero byte at offset ${nul} and is no UTF-16`,
      'Use a text file (.txt, .md or .html) instead',
      nul,
    )
  return undecodable(
    'unknown',
    `No encoding that is read here decodes the file; as UTF-8 it fails at byte ${hex(body[sound.firstFault])}, offset ${sound.firstFault}`,
    'Save it again as UTF-8, or name its encoding in notice.yaml (`encoding`)',
    sound.firstFault,
    placeOfByte(body, sound.firstFault),
  )
}

/** Fewer well-formed sequences than this can be chance; above the share the rest is damage and no other encoding. */
const enoughSequences = 4
const mostlyUtf8 = 0.9

type Mark = { readonly name: string; readonly length: number; readonly encoding: Encoding | null }

/** UTF-32 is asked before UTF-16, whose little-endian mark it begins with. */
const byteOrderMarks: readonly (readonly [bytes: readonly number[], name: string, encoding: Encoding | null])[] = [
  [[0xef, 0xbb, 0xbf], 'UTF-8', 'utf-8'],
  [[0xff, 0xfe, 0, 0], 'UTF-32, which is not read here', null],
  [[0, 0, 0xfe, 0xff], 'UTF-32, which is not read here', null],
  [[0xff, 0xfe], 'UTF-16 (little-endian)', 'utf-16le'],
  [[0xfe, 0xff], 'UTF-16 (big-endian)', 'utf-16be'],
  [[0x84, 0x31, 0x95, 0x33], 'GB18030', 'gb18030'],
]

function byteOrderMark(bytes: Uint8Array): Mark | null {
  const found = byteOrderMarks.find(([mark]) => mark.every((byte, at) => bytes[at] === byte))
  return found === undefined ? null : { length: found[0].length, name: found[1], encoding: found[2] }
}

function declarationOf(bytes: Uint8Array, declared: string | undefined): Pick<Declaration, 'label' | 'by'> | null {
  if (declared !== undefined) return { label: declared, by: 'author' }
  const label = charsetInPage(bytes)
  return label === null ? null : { label, by: 'page' }
}

function finished(
  text: string,
  encoding: Encoding,
  by: Decoded['by'],
  declaration: Pick<Declaration, 'label' | 'by'> | null,
  body: Uint8Array,
  tools: Decoders,
  bom = false,
): Decoded | Undecodable {
  if (text.trim() === '')
    return undecodable('empty', 'The file holds nothing but white space', 'Put the text into it, as UTF-8 if you can')
  const said = declaration === null ? null : parseEncoding(declaration.label)
  const verdict: Declaration['verdict'] = said === null ? 'unknown' : said === encoding ? 'fits' : 'contradicted'
  const full: Declaration | null = declaration === null ? null : { ...declaration, verdict }
  return {
    ok: true,
    text,
    encoding,
    by,
    bom,
    lossless: isLossless(text, encoding, body, tools),
    declaration: full,
    doubts: full === null || verdict === 'fits' ? [] : [doubtOf(full, encoding)],
  }
}

function doubtOf({ label, by, verdict }: Declaration, encoding: Encoding): Decoded['doubts'][number] {
  const wrong = verdict === 'unknown' ? 'which is no encoding that is read here' : 'which does not fit its bytes'
  const read = `${wrong}; it was read as ${encoding}`
  return by === 'author'
    ? { by, what: `The file is declared to be in “${label}”, ${read}`, todo: `Declare ${encoding}, or no encoding` }
    : {
        by,
        what: `The page says that the file is in “${label}”, ${read}`,
        todo: `Write encoding: ${encoding} in notice.yaml`,
      }
}

function isLossless(text: string, encoding: Encoding, body: Uint8Array, tools: Decoders): boolean | null {
  // Valid UTF-8 and UTF-16 have one spelling for each text.
  if (encoding.startsWith('utf-')) return true
  if (tools.encode === undefined) return null
  const again = tools.encode(text, encoding)
  return again !== null && again.length === body.length && again.every((byte, at) => byte === body[at])
}

/** What the mark says does not hold: where, if that is a place, or else that it is no such text at all. */
function brokenBody(body: Uint8Array, { name, length, encoding }: Mark, tools: Decoders): Undecodable {
  if (encoding !== null && encoding.startsWith('utf-16') && tools.decode(body.subarray(0, -1), encoding) !== null) {
    const cut = 'The file is UTF-16 but for its last byte, which is half a character'
    return undecodable('damaged', cut, mendAndSave, length + body.length - 1)
  }
  const { firstFault, share } = wellFormedShare(body)
  const what = `Its byte order mark says ${name}, but it does not hold`
  if (encoding !== 'utf-8' || share < mostlyUtf8)
    return undecodable('damaged', what, 'Get the file again, or save it as UTF-8', length + firstFault)
  const fault = `: byte ${hex(body[firstFault])} at offset ${length + firstFault} fits nothing there`
  return undecodable('damaged', what + fault, mendAndSave, length + firstFault, placeOfByte(body, firstFault))
}

function undecodable(
  reason: Undecodable['reason'],
  what: string,
  todo: string,
  offset?: number,
  place?: Undecodable['place'],
): Undecodable {
  return {
    ok: false,
    reason,
    what,
    todo,
    ...(offset === undefined ? {} : { offset }),
    ...(place === undefined ? {} : { place }),
  }
}

function hex(byte: number | undefined): string {
  return byte === undefined ? 'none' : `0x${byte.toString(16).toUpperCase().padStart(2, '0')}`
}
