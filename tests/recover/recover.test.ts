import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { undoEdits } from '../../src/corpus/replay.ts'
import { slipped } from '../../scripts/eval/slipping.ts'
import { recover, type Keepable } from '../../src/recover/index.ts'
import { recoveryTools as tools } from './tools.ts'

const shared = new URL('../../../shared/notice/', import.meta.url)
const recovered = (text: string, keep: readonly Keepable[] = []) => recover(text, { tools, lang: 'zh-Hant', keep })

describe('recover', () => {
  it.each([
    ['a reading behind its character', '發(fā)布規(guī)劃', '發布規劃'],
    ['tone marks in decomposed form', '發(fa\u0304)布', '發布'],
    ['any reading of a character', '重(chóng)慶、重(zhòng)要', '重慶、重要'],
    ['readings of Taiwan', '品質(zhí)、期(qí)間、垃(lè)圾(sè)、和(hàn)', '品質、期間、垃圾、和'],
    ['ü with a tone', '綠(lǜ)色', '綠色'],
    ['a gloss stays, its brackets restored', '市(縣)', '市（縣）'],
    ['an abbreviation stays', '世衛(WHO)', '世衛（WHO）'],
    ['another character’s reading stays', '發(guī)布', '發（guī）布'],
    ['a toneless reading by itself stays', '甲(jia)', '甲（jia）'],
    ['a habit of toneless readings', '發(fa)布規(gui)劃動(dong)態', '發布規劃動態'],
    ['narrowed punctuation', '近日,國家要求:建設;好嗎?好!', '近日，國家要求：建設；好嗎？好！'],
    [
      'numbers, times, addresses and Latin',
      '10:30 a, b 1,000 http://x.org/路?a=1,b',
      '10:30 a, b 1,000 http://x.org/路?a=1,b',
    ],
    [
      'a gloss in English text',
      'Duidu (對讀, “reading two texts”) takes a received text',
      'Duidu (對讀, “reading two texts”) takes a received text',
    ],
    ['English, with its marks, in Chinese text', '他說:「Yes, I do (now).」', '他說：「Yes, I do (now).」'],
    ['brackets around an address', '甲(http://x.org/a)乙,(見www.x.org)', '甲（http://x.org/a）乙，（見www.x.org）'],
    ['a bracket whose mate is wide', '（甲),(乙）', '（甲），（乙）'],
    ['brackets in an address', 'https://x.org/台灣_(島)', 'https://x.org/台灣_(島)'],
    ['a comma behind an address', '詳見http://x.org/a,電話:1', '詳見http://x.org/a，電話：1'],
    ['a link in Markdown', '見[說明](http://x.org/a),謝謝', '見[說明](http://x.org/a)，謝謝'],
    ['an entity that is not read', '&lpar;甲&rpar;乙', '&lpar;甲&rpar;乙'],
    ['marks beside curly quotes and dashes', '“甲”,“乙”?好……!——(丙)', '“甲”，“乙”？好……！——（丙）'],
    ['English in curly quotes', '他說“Yes!”“No!”', '他說“Yes!”“No!”'],
    ['a Han character beyond the basic plane', '請坐𨋢:\n𨋢(二)', '請坐𨋢：\n𨋢（二）'],
    ['entities', '甲&amp;乙&#20013;&nbsp;&lt;', '甲&乙中\u00a0<'],
    ['an entity escaped twice', '&amp;lt;', '<'],
    ['controls', '甲\u200b乙\u202e丙', '甲乙丙'],
    ['stray spaces', '再 生 醫 學 的 研究', '再生醫學的 研究'],
    ['stray spaces up to a mark', '請 自 備 餐 具，謝謝', '請自備餐具，謝謝'],
    ['stray spaces around marks', '「請 自 備 餐 具 ，謝謝', '「請自備餐具，謝謝'],
    ['three names', '參加者：甲 乙 丙，共三人', '參加者：甲 乙 丙，共三人'],
    ['a heading’s space stays', '新聞資訊 了解動態', '新聞資訊 了解動態'],
    ['full-width Latin', '與ＭＤＴ等', '與MDT等'],
    ['a single full-width letter stays', 'Ａ組', 'Ａ組'],
    ['UTF-8 read as windows-1252', 'donâ€™t', 'don’t'],
    ['GBK read as Latin-1', 'ÖÐ¹úÈËÃñ', '中国人民'],
  ])('%s', (_name, received, expected) => {
    expect(recovered(received).text).toBe(expected)
  })

  it('leaves the marks of English, whatever language the file is said to be in', () => {
    const english = `Prof. Chan (陳大文), Dr. Li (李小明): both spoke.\n${'They met to talk about the plan for next year.\n'.repeat(8)}`
    expect(recover(english, { tools }).edits).toEqual([])
    expect(recover(`${english}他說:好,再見。\n`, { tools }).text).toBe(`${english}他說：好，再見。\n`)
  })

  it('undoes UTF-8 read as GBK', () => {
    const clean = '臨床專科能力建設規劃中國人民健康'
    const received = new TextDecoder('gb18030').decode(new TextEncoder().encode(clean))
    const result = recovered(received)
    expect(result.text).toBe(clean)
    expect(result.edits[0]?.proof?.mechanism).toBe('utf-8 read as gb18030')
  })

  it.each([
    ['big5', 'gb18030', '中華民國政府公告事項如下，請各機關配合辦理。'],
    ['gbk', 'big5', '中国人民政府公告事项，请各有关部门配合办理。'],
    ['gbk', 'big5', '专科建设项目中国人民政府公告'],
  ])('undoes %s read as %s: %s', (written, read, clean) => {
    const received = new TextDecoder(read).decode(iconv.encode(clean, written))
    const { text, edits } = recovered(received)
    expect(text).toBe(clean)
    expect(edits[0]?.proof?.again).toBe(received)
  })

  it('undoes GBK read as code page 950, which shows open codes as private-use characters', () => {
    const clean = '现将今年社区门诊的安排通知如下，来信请寄本局办公室。'
    const received = new TextDecoder('big5').decode(iconv.encode(clean, 'gbk'))
    expect(received).toMatch(/[\ue000-\uf8ff]/u)
    const { text, edits } = recovered(received)
    expect(text).toBe(clean)
    expect(edits[0]?.proof?.again).toBe(received)
  })

  it.each([
    ['utf8', 'win1252', '國家衛生健康委員會發布規劃，請各機關（含 MDT 小組）配合辦理。'],
    ['gbk', 'win1252', '國家衛生健康委員會發布規劃，請各機關（含 MDT 小組）配合辦理。'],
    ['gbk', 'latin1', '国家卫生健康委员会发布规划：加强 12 项专科能力建设。'],
    ['big5', 'win1252', '行政院公告：申請表及附件，請於 30 日內送達。'],
    ['big5', 'latin1', '行政院公告：申請表及附件，請於 30 日內送達。'],
  ])('undoes whole lines of %s read as %s', (written, read, clean) => {
    // Software that reads a byte a character keeps the five bytes that windows-1252 leaves open as controls.
    const bytes = [...iconv.encode(clean, written)]
    const received = bytes.map((byte) =>
      iconv.decode(Buffer.of(byte), read).replace('\ufffd', String.fromCharCode(byte)),
    )
    const { text, edits } = recovered(received.join(''))
    expect(text).toBe(clean)
    expect(undoEdits(text, edits)).toBe(received.join(''))
  })

  it.each([
    'Le Musée d’Orsay a été inauguré en décembre 1986 ; naïve, Noël, œuvre, où l’on déjeunait à côté.',
    'Größere Übergröße für Müller: Straße, Äpfel, Öl, daß, höflichst.',
    'El Niño volvió mañana: ¿señor, cómo está? ¡Año nuevo! São Paulo, coração.',
    'Café au lait, crème brûlée – 12 € « très bien »',
    '室溫保持在 18 °C 到 26 °C 之間。',
    'Keep it between 18 °C and 26 °C.',
    '他引了一句 une ville assiégée，說那是圍城。',
    'une ville assiégée',
    '每 100 µL 加 5 µg，誤差 ±3 %，見 §4。',
  ])('finds no mojibake in %s', (clean) => {
    expect(recovered(clean).edits).toEqual([])
  })

  it.each([
    ['quoted', '在網頁中，“&lt;”要寫成別的樣子'],
    ['as code', '用 `&nbsp;` 隔開，再用 `&amp;` 代替'],
    ['on a line about escaping', '這些字元在 HTML 中要寫成 &lt; 和 &gt; 才會顯示'],
    ['in a text with tags', '段落以 <p class="a"> 開始。\n小於號寫作 &lt; 即可。'],
  ])('leaves entities that are shown on purpose: %s', (_name, clean) => {
    expect(recovered(clean, ['punctuation']).edits).toEqual([])
  })

  it('reads entities in a form’s blanks and in ordinary lines', () => {
    expect(recovered('姓名（&nbsp;&nbsp;）甲&lt;乙').text).toBe('姓名（\u00a0\u00a0）甲<乙')
  })

  it('keeps what an author wants kept', () => {
    expect(recovered('甲(jiǎ)乙(yǐ)丙(bǐng)', ['readings', 'punctuation']).text).toBe('甲(jiǎ)乙(yǐ)丙(bǐng)')
  })

  it('applies declared corrections and tells stale ones', () => {
    const corrections = [
      { was: '世届', is: '世界' },
      { was: '没有这个', is: '' },
    ]
    const result = recover('世届衛生', { tools, corrections })
    expect(result.text).toBe('世界衛生')
    expect(result.stale).toEqual([{ was: '没有这个', is: '', index: 1 }])
  })

  it('shows what nothing can undo', () => {
    expect(recovered('甲\ufffd\ufffd乙锟斤拷丙').unresolved.map(({ was }) => was)).toEqual(['\ufffd\ufffd', '锟斤拷'])
  })

  it.each([
    ['ends in an ASCII byte', '這本書用現(xiàn)?Z(yǔ)言寫(xiě)成,讀(dú)者容易明白。', '?Z(yǔ)', '代語'],
    ['ends in a lone lead byte', '請你送給上??jí)單位報(bào)告。', '??jí)', '級'],
    ['holds a received letter before that byte', '某座?êB(zhù)物被水沖(chōng)走了。', '?êB(zhù)', '建築'],
  ])('finds a slip that only the reading behind it tells, where it %s', (_name, received, was, candidate) => {
    const { text, edits, unresolved } = recovered(received)
    const slip = edits.find(({ kind }) => kind === 'slip')
    const told = slip === undefined ? unresolved[0] : { was: slip.was, candidates: [slip.is] }
    expect(told?.was).toBe(was)
    expect(told?.candidates[0]).toBe(candidate)
    expect(undoEdits(text, edits)).toBe(received)
  })

  it('says of what it leaves open how likely the best candidate is', () => {
    const { text, unresolved } = recovered('學校有設計和落實?ㄖ频膶W校課程的自由。')
    expect(text).toContain('?ㄖ频膶W')
    expect(unresolved.map(({ why }) => why)).toEqual([
      expect.stringMatching(
        /the best repair is (?:only [\d.]+ times as likely as|no likelier than) all others together$/u,
      ),
    ])
  })

  it('never guesses a number, however often the text has another one in such a place', () => {
    const usual = '申請人應於收到通知後十日內提出說明。\n'.repeat(20)
    const damaged = slipped('申請人應於收到通知後三日內提出說明。', 10)
    const { text, edits, unresolved } = recovered(`${usual}${damaged?.text}\n`)
    expect(edits.filter(({ kind }) => kind === 'slip')).toEqual([])
    expect(unresolved.map(({ why }) => why)).toEqual([expect.stringContaining('which number')])
    expect(undoEdits(text, edits)).toBe(`${usual}${damaged?.text}\n`)
    // What the bytes and the text do tell is repaired all the same.
    const other = slipped('主管機關應辦理管理人員訓練及考核。', 7)
    const told = recovered(`${'主管機關應辦理管理人員訓練及考核。\n'.repeat(3)}${other?.text}\n`)
    expect(told.edits.filter(({ kind }) => kind === 'slip').map(({ is }) => is)).toEqual(['管理人員'])
  })

  it('supposes ASCII that a lone lead byte took along, whatever stands behind it', () => {
    // 以外 behind a slash, so that nothing says which byte met the slash: no repair without it may look sure.
    const { edits } = recovered('目錄的名字可以?我庾帜富虺?以外的符號', ['punctuation'])
    expect(edits).toEqual([])
  })

  it('leaves question marks, names, kana and bopomofo alone', () => {
    for (const text of ['你好吗?我很好', '王羲之?顏真卿', '何?カタカナです', '注音?ㄅㄆㄇㄈ', '甲?龘龖靐'])
      expect(recovered(text, ['punctuation'])).toMatchObject({ text, edits: [] })
  })

  it.each([
    [
      'English with a few Chinese words',
      'The word 對讀 (duìdú), “reading two texts”, is old; is it known? 也許: yes, they say.\n',
    ],
    [
      'Markdown',
      '# 標題\n\n- `recover(text, { tools })`：說明\n- [連結](https://example.org/?a=中文,b)\n\n| 甲 | 乙 |\n| --- | --- |\n',
    ],
    ['code', 'const 名 = a ? b : c // 若真?則 b\nif (x) { return "甲", "乙" }\n'],
    ['bopomofo', '你好嗎？ㄋㄧˇ ㄏㄠˇ ㄇㄚ？很好。\n'],
    ['Japanese', '何ですか？カタカナ?ひらがな、東京都の人口は？\n'],
    ['a word of Han behind a question mark', '這樣?那樣?好不好?為甚麼?沒關係?謝謝\n'],
  ])('finds no slip in %s', (_name, clean) => {
    const { edits, unresolved } = recovered(clean.repeat(20), ['punctuation', 'readings'])
    expect({ edits, unresolved }).toEqual({ edits: [], unresolved: [] })
  })

  const piece = fc.constantFrom(
    '發(fā)布', '臨床', '??颇芰ㄔO', ',', '?', '(', ')', ':', '&amp;', '&lt;', 'â€™', ' ', '\n', 'MDT', 'ＡＢ',
    '\u200b', '\ufffd', '锟斤拷', '醫(yī)', '專科', '。', '&', 'amp;', 'http://a.b/', '再 生 醫 學',
  ) // prettier-ignore
  const damaged = fc.array(piece, { maxLength: 25 }).map((pieces) => pieces.join(''))

  it('can be undone to the letter, keeps the lines, and finds nothing more the second time', () => {
    fc.assert(
      fc.property(damaged, (received) => {
        const once = recovered(received)
        expect(undoEdits(once.text, once.edits)).toBe(received)
        expect(once.text.split('\n')).toHaveLength(received.split('\n').length)
        expect(recovered(once.text).text).toBe(once.text)
        for (const { at, was } of once.unresolved) expect(once.text.slice(at.from, at.to)).toBe(was)
      }),
      { numRuns: 60 },
    )
  }, 60_000)

  describe.skipIf(!existsSync(shared))('the first notice (needs ../shared)', () => {
    const read = (name: string) => readFileSync(new URL(name, shared), 'utf8')
    it('comes out as its gold says', () => {
      const gold = JSON.parse(read('gold.json')) as {
        recovered: { damaged: string; text: string }[]
        strippedReadings: number
        paragraphs: Record<'en' | 'zh-Hant', string[]>
      }
      const { text, edits, unresolved } = recovered(read('zh-Hant.source.txt'))
      const slips = edits.filter(({ kind }) => kind === 'slip')
      expect(slips.map(({ was, is }) => ({ damaged: was, text: is }))).toEqual(expect.arrayContaining(gold.recovered))
      expect(slips).toHaveLength(gold.recovered.length)
      expect(slips.every(({ proof, was }) => proof?.again === was)).toBe(true)
      expect(edits.filter(({ kind }) => kind === 'reading')).toHaveLength(gold.strippedReadings)
      expect(unresolved).toEqual([])
      const lines = text.split('\n').map((line) => line.trim())
      for (const paragraph of gold.paragraphs['zh-Hant']) expect(lines).toContain(paragraph)
    }, 30_000)

    it('leaves the English side alone', () => {
      const text = read('en.source.txt')
      expect(recover(text, { tools, lang: 'en' }).edits).toEqual([])
    })
  })
})
