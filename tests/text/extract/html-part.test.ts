import { describe, expect, it } from 'vitest'
import { extract } from '../../../src/text/extract/index.ts'

describe('parts of a page beside its text', () => {
  it.each([
    [
      'a landmark by its element',
      '<nav><ul><li>a<li>b</ul></nav><p>c</p><footer><p>d</p></footer>',
      ['navigation a', 'navigation b', '- c', 'page foot d'],
    ],
    [
      'a landmark by its role',
      '<div role=contentinfo>a</div><div role="complementary">b</div><div role=search>c</div>',
      ['page foot a', 'side column b', 'navigation c'],
    ],
    [
      'a foot and a side of the text',
      '<main><p>a</p><aside>b</aside></main><article><footer>c</footer></article><aside>d</aside>',
      ['- a', '- b', '- c', 'side column d'],
    ],
    ['a header is none', '<header><h1>a</h1><nav>b</nav></header>', ['- a', 'navigation b']],
    [
      'nothing but links and buttons',
      '<div><a href="/a">a</a> | <a href=b>b</a></div><p><button>c</button></p>',
      ['links a | b', 'links c'],
    ],
    ['a link among words', '<p>see <a href="/a">a</a></p><p><a href="/a">a</a> too</p>', ['- see a', '- a too']],
    [
      'links to places in the page and to documents',
      '<p><a href="#x">a</a></p><p><a href="/x.PDF?v=2">b</a></p><p><a name=c>c</a></p>',
      ['- a', '- b', '- c'],
    ],
    ['a heading that is a link', '<h2><a href="/a">a</a></h2>', ['- a']],
  ])('%s', (_name, source, expected) => {
    const { text, blocks } = extract(source, 'html')
    expect(blocks.map(({ at, part }) => `${part ?? '-'} ${text.slice(at.from, at.to)}`)).toEqual(expected)
  })
})
