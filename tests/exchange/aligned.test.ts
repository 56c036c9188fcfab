import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placeOf } from '../../src/corpus/fault.ts'
import { parseAlignedTsv } from '../../src/exchange/aligned-tsv.ts'
import type { AlignedText } from '../../src/exchange/aligned.ts'
import { parseTmx } from '../../src/exchange/tmx-read.ts'

/** `id | en | zh` of each unit; an id that is not given is a dash. */
function shown({ units }: AlignedText): string[] {
  return units.map(({ id, texts }) => `${id ?? '-'} | ${texts.en} | ${texts['zh-Hant']}`)
}

/** `line:column what` of each fault. */
function told(text: string, { faults }: AlignedText): string[] {
  return faults.map(({ at, what }) => {
    const { line, column } = placeOf(text, at)
    return `${line}:${column} ${what}`
  })
}

describe('parseAlignedTsv', () => {
  it.each<[name: string, text: string, units: string[]]>([
    ['two columns', 'One.\t一。\nTwo.\t二。\n', ['- | One. | 一。', '- | Two. | 二。']],
    [
      'ids, some of them left out',
      'One.\t一。\tp7\nTwo.\t二。\t\nThree.\t三。',
      ['p7 | One. | 一。', '- | Two. | 二。', '- | Three. | 三。'],
    ],
    ['a head line in another order', 'id\tzh-Hant\ten\np3\t一。\tOne.\n', ['p3 | One. | 一。']],
    ['a head line of two columns', 'EN\tzh\nOne.\t一。\n', ['- | One. | 一。']],
    ['a head line of the languages’ names', 'English\tChinese\nOne.\t一。\n', ['- | One. | 一。']],
    ['a row that looks a little like a head line', 'en\t英文\n', ['- | en | 英文']],
    ['one side empty', 'One.\t\n\t二。\n', ['- | One. | ', '- |  | 二。']],
    ['escapes', 'a\\tb\\\\n\\nc\t一\\r\\n二\n', ['- | a\tb\\n\nc | 一\n二']],
    ['backslashes that escape nothing', 'C:\\Dir\\\\x\t\\d+\n', ['- | C:\\Dir\\x | \\d+']],
    ['quotation marks as text', '"a"\t「一」\n', ['- | "a" | 「一」']],
    ['lines of Windows and empty ones', 'One.\t一。\r\n\r\nTwo.\t二。\r\n', ['- | One. | 一。', '- | Two. | 二。']],
    ['white space around', ' One. \t 一。\u3000\n', ['- | One. | 一。']],
    ['nothing', '', []],
  ])('reads %s', (_name, text, units) => {
    const read = parseAlignedTsv(text)
    expect(read.faults).toEqual([])
    expect(shown(read)).toEqual(units)
  })

  it.each<[name: string, text: string, faults: string[]]>([
    ['a missing column', 'One.\t一。\nTwo.\n', ['2:5 This line has 1 column and lacks zh-Hant']],
    [
      'a column missing behind a head line',
      'id\ten\tzh\np1\tOne.\n',
      ['2:8 This line has 2 columns and lacks zh-Hant'],
    ],
    [
      'a column too many',
      'One.\t一。\tp1\tmore\n',
      ['1:11 This line has 4 columns, and there are 3 at most: en, zh-Hant, id'],
    ],
    ['both sides empty', 'One.\t一。\n\t\tp4\n', ['2:1 Both sides of this line are empty']],
    ['white space alone', ' \t\u3000\n', ['1:1 Both sides of this line are empty']],
    ['no row id', 'One.\t一。\tfive\n', ['1:9 “five” is no row id']],
    ['a sentence id', 'One.\t一。\tp5.2\n', ['1:9 “p5.2” is no row id']],
    ['an id twice', 'A\t一\tp5\nB\t二\tp5\n', ['2:5 The id “p5” stands here a second time']],
    [
      'several at once',
      'A\n\t\nB\t二\tx\n',
      ['1:2 This line has 1 column and lacks zh-Hant', '2:1 Both sides of this line are empty', '3:5 “x” is no row id'],
    ],
  ])('says where there is %s', (_name, text, faults) => {
    expect(told(text, parseAlignedTsv(text))).toEqual(faults)
  })

  it('reads back whatever is written with its escapes, and says where each text stands', () => {
    const cell = fc
      .string({ unit: fc.constantFrom('a', '醫', '\\', '\t', '\n', 't', ' ', '"', '𠮷') })
      .map((text) => text.trim())
    const escaped = (text: string): string =>
      text.replaceAll('\\', '\\\\').replaceAll('\t', '\\t').replaceAll('\n', '\\n')
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell).filter((row) => row.join('') !== '')), (rows) => {
        const text = rows.map(([en, zh]) => `${escaped(en)}\t${escaped(zh)}\n`).join('')
        const { units, faults } = parseAlignedTsv(text)
        expect(faults).toEqual([])
        expect(units.map(({ texts }) => [texts.en, texts['zh-Hant']])).toEqual(rows)
        for (const { texts, at } of units) {
          expect(text.startsWith(escaped(texts.en), at.en)).toBe(true)
          expect(text.startsWith(escaped(texts['zh-Hant']), at['zh-Hant'])).toBe(true)
        }
      }),
    )
  })
})

const tmx = (body: string, head = '<?xml version="1.0" encoding="UTF-8"?>\n'): string =>
  `${head}<tmx version="1.4"><header srclang="en"/><body>\n${body}\n</body></tmx>\n`
const tu = (en: string, zh: string, attributes = ''): string =>
  `<tu${attributes}><tuv xml:lang="en"><seg>${en}</seg></tuv><tuv xml:lang="zh-TW"><seg>${zh}</seg></tuv></tu>`

describe('parseTmx', () => {
  it.each<[name: string, text: string, units: string[]]>([
    ['units', tmx(`${tu('One.', '一。')}\n${tu('Two.', '二。')}`), ['- | One. | 一。', '- | Two. | 二。']],
    ['row ids', tmx(tu('One.', '一。', ' tuid="p7"')), ['p7 | One. | 一。']],
    ['the numbering of others', tmx(tu('One.', '一。', ' tuid="1f-3"')), ['- | One. | 一。']],
    [
      'entities, CDATA and comments',
      tmx(tu('A &amp; &#x42;<!-- x --> <![CDATA[<c>]]>', '一&#19968;')),
      ['- | A & B <c> | 一一'],
    ],
    [
      'codes of other programs',
      tmx(tu('<bpt i="1">&lt;b&gt;</bpt>One<ept i="1">&lt;/b&gt;</ept> <hi>two</hi><ph/>', '一')),
      ['- | One two | 一'],
    ],
    [
      'an English side alone',
      tmx(`${tu('One.', '一。')}<tu><tuv xml:lang="en-GB"><seg>Two.</seg></tuv></tu>`),
      ['- | One. | 一。', '- | Two. | '],
    ],
    [
      'languages that are passed over',
      tmx(
        '<tu><tuv xml:lang="fr"><seg>Un</seg></tuv><tuv xml:lang="zh-CN"><seg>医</seg></tuv><tuv xml:lang="zh-HK"><seg>醫</seg></tuv><tuv xml:lang="EN-us"><seg>One</seg></tuv></tu>',
      ),
      ['- | One | 醫'],
    ],
    [
      'zh beside zh-Hant',
      tmx(
        '<tu><tuv xml:lang="zh"><seg>医</seg></tuv><tuv xml:lang="zh-Hant-HK"><seg>醫</seg></tuv><tuv xml:lang="en"><seg>One</seg></tuv></tu>',
      ),
      ['- | One | 醫'],
    ],
    [
      'zh alone',
      tmx('<tu><tuv xml:lang="zh"><seg>醫</seg></tuv><tuv lang="en"><seg>One</seg></tuv></tu>'),
      ['- | One | 醫'],
    ],
    [
      'a document type that points outwards',
      tmx(tu('One.', '一。'), '<!DOCTYPE tmx SYSTEM "tmx14.dtd">'),
      ['- | One. | 一。'],
    ],
    ['line breaks as they are', tmx(tu('\r\n One.\r\nTwo. \r\n', '一。\r二。')), ['- | One.\nTwo. | 一。\n二。']],
  ])('reads %s', (_name, text, units) => {
    const read = parseTmx(text)
    expect(read.faults).toEqual([])
    expect(shown(read)).toEqual(units)
  })

  it.each<[name: string, text: string, faults: (string | RegExp)[]]>([
    [
      'markup that is not closed',
      '<tmx version="1.4">\n<body>',
      ['2:1 This is not well-formed XML: <body> is not closed'],
    ],
    ['tags that cross', '<tmx version="1.4"><body>\n<tu></body></tu></tmx>', [/^2:5 .*<\/tu> is missing/u]],
    ['a bare &', tmx(tu('A & B', '一')), [/^3:31 .*“&” is no entity/u]],
    ['a bare <', tmx(tu('1 < 2', '一')), [/^3:31 .*begins no tag/u]],
    ['an attribute without quotation marks', '<tmx version=1.4/>', [/^1:5 .*malformed/u]],
    ['an attribute twice', '<tmx version="1.4" version="1.4"/>', [/^1:20 .*twice/u]],
    [
      'entities of its own',
      '<!DOCTYPE tmx [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><tmx version="1.4">&b;</tmx>',
      [/^1:1 .*declarations of its own/u],
    ],
    ['an entity that nothing declares', tmx(tu('&nbsp;', '一')), [/^3:29 .*“&nbsp;” is no entity/u]],
    ['a character that XML forbids', tmx(tu('a\u0001', '一')), [/^3:30 .*may not stand in XML/u]],
    ['a lone surrogate by number', tmx(tu('&#xD800;', '一')), [/^3:29 .*no entity/u]],
    ['elements without end', `<tmx version="1.4">${'<a>'.repeat(5000)}`, [/^1:\d+ .*nested more than 100/u]],
    ['two roots', '<tmx version="1.4"/><tmx/>', [/^1:21 .*second root/u]],
    ['text behind the root', '<tmx version="1.4"/>x', [/^1:21 .*outside/u]],
    ['nothing at all', '', [/^1:1 .*no element/u]],
    ['another format', '<xliff version="1.2"/>', ['1:1 This is no TMX file: its root is <xliff>']],
    ['another version', '<tmx version="2.0"/>', [/^1:1 This is TMX of version “2.0”/u]],
    ['no unit', tmx(''), [/^2:1 This TMX file has no <tu>/u]],
    [
      'no Chinese',
      tmx('<tu><tuv xml:lang="en"><seg>A</seg></tuv><tuv xml:lang="zh-CN"><seg>医</seg></tuv></tu>'),
      ['2:1 No unit has a text in Traditional Chinese; there are en, zh-CN'],
    ],
    [
      'no English',
      tmx('<tu><tuv xml:lang="zh-MO"><seg>醫</seg></tuv></tu>'),
      ['2:1 No unit has a text in English; there are zh-MO'],
    ],
    [
      'a unit with neither',
      tmx(`${tu('A', '一')}\n<tu><tuv xml:lang="de"><seg>x</seg></tuv></tu>`),
      [/^4:1 .*neither in English nor in Traditional Chinese; it has de/u],
    ],
    ['a unit whose texts are empty', tmx(`${tu('A', '一')}\n${tu(' ', '')}`), [/^4:1 .*neither/u]],
    [
      'an id twice',
      tmx(`${tu('A', '一', ' tuid="p2"')}\n${tu('B', '二', ' tuid="p2"')}`),
      ['4:1 The id “p2” stands here a second time'],
    ],
    [
      'two texts in one language',
      tmx(
        '<tu><tuv xml:lang="en"><seg>A</seg></tuv><tuv xml:lang="en-GB"><seg>B</seg></tuv><tuv xml:lang="zh"><seg>一</seg></tuv></tu>',
      ),
      [/^3:42 This unit has more than one text in English/u],
    ],
  ])('says where there is %s', (_name, text, faults) => {
    const found = told(text, parseTmx(text))
    expect(found).toHaveLength(faults.length)
    faults.forEach((fault, at) =>
      typeof fault === 'string' ? expect(found[at]).toBe(fault) : expect(found[at]).toMatch(fault),
    )
  })
})
