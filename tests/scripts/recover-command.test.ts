import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { describe, expect, it, vi } from 'vitest'
import { duidu } from '../support/cli.ts'
import { temporaryFolder } from '../support/content.ts'

// Each test starts programs of its own, which take their time on a busy machine.
vi.setConfig({ testTimeout: 120_000 })

/** A page as offices put them on the web twenty years ago; `charset` is what it says of itself. */
function pageOf(charset: string | null, title: string, lines: readonly string[]): string {
  const meta = charset === null ? '' : `<META http-equiv="Content-Type" content="text/html; charset=${charset}">\r\n`
  const body = lines.map((line) => `<p><font size=2>${line}</font></p>`).join('\r\n')
  return `<html>\r\n<head>\r\n${meta}<title>${title}</title>\r\n</head>\r\n<body bgcolor=#ffffff>\r\n${body}\r\n</body>\r\n</html>\r\n`
}

const simplified = [
  '各县卫生局：现将今年社区门诊的安排通知如下，请遵照执行。',
  '门诊每周一至周五开放，上午八时至十二时；节假日另行通知。',
  '联系电话见附表（共 3 页），来信请寄本局办公室。',
]
const traditional = [
  '各區公所：茲訂於本月十五日召開長期照顧說明會，請派員參加。',
  '會議地點在市政大樓三樓禮堂，當日備有簡便午餐；請自備環保餐具。',
  '報名表（共 2 頁）請於十日前送交本局承辦人。',
]
const hongKong = [
  '本署邨內各座升降機將分期更換，請各住戶留意大堂告示。',
  '查詢請致電屋邨辦事處，或親臨地下大堂𨋢口旁的服務枱。',
]

const bytes = (text: string, encoding: string, addBOM = false) => iconv.encode(text, encoding, { addBOM })

async function recovered(name: string, source: Uint8Array, ...options: string[]) {
  const file = join(temporaryFolder(), name)
  writeFileSync(file, source)
  return duidu('recover', file, ...options)
}

describe('duidu recover reads pages as they were saved', () => {
  it.each([
    ['GBK, declared gb2312', pageOf('gb2312', '门诊通知', simplified), 'gbk'],
    ['GB18030, nothing declared', pageOf(null, '门诊通知', simplified), 'gb18030'],
    ['GBK, Traditional', pageOf('gbk', '說明會通知', traditional), 'gbk'],
    ['Big5, declared', pageOf('big5', '說明會通知', traditional), 'big5hkscs'],
    ['Big5, nothing declared', pageOf(null, '說明會通知', traditional), 'big5hkscs'],
    ['HKSCS beyond the basic plane', pageOf('big5-hkscs', '更換升降機', hongKong), 'big5hkscs'],
    ['Big5 that says gb2312', pageOf('gb2312', '說明會通知', traditional), 'big5hkscs'],
    ['GBK that says big5', pageOf('big5', '门诊通知', simplified), 'gbk'],
    ['UTF-8 that says gb2312', pageOf('gb2312', '门诊通知', simplified), 'utf8'],
    ['GBK that says utf-8', pageOf('utf-8', '门诊通知', simplified), 'gbk'],
    ['Big5 that says iso-8859-1', pageOf('iso-8859-1', '說明會通知', traditional), 'big5hkscs'],
    ['UTF-16 without a mark', pageOf(null, '說明會通知', traditional), 'utf-16le'],
    ['UTF-16, big end first', pageOf('utf-16', '說明會通知', traditional), 'utf-16be'],
  ])('%s', async (_name, page, encoding) => {
    const { out, code, err } = await recovered('page.html', bytes(page, encoding))
    expect(code).toBe(0)
    expect(out).toBe(page)
    expect(err).toContain('0 slips recovered and proved, 0 unresolved')
  })

  it.each(['utf8', 'utf-16le', 'utf-16be'])(
    '%s with its byte order mark, which is no part of the text',
    async (encoding) => {
      const page = pageOf(null, '說明會通知', traditional)
      expect((await recovered('page.html', bytes(page, encoding, true))).out).toBe(page)
    },
  )

  it('takes the encoding that is named', async () => {
    const { out } = await recovered('two.txt', bytes('一', 'gbk'), '--encoding', 'gbk')
    expect(out).toBe('一')
  })

  it('says of an encoding that is named wrong what it read instead, and nothing of a notice', async () => {
    const { err } = await recovered('two.txt', bytes('說明會通知', 'utf8'), '--encoding', 'klingon')
    expect(err).toMatch(/two\.txt: The file is declared to be in “klingon”, .*; it was read as utf-8\. Declare utf-8/u)
  })
})

/** What a program shows that takes the bytes for another encoding; by a character a byte, it shows them all. */
function misread(source: Uint8Array, as: string): string {
  if (as === 'gb18030') return new TextDecoder(as).decode(source)
  if (as === 'big5') return iconv.decode(Buffer.from(source), 'big5hkscs')
  const shown = (byte: number) => iconv.decode(Buffer.of(byte), as).replace('\ufffd', String.fromCharCode(byte))
  return [...source].map(shown).join('')
}

describe('duidu recover undoes what a whole text suffered', () => {
  it.each([
    ['UTF-8 read as GBK', traditional, 'utf8', 'gb18030'],
    ['Big5 read as GBK', traditional, 'big5', 'gb18030'],
    ['GBK read as Big5', simplified, 'gbk', 'big5'],
    ['GBK read as Latin-1', simplified, 'gbk', 'win1252'],
    ['Big5 read as Latin-1', traditional, 'big5', 'win1252'],
    ['UTF-8 read as Latin-1', traditional, 'utf8', 'win1252'],
  ])('%s', async (_name, lines, written, read) => {
    // Pieces that came through without a replacement character; what was lost on the way is lost.
    const pieces = lines.flatMap((line) => [line, ...line.split(/(?<=[，；：])/u)])
    const kept = pieces.filter((piece) => piece.length > 7 && !misread(bytes(piece, written), read).includes('\ufffd'))
    expect(kept.length).toBeGreaterThan(0)
    const received = kept.map((piece) => misread(bytes(piece, written), read)).join('\n')
    const { out } = await recovered('received.txt', Buffer.from(received))
    expect(out).toBe(kept.join('\n'))
  })
})

describe('duidu recover tells what it did', () => {
  const received = [
    '發(fā)展社區照(zhào)顧,自本月起試辦。',
    '費用為 100&nbsp;元&#65288;含稅&#65289;。',
    '地址\u200b在\u202e市政大樓。',
    '受訪者說\ufffd\ufffd，記錄如此；另有锟斤拷一處。',
    '請 自 備 餐 具 ，謝謝。',
    '附ＰＤＦ檔一份。',
    '',
  ].join('\n')

  it('keeps the number of lines and says in one line what was done', async () => {
    const { out, err, code } = await recovered('notice.txt', Buffer.from(received))
    expect(code).toBe(0)
    expect(out.split('\n')).toHaveLength(received.split('\n').length)
    expect(out).toBe(
      [
        '發展社區照顧，自本月起試辦。',
        '費用為 100\u00a0元（含稅）。',
        '地址在市政大樓。',
        '受訪者說\ufffd\ufffd，記錄如此；另有锟斤拷一處。',
        '請自備餐具，謝謝。',
        '附PDF檔一份。',
        '',
      ].join('\n'),
    )
    expect(err.trimEnd().split('\n').at(-1)).toBe(
      '0 slips recovered and proved, 2 unresolved, 2 readings stripped, 1 punctuation mark widened, 3 entities read, 5 stray spaces removed, 1 full-width run narrowed, 2 control characters removed',
    )
    expect(err).toContain('notice.txt:4:5: unresolved:')
  })

  it('prints edits whose runs count in the decoded source', async () => {
    const { out } = await recovered('notice.txt', Buffer.from(received), '--json')
    const told = JSON.parse(out) as { edits: Told[]; unresolved: Told[] }
    expect(Object.keys(told)).toEqual(['text', 'encoding', 'edits', 'unresolved'])
    expect(told).toMatchObject({
      encoding: 'utf-8',
      edits: expect.arrayContaining([{ kind: 'reading', from: 1, to: 5, was: '(fā)', is: '' }]),
      unresolved: [
        { was: '\ufffd\ufffd', candidates: [] },
        { was: '锟斤拷', candidates: [] },
      ],
    })
    const { edits, unresolved } = told
    for (const { from, to, was } of [...edits, ...unresolved]) expect(received.slice(from, to)).toBe(was)
  })

  it('leaves wrapped lines as they are', async () => {
    const wrapped = '本局為推動社區照顧，自本月起試辦\n到宅服務，有意申請者請洽各區公所。\n'
    expect((await recovered('wrapped.txt', Buffer.from(wrapped))).out).toBe(wrapped)
  })
})

type Told = { readonly from: number; readonly to: number; readonly was: string }
