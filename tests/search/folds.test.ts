import { describe, expect, it } from 'vitest'
import { buildIndex } from '../../src/search/build-index.ts'
import { openIndex } from '../../src/search/open-index.ts'
import { answer } from '../../src/search/answer.ts'
import { fold, foldBy } from '../../src/text/fold.ts'
import { sha256 } from '../../scripts/tools.ts'
import { corpusOf } from '../support/corpus.ts'

/** A browser folds by the table that an index brings and by no other: it must find what the whole of OpenCC finds. */
const sentences = [
  '再生醫學與精準醫療，衞生、衛生，臺灣、台灣，着手、著手。',
  '乾坤、乾燥；裏面、裡面；羣眾。',
  '㐂與𠮷及 ﾊﾝｶｸ。',
]
const notice = corpusOf({ id: 'folds', rows: sentences.map((zh) => ({ en: [['A line.']], zh: [[zh]] })) })
const queries = ['再生医学', '衛生', '台湾', '著手', '裏面', '里面', '群众', '乾', '干', '𠮷', 'ハンカク', '龍']

describe('the folding table of an index', () => {
  it('is enough to fold its collection, and what is asked of it', async () => {
    const { name, files } = buildIndex([notice], { hash: sha256 })
    const open = () => openIndex(name, (file) => Promise.resolve(files.get(file) ?? new Uint8Array()))
    const found = async (query: string): Promise<unknown> => (await answer(await open(), query)).hits
    const folded = sentences.map(fold)
    const before = await Promise.all(queries.map(found))
    foldBy((await open()).folds)
    expect(sentences.map(fold)).toEqual(folded)
    expect(await Promise.all(queries.map(found))).toEqual(before)
    expect((await open()).folds.size).toBeLessThan(200)
  })
})
