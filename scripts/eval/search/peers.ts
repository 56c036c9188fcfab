import FlexSearch from 'flexsearch'
import lunr from 'lunr'
import MiniSearch from 'minisearch'
import { isCharacter, unitKeys } from '../../../src/search/units.ts'
import { fold } from '../../../src/text/fold.ts'
import type { BeadText } from './collection.ts'
import { packed, type Engine } from './engines.ts'

/** The libraries that search is measured beside, each given what it needs to do its best with two languages. */

/** The same tokens for all peers: what they lack is no tokens of their own making. */
function tokensOf(text: string): string[] {
  const keys = unitKeys(fold(text))
  return keys.flatMap((key, at) => {
    const next = keys[at + 1]
    if (!isCharacter(key)) return [key]
    return next !== undefined && isCharacter(next) ? [key, key + next] : [key]
  })
}

/** A query’s tokens: its pairs where it has any, its characters where they stand alone. */
function queryTokens(text: string): string[] {
  const tokens = tokensOf(text)
  return tokens.filter(
    (token) => !isCharacter(token) || !tokens.some((other) => other.length > 1 && other.includes(token)),
  )
}

const stemmed = (token: string): string =>
  /^[a-z]+$/.test(token) ? lunr.stemmer(new lunr.Token(token, {})).toString() : token

export function miniSearch(texts: readonly BeadText[]): Engine {
  const begun = performance.now()
  const index = new MiniSearch({
    fields: ['en', 'zh'],
    tokenize: tokensOf,
    processTerm: stemmed,
    searchOptions: {
      combineWith: 'AND',
      tokenize: queryTokens,
      // Misspelt words only, as the peer’s manual has it: a fifth of a long word’s letters.
      fuzzy: (term) => (/^[a-z]{6,}$/.test(term) ? 0.2 : false),
    },
  })
  index.addAll(texts.map((row, id) => ({ id, en: row.en, zh: row['zh-Hant'] })))
  const buildMs = performance.now() - begun
  const find = (query: string): number[] => index.search(query).map(({ id }) => Number(id))
  return {
    name: 'MiniSearch bigrams',
    buildMs,
    size: { index: packed(JSON.stringify(index)), texts: null },
    all: (query) => Promise.resolve(find(query)),
    ten: (query) => Promise.resolve(find(query).length),
    cold: null,
  }
}

export function lunrBigrams(texts: readonly BeadText[]): Engine {
  const begun = performance.now()
  const builder = new lunr.Builder()
  builder.ref('id')
  builder.field('en')
  builder.field('zh')
  texts.forEach((row, id) =>
    builder.add({ id: String(id), en: tokensOf(row.en).map(stemmed), zh: tokensOf(row['zh-Hant']).map(stemmed) }),
  )
  const index = builder.build()
  const buildMs = performance.now() - begun
  const find = (query: string): number[] =>
    index
      .query((clauses) => {
        for (const token of queryTokens(query))
          clauses.term(stemmed(token), {
            presence: lunr.Query.presence.REQUIRED,
            editDistance: /^[a-z]{6,}$/.test(token) ? 1 : 0,
          })
      })
      .map(({ ref }) => Number(ref))
  return {
    name: 'lunr bigrams',
    buildMs,
    size: { index: packed(JSON.stringify(index)), texts: null },
    all: (query) => Promise.resolve(find(query)),
    ten: (query) => Promise.resolve(find(query).length),
    cold: null,
  }
}

export function flexSearch(texts: readonly BeadText[]): Engine {
  const begun = performance.now()
  const index = new FlexSearch.Index({ tokenize: 'strict', encode: (text: string) => tokensOf(text).map(stemmed) })
  texts.forEach((row, id) => index.add(id, `${row.en} ${row['zh-Hant']}`))
  const buildMs = performance.now() - begun
  const parts: string[] = []
  index.export((key: string, data: string | undefined) => {
    parts.push(key, data ?? '')
  })
  const find = (query: string): number[] => index.search(query, { limit: texts.length }).map((id) => Number(id))
  return {
    name: 'FlexSearch bigrams',
    buildMs,
    size: { index: packed(parts.join('\n')), texts: null },
    all: (query) => Promise.resolve(find(query)),
    ten: (query) => Promise.resolve(find(query).length),
    cold: null,
  }
}

/** What anybody would write first: every row read for every query. */
export function plainScan(texts: readonly BeadText[]): Engine {
  const begun = performance.now()
  const hay = texts.map((row) => fold(`${row.en}\n${row['zh-Hant']}`))
  const buildMs = performance.now() - begun
  const find = (query: string): number[] => {
    const needle = fold(query.replaceAll('"', ''))
    return hay.flatMap((text, at) => (text.includes(needle) ? [at] : []))
  }
  return {
    name: 'plain scan',
    buildMs,
    size: { index: 0, texts: packed(JSON.stringify(texts)) },
    all: (query) => Promise.resolve(find(query)),
    ten: (query) => Promise.resolve(find(query).length),
    cold: null,
  }
}
