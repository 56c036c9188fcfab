import { basename } from 'node:path'
import { Converter } from 'opencc-js/t2cn'
import type { Plugin } from 'vite'

/**
 * Libraries as the browser needs them: of each only what is asked of it, cut when the reader is built, so that the
 * source reads as if the whole library came along.
 */

/**
 * In a page, folding needs of OpenCC what it says of single characters; its phrases are three quarters of its weight.
 * In its place stands a table of the characters that it changes, made by asking it for every one.
 */
export function foldingTable(): Plugin {
  return inPlaceOf('opencc-js/t2cn', tableModule)
}

/** In the search worker the index brings the characters that its collection has to do with (`foldBy`). */
export function noFoldingTable(): Plugin {
  return inPlaceOf('opencc-js/t2cn', () => 'export const Converter = () => (text) => text\n')
}

function inPlaceOf(name: string, source: () => string): Plugin {
  return {
    name: `duidu:in-place-of:${name}`,
    enforce: 'pre',
    apply: 'build',
    resolveId: (id) => (id === name ? `\0${name}` : null),
    load: (id) => (id === `\0${name}` ? source() : null),
  }
}

function tableModule(): string {
  const convert = Converter({ from: 't', to: 'cn' })
  let [from, to] = ['', '']
  for (let point = 0x2e80; point <= 0x323af; point += 1) {
    const one = String.fromCodePoint(point)
    const other = one.isWellFormed() ? convert(one) : one
    if (other === one) continue
    if (Array.from(other).length !== 1) throw new Error(`OpenCC makes ${other} of ${one}: more than a table can hold`)
    from += one
    to += other
  }
  return `const to = Array.from(${JSON.stringify(to)})
const table = new Map(Array.from(${JSON.stringify(from)}, (one, at) => [one, to[at]]))
export const Converter = () => (text) => Array.from(text, (one) => table.get(one) ?? one).join('')
`
}

/**
 * Of lunr, what each module of search asks for (`src/README.md`), as a file for each: not its index, nor what builds
 * it; and its query parser apart from what every query needs of it.
 */
const lunrParts: Readonly<Record<string, readonly string[]>> = {
  'words.ts': ['Token', 'stemmer', 'generateStopWordFilter', 'stopWordFilter'],
  'operators.ts': ['tokenizer', 'Query', 'QueryParseError', 'QueryLexer', 'QueryParser'],
}

/** lunr is one file of statements such as `lunr.Index.load = …`, of which those are left out that nothing calls. */
export function leanLunr(): Plugin {
  return {
    name: 'duidu:lean-lunr',
    enforce: 'pre',
    apply: 'build',
    resolveId: {
      order: 'pre',
      async handler(id, importer) {
        if (id !== 'lunr') return null
        const whole = await this.resolve(id, importer, { skipSelf: true })
        return whole === null ? null : `${whole.id}?for=${basename(importer ?? '')}`
      },
    },
    transform(code, id) {
      const [, user] = /\/lunr\/lunr\.js\?for=(.*)$/u.exec(id) ?? []
      if (user === undefined) return null
      const parts = lunrParts[user]
      if (parts === undefined) throw new Error(`lunr: nobody said what of it ${user} asks for`)
      let [kept, dropped] = ['', 0]
      // Its statements begin at the margin; what is nested is indented. The last is followed by how the whole is exported.
      for (const statement of code.slice(0, code.indexOf('  /**\n   * export the module')).split(/^(?=lunr\.\w+)/mu)) {
        const part = /^lunr\.(\w+)/.exec(statement)?.[1]
        if (part !== undefined && parts.includes(part)) kept += statement
        else dropped += 1
      }
      if (dropped < 50 || !code.includes('var lunr = function (config)'))
        throw new Error(`${id}: not the lunr that is known, ${dropped} parts would be left out`)
      return { code: `const lunr = {}\n${kept}\nexport default lunr\n`, map: null }
    },
  }
}
