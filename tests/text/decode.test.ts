import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { decoders } from '../../scripts/decoders.ts'
import { decodeSource, type Decoded, type Undecodable } from '../../src/text/decode.ts'
import { charsetInPage, parseEncoding } from '../../src/text/decode-label.ts'

const traditional = '國家衞生健康委員會發布通知,要求各地加強臨床專科能力建設。本條例自公布之日起施行。'
const simplified = '国家卫生健康委员会发布通知，要求各地加强临床专科能力建设。本条例自公布之日起施行。'
const english = 'The Commission’s plan – at least 750 “key” projects – applies from today.'

function bytesOf(text: string, encoding: string): Uint8Array {
  return new Uint8Array(iconv.encode(text, encoding, { addBOM: false }))
}

function read(bytes: Uint8Array, declared?: string): string {
  const result = decodeSource(bytes, decoders, declared)
  return result.ok ? `${result.encoding} ${result.by}: ${result.text}` : result.reason
}

function decoded(bytes: Uint8Array, declared?: string): Decoded {
  const result = decodeSource(bytes, decoders, declared)
  if (!result.ok) throw new Error(result.what)
  return result
}

function refused(bytes: Uint8Array, declared?: string): Undecodable {
  const result = decodeSource(bytes, decoders, declared)
  if (result.ok) throw new Error(`read as ${result.encoding}`)
  return result
}

describe('decodeSource, nothing declared', () => {
  it.each([
    ['UTF-8, Chinese', traditional, 'utf8', 'utf-8'],
    ['ASCII', 'Plan\n', 'ascii', 'utf-8'],
    ['Big5', traditional, 'big5hkscs', 'big5'],
    ['Big5, two characters', '醫療', 'big5hkscs', 'big5'],
    ['HKSCS alone: 衞', '衞', 'big5hkscs', 'big5'],
    ['HKSCS beyond the BMP', '根據𨋢內告示，嘅、咗、啲、冇、𠝹等字均為常用字。', 'big5hkscs', 'big5'],
    ['GBK, Traditional', traditional, 'gbk', 'gb18030'],
    ['GBK, Simplified', simplified, 'gbk', 'gb18030'],
    ['GBK, two characters', '中国', 'gbk', 'gb18030'],
    ['GBK, the famous 联通', '联通', 'gbk', 'gb18030'],
    ['GB18030, four bytes a character', '㐀字、𠀀字和䶮字都是汉字。', 'gb18030', 'gb18030'],
    ['UTF-16 little-endian', traditional, 'utf-16le', 'utf-16le'],
    ['UTF-16 big-endian', traditional, 'utf-16be', 'utf-16be'],
    ['UTF-16, English', english, 'utf-16be', 'utf-16be'],
    ['windows-1252: curly quotes are no Han', english, 'win1252', 'windows-1252'],
    ['windows-1252: a name in English', 'Ask Ms Müller about it.\n', 'win1252', 'windows-1252'],
    ['windows-1252, German', 'Das Büro für Gäste öffnet früh; dafür schließt es mittags.\n', 'win1252', 'windows-1252'],
    ['windows-1252, Spanish', '¿Cuándo abrirá mañana la oficina?\n', 'win1252', 'windows-1252'],
    ['windows-1252, French, with its quotes', 'Le guichet «\u00a0Été\u00a0» est fermé.\n', 'win1252', 'windows-1252'],
    ['GBK among Latin letters', '用Debian装nginx，再与Python对接。\n', 'gbk', 'gb18030'],
    ['UTF-8 of mojibake, with C1 controls', 'åœ‹å®¶è¡›\u0081ç”Ÿ', 'utf8', 'utf-8'],
    ['UTF-8 with a stray control', 'Form\u0007feed\u001a', 'utf8', 'utf-8'],
    ['Big5 with the end-of-file mark of old systems', `${traditional}\u001a`, 'big5hkscs', 'big5'],
    ['Chinese with much ASCII, Big5', 'See Form IR56B (薪俸稅) at Counter 4.\n', 'big5hkscs', 'big5'],
    ['Chinese with much ASCII, GBK', 'See Form IR56B (薪俸稅) at Counter 4.\n', 'gbk', 'gb18030'],
  ])('%s', (_name, text, bytesIn, expected) => {
    expect(read(bytesOf(text, bytesIn))).toBe(`${expected} evidence: ${text}`)
  })

  it.each([20, 50, 200, 1000])(
    'tells Big5, GBK and UTF-16 apart at about %d bytes, wherever the text is cut',
    (size) => {
      const long = `${traditional}第三條 主管機關得依下列規定處理之：一、申請人不符資格；二、逾期未補正文件。`.repeat(
        12,
      )
      for (const [encoding, expected] of [
        ['big5hkscs', 'big5'],
        ['gbk', 'gb18030'],
        ['utf-16le', 'utf-16le'],
      ] as const)
        for (let from = 0; from < 40; from += 1) {
          const text = long.slice(from, from + Math.floor(size / 2))
          expect(read(bytesOf(text, encoding))).toBe(`${expected} evidence: ${text}`)
        }
    },
  )
})

describe('byte order marks', () => {
  it.each([
    ['utf8', 'utf-8'],
    ['utf-16le', 'utf-16le'],
    ['utf-16be', 'utf-16be'],
    ['gb18030', 'gb18030'],
  ])('%s: taken off and told of', (bytesIn, expected) => {
    const marked = decoded(bytesOf(`\ufeff${traditional}`, bytesIn))
    expect(marked).toMatchObject({ text: traditional, encoding: expected, by: 'mark', bom: true, lossless: true })
  })

  it('a mark beats a declaration, which is reported', () => {
    expect(decoded(bytesOf(`\ufeff${traditional}`, 'utf8'), 'big5')).toMatchObject({
      encoding: 'utf-8',
      declaration: { label: 'big5', by: 'author', verdict: 'contradicted' },
    })
  })

  it('UTF-32 is named, not read', () => {
    expect(refused(Uint8Array.of(0xff, 0xfe, 0, 0, 0x41, 0, 0, 0)).what).toContain('UTF-32')
  })
})

describe('declarations', () => {
  it.each([
    ['right: Big5', 'Big5-HKSCS', 'big5hkscs', 'big5', 'fits'],
    ['right: gb2312 for GBK', 'gb2312', 'gbk', 'gb18030', 'fits'],
    ['wrong: gbk for Big5', 'gbk', 'big5hkscs', 'big5', 'contradicted'],
    ['wrong: big5 for GBK', 'big5', 'gbk', 'gb18030', 'contradicted'],
    ['wrong: gb2312 for UTF-8', 'gb2312', 'utf8', 'utf-8', 'contradicted'],
    ['wrong: utf-8 for Big5', 'utf-8', 'big5hkscs', 'big5', 'contradicted'],
    ['wrong: latin1 for GBK', 'iso-8859-1', 'gbk', 'gb18030', 'contradicted'],
    ['unknown', 'utf-9', 'utf8', 'utf-8', 'unknown'],
  ])('%s', (_name, declared, bytesIn, encoding, verdict) => {
    const result = decoded(bytesOf(traditional, bytesIn), declared)
    expect(result).toMatchObject({
      text: traditional,
      encoding,
      declaration: { label: declared, by: 'author', verdict },
    })
  })

  it('settles what the bytes leave open', () => {
    // Two characters of GBK that are valid UTF-8 and Big5 besides.
    const bytes = bytesOf('一', 'gbk')
    expect(read(bytes, 'gbk')).toBe('gb18030 declared: 一')
  })

  it.each([
    ['<meta charset="big5">', 'big5'],
    ["<META http-equiv=Content-Type content='text/html; charset=gb2312'>", 'gb2312'],
    ['<?xml version="1.0" encoding="Big5-HKSCS"?>', 'Big5-HKSCS'],
    ['<!-- <meta charset=gbk> --><meta charset=utf-8>', 'utf-8'],
    ['<p>charset=big5</p>', null],
  ])('in a page: %s', (page, expected) => {
    expect(charsetInPage(bytesOf(page, 'ascii'))).toBe(expected)
  })

  it('a page that says gb2312 and is UTF-8 is read as UTF-8', () => {
    const page = `<meta charset=gb2312><p>${traditional}`
    expect(decoded(bytesOf(page, 'utf8'))).toMatchObject({
      text: page,
      declaration: { label: 'gb2312', by: 'page', verdict: 'contradicted' },
    })
  })

  it('knows labels as pages write them', () => {
    expect(['GB2312', 'x-gbk', 'UTF8', 'big5-hkscs', 'ISO-8859-1', 'shift_jis'].map(parseEncoding)).toEqual([
      'gb18030',
      'gb18030',
      'utf-8',
      'big5',
      'windows-1252',
      null,
    ])
  })
})

describe('files that are no readable text', () => {
  const utf8 = bytesOf(traditional.repeat(3), 'utf8')
  it.each([
    ['empty', new Uint8Array(), 'empty', undefined, 'empty'],
    ['white space', bytesOf(' \r\n\u3000', 'utf8'), 'empty', undefined, 'white space'],
    ['a mark and nothing else', Uint8Array.of(0xef, 0xbb, 0xbf), 'empty', undefined, 'white space'],
    ['PDF', bytesOf('%PDF-1.7\n', 'ascii'), 'binary', 0, 'PDF'],
    ['PNG', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10), 'binary', 0, 'PNG'],
    ['ZIP', Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0), 'binary', 0, 'ZIP'],
    ['DOCX', Uint8Array.of(0x50, 0x4b, 3, 4, ...bytesOf('…word/document.xml', 'utf8')), 'binary', 0, 'DOCX'],
    ['zero bytes', Uint8Array.of(0x61, 0x62, 0, 1, 2, 0, 0, 0xff), 'binary', 2, 'zero byte'],
    [
      'UTF-8 cut off in a character',
      utf8.subarray(0, utf8.length - 1),
      'damaged',
      utf8.length - 3,
      'UTF-8 but for byte 0xE3',
    ],
    ['bytes of no encoding', Uint8Array.of(0x61, 0xff, 0xff, 0x80, 0x81), 'unknown', 1, '0xFF'],
  ])('%s', (_name, bytes, reason, offset, words) => {
    const result = refused(bytes)
    expect({ reason: result.reason, offset: result.offset }).toEqual({ reason, offset })
    expect(result.what).toContain(words)
    expect(result.todo).not.toBe('')
  })
})

it('says at which line and column UTF-8 breaks off', () => {
  const bytes = Uint8Array.of(...bytesOf(`${traditional}\r\n𠀀一二三四`, 'utf8'), 0xff, 0x41)
  expect(refused(bytes)).toMatchObject({ reason: 'damaged', place: { line: 2, column: 7 } })
})

it.each([
  ['Big5', 'big5hkscs', 'The file is Big5 but for byte 0xFF'],
  ['GBK', 'gbk', 'The file is GBK or GB18030 but for byte 0xFF'],
])('says at which line and column %s breaks off, and nothing of UTF-8', (_name, encoding, words) => {
  const text = `${traditional}\r\n第二行 A 到此`
  const bytes = Uint8Array.of(...bytesOf(text, encoding), 0xff, ...bytesOf(`為止。\r\n${traditional}`, encoding))
  const result = refused(bytes)
  expect(result).toMatchObject({ reason: 'damaged', place: { line: 2, column: 9 } })
  expect(result.what).toContain(words)
  expect(result.what).toContain(`offset ${bytesOf(text, encoding).length}`)
})

it.each([
  ['without a mark', []],
  ['with one', [0xff, 0xfe]],
])('says that UTF-16 lost its last byte, %s', (_name, mark) => {
  const bytes = Uint8Array.of(...mark, ...bytesOf(traditional, 'utf-16le').subarray(0, -1))
  const result = refused(bytes)
  expect(result).toMatchObject({ reason: 'damaged', offset: bytes.length - 1 })
  expect(result.what).toContain('half a character')
})

it('says where UTF-8 with a mark breaks off, and of other text with such a mark that it is none', () => {
  const mark = [0xef, 0xbb, 0xbf]
  const before = Uint8Array.of(...mark, ...bytesOf(`${traditional}\n一二`, 'utf8'))
  expect(refused(Uint8Array.of(...before, 0xff, ...bytesOf('三', 'utf8')))).toMatchObject({
    reason: 'damaged',
    offset: before.length,
    place: { line: 2, column: 3 },
  })
  const other = refused(Uint8Array.of(...mark, ...bytesOf(traditional, 'big5hkscs')))
  expect(other.what).toContain('does not hold')
  expect(other.place).toBeUndefined()
})

describe('lossless', () => {
  it.each([
    ['Big5', traditional, 'big5hkscs'],
    ['GB18030', '㐀𠀀䶮 the rest ， 、 ḿ ǹ €', 'gb18030'],
    ['windows-1252', english, 'win1252'],
  ])('%s gives its bytes again', (_name, text, bytesIn) => {
    expect(decoded(bytesOf(text, bytesIn)).lossless).toBe(true)
  })

  it('Big5 codes that two positions share do not', () => {
    // 0xA2CC doubles a character that also has a place among the Han; encoding takes that other place.
    const bytes = Uint8Array.of(...bytesOf('本表', 'big5hkscs'), 0xa2, 0xcc, ...bytesOf('條正確適用', 'big5hkscs'))
    expect(decoded(bytes, 'big5').lossless).toBe(false)
  })

  it('cannot be told without a way back', () => {
    const { decode, guess } = decoders
    expect(decodeSource(bytesOf(traditional, 'gbk'), { decode, guess })).toMatchObject({ lossless: null })
  })

  it('UTF-8 and UTF-16 come back for any text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom('utf8', 'utf-16le', 'utf-16be'),
        (text, encoding) => {
          fc.pre(text.trim() !== '' && !text.startsWith('\ufeff'))
          const result = decodeSource(bytesOf(`\ufeff${text}`, encoding), decoders)
          expect(result).toMatchObject({ text, lossless: true })
        },
      ),
    )
  })

  it('any bytes are read or refused, never thrown at', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        const result = decodeSource(bytes, decoders)
        if (!result.ok) expect(result.what).not.toBe('')
        else if (result.lossless === true && !result.bom) {
          const again = decoders.encode?.(result.text, result.encoding)
          expect([...(again ?? [])]).toEqual([...bytes])
        }
      }),
    )
  })
})
