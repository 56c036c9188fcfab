import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyEdits, undoEdits } from '../../../src/corpus/replay.ts'
import { extract, formatOf, type ExtractFormat } from '../../../src/text/extract/index.ts'
import type { Extracted, ExtractedBlock } from '../../../src/text/extract/weave.ts'

/** `h1 Words`, `p Words`, `1• Words` (depth and marker), `th A|B`: a block a line. */
function shown(format: ExtractFormat, source: string): string[] {
  const extracted = extract(source, format)
  expectLaws(source, extracted)
  return extracted.blocks.map((block) => {
    const text = extracted.text.slice(block.at.from, block.at.to).replaceAll('\t', '|').replaceAll('\n', '⏎')
    return `${labelOf(block)} ${text}`
  })
}

function labelOf(block: ExtractedBlock): string {
  switch (block.kind) {
    case 'heading':
      return `h${block.level}`
    case 'item':
      return `${block.depth}${block.marker}`
    case 'table-row':
      return block.header ? 'th' : 'tr'
    case 'paragraph':
      return 'p'
  }
}

function expectLaws(source: string, { edits, text, blocks }: Extracted): void {
  expect(applyEdits(source, edits)).toBe(text)
  expect(undoEdits(text, edits)).toBe(source)
  let end = 0
  let outside = ''
  for (const { at } of blocks) {
    expect(at.from).toBeGreaterThanOrEqual(end)
    expect(text.slice(at.from, at.to).trim()).not.toBe('')
    outside += text.slice(end, at.from)
    end = at.to
  }
  expect((outside + text.slice(end)).trim()).toBe('')
}

describe('plain text', () => {
  it.each([
    ['a line a paragraph, whatever ends it', 'a\r\nb\n\nc\rd\u2028e', ['p a', 'p b', 'p c', 'p d', 'p e']],
    ['indents and blank lines stay outside', '　　第一\n \t\n　　第二  \n', ['p 第一', 'p 第二']],
    ['markup is text here', '<b>a</b> &amp; # x', ['p <b>a</b> &amp; # x']],
    ['nothing', ' \n', []],
  ])('%s', (_name, source, expected) => {
    expect(shown('plain', source)).toEqual(expected)
  })

  it('takes the line ends out that it is told to', () => {
    const rejoin = () => [{ kind: 'line-break', at: { from: 2, to: 3 }, was: '\n', is: '' }] as const
    const { text, blocks } = extract('中文\n字\n末', 'plain', rejoin)
    expect(blocks.map(({ at }) => text.slice(at.from, at.to))).toEqual(['中文字', '末'])
  })
})

describe('HTML', () => {
  it.each([
    [
      'a page without its head',
      '<!doctype html><head><title>T</title></head><body><h1>A</h1><p>b</body>',
      ['h1 A', 'p b'],
    ],
    ['text without tags', 'plain words', ['p plain words']],
    ['white space as a browser shows it', '<p>\n a  <b> b</b>\n\n\tc </p>', ['p a b c']],
    [
      'a line end between Han characters is no space',
      '<p>中文\n  換行，\nEnglish\nwords</p>',
      ['p 中文換行，English words'],
    ],
    [
      'entities',
      '<p>&lt;b&gt; &amp;amp; A&nbsp;B &#x4E2D;&#25991; &copy; &nosuch;',
      ['p <b> &amp; A\u00a0B 中文 © &nosuch;'],
    ],
    ['entities without their semicolon', '<p>AT&ampT &notit', ['p AT&T ¬it']],
    [
      'what is not shown',
      '<p>a<script>x("<p>")</script><style>p{}</style><!-- c --><template><p>t</template> b',
      ['p a b'],
    ],
    [
      'noscript, pictures, controls',
      '<noscript>n</noscript>a<img alt=alt><select><option>o</select><input value=v>',
      ['p a'],
    ],
    ['hidden elements', '<p hidden>h</p><p style="color:red; display: none">s</p><p>seen</p>', ['p seen']],
    ['one br', '<p>a<br>b</p>', ['p a⏎b']],
    ['two brs', '<p>a<br/> <br>b<br>&nbsp;<br>c</p>', ['p a', 'p b', 'p c']],
    [
      'a br before an indent',
      '<div>　　第一段<br>　　第二段<br>&nbsp;&nbsp;第三段</div>',
      ['p 第一段', 'p 第二段', 'p 第三段'],
    ],
    [
      'a br before a list’s number',
      '<p>如下：<br>1、甲<br>2. 乙<br>（三）丙<br>④丁</p>',
      ['p 如下：', 'p 1、甲', 'p 2. 乙', 'p （三）丙', 'p ④丁'],
    ],
    [
      'a br before a number that is no list’s',
      '<p>a<br>1.5 mg<br>12 beds<br>3.4.2022</p>',
      ['p a⏎1.5 mg⏎12 beds⏎3.4.2022'],
    ],
    ['blocks in blocks', '<div>a<p>b</p>c<div>d</div></div>e', ['p a', 'p b', 'p c', 'p d', 'p e']],
    ['headings', '<h2>A <i>b</i></h2><h6>c</h6>', ['h2 A b', 'h6 c']],
    ['a list', '<ul><li>a<li><b>b</b></ul>', ['1• a', '1• b']],
    ['lists in lists', '<ol><li>a<ul><li>b</ul><li>c</ol>', ['11. a', '2• b', '12. c']],
    ['an item of several blocks', '<ul><li><p>a</p><p>b</p></ul>', ['1• a', '1 b']],
    ['numbering', '<ol start=9><li>a<li value=3>b<li>c</ol>', ['19. a', '13. b', '14. c']],
    ['numbering backwards', '<ol reversed><li>a<li>b</ol>', ['12. a', '11. b']],
    ['letters and Roman numerals', '<ol type=a start=27><li>x</ol><ol type=I start=4><li>y</ol>', ['1aa. x', '1IV. y']],
    ['a description list', '<dl><dt>t<dd>d</dl>', ['p t', 'p d']],
    [
      'a table',
      '<table><caption>C</caption><thead><tr><td>A<td>B</thead><tr><th>x<td>1<tr><td><td>2</table>',
      ['p C', 'th A|B', 'tr x|1', 'tr |2'],
    ],
    ['a table without thead or tbody', '<table><tr><th>A<th>B<tr><td>a<td>b</table>', ['th A|B', 'tr a|b']],
    ['paragraphs in a cell', '<table><tr><td><p>a</p><p>b</p><td>c<br>d</table>', ['tr a⏎b|c⏎d']],
    ['a table that lays out the page', '<table><tr><td>n<td><h1>H</h1><p>a</table>', ['p n', 'h1 H', 'p a']],
    ['a table in a table', '<table><tr><td><table><tr><td>a<td>b</table></table>', ['tr a|b']],
    ['a rule and an empty block', '<p>a</p><hr><p>&nbsp;</p><p>b</p>', ['p a', 'p b']],
    ['ruby', '<p><ruby>漢<rp>(</rp><rt>hàn</rt><rp>)</rp>字<rt>zì</ruby>', ['p 漢字']],
    ['pre', '<pre>\nline  1\n  line 2\n</pre>', ['p line  1⏎  line 2']],
    ['tags never closed', '<div><p>a<b>b<p>c', ['p ab', 'p c']],
    ['tags closed that never opened', 'a</b></div></p>b', ['p a', 'p b']],
    ['a tag cut off', '<p>a</p><a href="x', ['p a']],
    ['signs that are no tags', '<p>1 < 2 > 0 & <3', ['p 1 < 2 > 0 & <3']],
    ['text loose in a table', 'x<table>foo<tr><td>a</td></tr>bar</table>y', ['p xfoo', 'tr a', 'p bar', 'p y']],
    ['CR LF', '<p>a\r\nb</p>\r\n<pre>\r\nc\r\nd</pre>', ['p a b', 'p c\r⏎d']],
  ])('%s', (_name, source, expected) => {
    expect(shown('html', source)).toEqual(expected)
  })

  it('keeps an entity as one edit', () => {
    expect(extract('<p>a&amp;b</p>', 'html').edits.filter(({ kind }) => kind === 'entity')).toEqual([
      { kind: 'entity', at: { from: 4, to: 9 }, was: '&amp;', is: '&' },
    ])
  })
})

describe('Markdown', () => {
  it.each([
    ['headings', '# A *b*\n\nC\n=\n\n### D ###', ['h1 A b', 'h1 C', 'h3 D']],
    ['a wrapped paragraph', 'one\ntwo\n\n中文\n換行', ['p one two', 'p 中文換行']],
    ['hard breaks', 'a  \nb\\\nc', ['p a⏎b⏎c']],
    ['inline markup', '**a** _b_ ~~c~~ `d  &amp;` [e](u "t") ![f](u) <http://g.h>', ['p a b c d &amp; e http://g.h']],
    ['escapes and entities', '\\*a\\* &lt;b&gt; &copy; &copy', ['p *a* <b> © &copy']],
    ['lists', '- a\n- b\n  1. c\n  2. d\n\n3) e\n3) f', ['1• a', '1• b', '21. c', '22. d', '13) e', '14) f']],
    ['an item of several blocks', '- a\n\n  b\n- [x] c', ['1• a', '1 b', '1• c']],
    ['quotes', '> a\n> b\nc\n>\n> > d', ['p a b c', 'p d']],
    ['a table', '| A | B |\n|---|:-:|\n| a | b\\|c |\n|   | d |', ['th A|B', 'tr a|b|c', 'tr |d']],
    ['code', '```js\njs\n  x\n```\n\n    indented\n     more', ['p js⏎  x', 'p indented⏎ more']],
    ['HTML inside', 'a <b>b</b><br>c <!-- d -->\n\n<div>\n<p>e<p>f\n</div>', ['p a b⏎c', 'p e', 'p f']],
    ['HTML in a quote', '> <div>\n> a > b\n> </div>', ['p a > b']],
    ['scripts inside', 'a <script>b</script> c\n\n<script>\nd\n</script>', ['p a c']],
    ['footnotes and definitions', 'a[^1] [b][x]\n\n[x]: http://u\n[^1]: note', ['p a b', 'p note']],
    ['autolinks', 'see www.a.com, x@y.org.', ['p see www.a.com, x@y.org.']],
    ['a rule', 'a\n\n---\n\nb', ['p a', 'p b']],
  ])('%s', (_name, source, expected) => {
    expect(shown('markdown', source)).toEqual(expected)
  })
})

describe('laws', () => {
  const scraps = fc.constantFrom(
    ...[
      '<p>',
      '</p>',
      '<b>',
      '</b>',
      '<table>',
      '<tr>',
      '<td>',
      '</table>',
      '<ul>',
      '<li>',
      '</ul>',
      '<br>',
      '<!--',
      '-->',
    ],
    ...[
      '<script>',
      '</script>',
      '<pre>',
      '</pre>',
      '<h2>',
      '<a href="',
      '">',
      '<ruby>',
      '<rt>',
      '<',
      '>',
      '&amp;',
      '&lt',
    ],
    ...[
      '&#x4e2d;',
      '&',
      'a',
      'word',
      ' ',
      '  ',
      '\n',
      '\r\n',
      '\n\n',
      '中',
      '文，',
      '　',
      '\u00a0',
      '𠀀',
      '\t',
      '`',
      '*',
      '**',
    ],
    ...[
      '_',
      '[',
      '](u)',
      '![',
      '# ',
      '> ',
      '- ',
      '1. ',
      '| ',
      '|--|--|',
      '\\',
      '```\n',
      '[^1]',
      '[^1]: ',
      'www.a.com',
      '    ',
    ],
  )
  const source = fc.array(scraps, { maxLength: 40 }).map((parts) => parts.join(''))

  it.each(['html', 'markdown', 'plain'] as const)(
    '%s: edits replay both ways, blocks hold all but white space',
    (format) => {
      fc.assert(
        fc.property(source, (text) => expectLaws(text, extract(text, format))),
        { numRuns: 400 },
      )
    },
  )

  it('HTML: text comes out whole and in order, tags do not come out', () => {
    const word = fc.constantFrom('alpha', 'beta', '中文', '&lt;i&gt;', 'x&amp;y')
    const node = fc.letrec<{ node: string; inline: string }>((tie) => ({
      inline: fc.oneof(
        word,
        fc.array(tie('inline'), { maxLength: 3 }).map((inner) => `<em>${inner.join(' ')}</em>`),
      ),
      node: fc.oneof(
        { maxDepth: 4 },
        fc.array(tie('inline'), { maxLength: 4 }).map((inner) => `<p>${inner.join(' ')}</p>`),
        fc.array(tie('node'), { maxLength: 3 }).map((inner) => `<div><!-- <p>no -->${inner.join('\n')}</div>`),
        fc.array(tie('inline'), { maxLength: 3 }).map((cells) => `<table><tr><td>${cells.join('</td><td>')}</table>`),
      ),
    })).node
    fc.assert(
      fc.property(fc.array(node, { maxLength: 4 }), (nodes) => {
        const html = nodes.join('')
        const bare = html
          .replaceAll(/<!--.*?-->|<[^>]*>/g, '')
          .replaceAll('&lt;', '<')
          .replaceAll('&gt;', '>')
        const { text } = extract(html, 'html')
        expect(text.replaceAll(/\s/g, '')).toBe(bare.replaceAll('&amp;', '&').replaceAll(/\s/g, ''))
      }),
    )
  })
})

describe('formatOf', () => {
  it.each([
    ['en.txt', 'plain'],
    ['zh-Hant.MD', 'markdown'],
    ['a.html', 'html'],
    ['a.htm', 'html'],
    ['a.pdf', null],
    ['txt', null],
  ])('%s', (file, expected) => {
    expect(formatOf(file)).toBe(expected)
  })
})
