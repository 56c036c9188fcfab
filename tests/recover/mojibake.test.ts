import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { undoEdits } from '../../src/corpus/replay.ts'
import { recover } from '../../src/recover/index.ts'
import { recoveryTools as tools } from './tools.ts'

const recovered = (text: string) => recover(text, { tools, keep: ['punctuation'] })
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const written = (text: string, encoding: string): Uint8Array => iconv.encode(text, encoding)
const asGbk = (bytes: Uint8Array): string => new TextDecoder('gb18030').decode(bytes)
const asBig5 = (bytes: Uint8Array): string => new TextDecoder('big5').decode(bytes)
/** A byte a character; the five that windows-1252 leaves open are shown as controls. */
const asLatin = (bytes: Uint8Array): string =>
  [...bytes]
    .map((byte) => iconv.decode(Buffer.of(byte), 'win1252').replace('\ufffd', String.fromCharCode(byte)))
    .join('')

describe('whole-text mojibake', () => {
  const traditional = '圖書館週一休館，其餘各日上午九時開門。'
  const simplified = '图书馆周一休馆，常客可凭证从侧门进入。'
  it.each([
    ['GBK read as Big5, whose table in HKSCS has a character twice', asBig5(written(simplified, 'gbk')), simplified],
    ['UTF-8 read as GBK, where one byte became €', asGbk(utf8('請先退出程式再更新')), '請先退出程式再更新'],
    ['UTF-8 read as windows-1252, twice', asLatin(utf8(asLatin(utf8(traditional)))), traditional],
    [
      'the same with an English word',
      asLatin(utf8(asLatin(utf8('請用 PDF 檔，不要用圖檔。')))),
      '請用 PDF 檔，不要用圖檔。',
    ],
    ['three times', asLatin(utf8(asLatin(utf8(asLatin(utf8('開門時間')))))), '開門時間'],
    ['GBK, then UTF-8, read as windows-1252', asLatin(utf8(asLatin(written(simplified, 'gbk')))), simplified],
    ['Big5, then UTF-8, read as windows-1252', asLatin(utf8(asLatin(written(traditional, 'big5')))), traditional],
    ['UTF-8 read as GBK, twice', asGbk(utf8(asGbk(utf8('開放時間')))), '開放時間'],
    ['UTF-8 read as windows-1252, then as GBK', asGbk(utf8(asLatin(utf8('禁止飲食')))), '禁止飲食'],
    ['English read as GBK', asGbk(utf8('They don’t open before nine.')), 'They don’t open before nine.'],
    [
      'verse with rare characters',
      asLatin(written('空山不见人，但闻布谷声，踽踽独行。', 'gbk')),
      '空山不见人，但闻布谷声，踽踽独行。',
    ],
    ['signs beside Chinese', asLatin(written('★ 开放时间 → 见第 Ⅱ 节 ★', 'gbk')), '★ 开放时间 → 见第 Ⅱ 节 ★'],
    [
      'pinyin beside Chinese',
      asLatin(written('请把重音标作 è，不要标作别的。', 'gbk')),
      '请把重音标作 è，不要标作别的。',
    ],
    ['a single letter', 'DvoÅ™Ã¡k', 'Dvořák'],
    ['another alphabet', 'ÐŸÑ€Ð¸Ð²ÐµÑ‚', 'Привет'],
  ])('%s', (_name, received, clean) => {
    expect(received).not.toContain('\ufffd')
    const { text, edits } = recovered(received)
    expect(text).toBe(clean)
    expect(undoEdits(text, edits)).toBe(received)
    expect(recovered(text).edits).toEqual([])
  })

  it('names each layer in the proof', () => {
    const { edits } = recovered(asLatin(utf8(asLatin(utf8('開門')))))
    expect(edits.map(({ proof }) => proof?.mechanism)).toEqual([
      'utf-8 read as windows-1252, then utf-8 read as windows-1252',
    ])
  })

  it.each([
    ['UTF-8 read as GBK, twice', asGbk(utf8(asGbk(utf8('開放時間')))), '開放時間'],
    ['UTF-8 read as windows-1252, then as GBK', asGbk(utf8(asLatin(utf8('禁止飲食')))), '禁止飲食'],
    ['UTF-8 read as windows-1252, twice', asLatin(utf8(asLatin(utf8('開門')))), '開門'],
    ['Big5, then UTF-8, read as windows-1252', asLatin(utf8(asLatin(written(traditional, 'big5')))), traditional],
  ])('gives the repaired text’s bytes as the proof: %s', (_name, received, clean) => {
    const { edits } = recovered(received)
    const encoding = edits[0]?.proof?.mechanism.startsWith('big5') === true ? 'big5' : 'utf8'
    const bytes = Buffer.from(edits.map(({ proof }) => proof?.bytes).join(''), 'hex')
    expect(iconv.decode(bytes, encoding)).toBe(clean)
  })

  it('undoes what is whole where bytes were lost, and shows the rest', () => {
    const received = asGbk(utf8('請先退出程式後再更新\n再開門'))
    expect(received).toBe('璜嬪厛閫€鍑虹▼寮忓緦鍐嶆洿鏂\ufffd\n鍐嶉枊闁€')
    const { text, edits, unresolved } = recovered(received)
    expect(text).toBe('請先退出程式後再更鏂\ufffd\n再開門')
    expect(undoEdits(text, edits)).toBe(received)
    expect(unresolved.map(({ was }) => was)).toEqual(['\ufffd'])
  })

  it.each([
    ['a full stop', '政治界的各個國會議員擔心這可能淪為笑柄。', '政治界的各個國會議員擔心這可能淪為笑'],
    ['two marks', '其餘各日上午九時開門，週一休館。」', '其餘各日上午九時開門，週一休館'],
  ])('undoes UTF-8 read as GBK up to a character that lost its last byte: %s', (_name, clean, whole) => {
    const received = asGbk(utf8(clean))
    expect(received).toMatch(/\ufffd$/u)
    // Other software shows a question mark there.
    for (const shown of [received, received.replace('\ufffd', '?')]) {
      const { text, edits } = recovered(`${shown}${shown}`)
      expect(text.split(whole)).toHaveLength(3)
      expect(undoEdits(text, edits)).toBe(`${shown}${shown}`)
    }
  })

  it('tells by the rest of the text what a short line was', () => {
    const lines = [traditional, '等等', '共三頁']
    const bytes = lines.map((line) => written(line, 'big5'))
    expect(recovered(bytes.map(asLatin).join('\n')).text).toBe(lines.join('\n'))
    expect(recovered(bytes.map(asGbk).join('\n')).text).toBe(lines.join('\n'))
  })

  it('leaves lines alone that came through in a text that else did not', () => {
    const received = [
      asLatin(written(simplified, 'gbk')),
      '這一行沒有壞。',
      'Keep it below 18 °C, says Müller.',
      'été',
    ].join('\n')
    expect(recovered(received).text.split('\n').slice(1)).toEqual(received.split('\n').slice(1))
  })

  it.each([
    'le mot-clé\u00a0» et le système installé\u00a0».',
    'Wykaz plików, systemów, dysków, serwerów i katalogów.',
    'Un pote à qui l’on a prêté 20 €, déjà\u00a0!',
    'µ¥',
  ])('finds none in %s', (clean) => {
    expect(recovered(clean).edits.filter(({ kind }) => kind === 'mojibake')).toEqual([])
  })
})
