import { byLang } from '../../src/corpus/lang.ts'
import { buildCollection } from '../collection.ts'
import { exit, hasErrors, reportFaults } from '../report.ts'
import { loadTools } from '../tools.ts'

export type TermsOptions = { readonly content: string; readonly json?: boolean }

/** The term entries of a collection, with how often each is marked on either side. */
export async function terms({ content, json }: TermsOptions): Promise<number> {
  const built = await buildCollection(content, loadTools())
  const entries = (built.content?.terms ?? []).map((entry) => ({
    id: entry.id,
    terms: byLang((lang) => entry.terms[lang].map((term) => term.text)),
    marks: byLang((lang) =>
      built.notices.reduce(
        (sum, { corpus }) => sum + corpus.sides[lang].marks.filter((mark) => mark.term === entry.id).length,
        0,
      ),
    ),
  }))
  reportFaults(built.faults.filter((fault) => fault.severity !== 'warning'))
  if (json === true) process.stdout.write(`${JSON.stringify({ entries }, null, 2)}\n`)
  else
    for (const { id, terms: words, marks } of entries) {
      const columns = [id, words.en.join(', '), words['zh-Hant'].join('、'), marks.en, marks['zh-Hant']]
      process.stdout.write(`${columns.join('\t')}\n`)
    }
  return hasErrors(built.faults) ? exit.badInput : exit.done
}
