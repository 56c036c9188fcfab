import { join } from 'node:path'
import { formatPooled, trainPooled } from '../../src/align/index.ts'
import { byLang } from '../../src/corpus/lang.ts'
import { sliceRun } from '../../src/corpus/run.ts'
import { buildCollection, pooledFile } from '../collection.ts'
import { writeWhole } from '../files.ts'
import { exit, hasErrors, reportFaults } from '../report.ts'
import { loadLexicon, loadTools } from '../tools.ts'

/**
 * Learns word statistics from all notices of a collection together and saves them. Builds use the saved file as it
 * is, so that a change in one notice does not move another's beads until this is run again.
 */
export async function pool({ content }: { readonly content: string }): Promise<number> {
  const { content: parsed, notices, faults } = await buildCollection(content, loadTools())
  const errors = faults.filter((fault) => fault.severity !== 'warning')
  reportFaults(errors)
  if (parsed === null || hasErrors(errors)) return exit.badInput
  const documents = notices.map(({ corpus: { sides } }) =>
    byLang((lang) => sides[lang].sentences.map((sentence) => sliceRun(sides[lang].text, sentence))),
  )
  const pooled = trainPooled(documents, { lexicon: loadLexicon(), terms: parsed.terms })
  await writeWhole(join(content, pooledFile), formatPooled(pooled))
  process.stdout.write(
    `${join(content, pooledFile)}: ${pooled.links.length} word pairs from ${documents.length} notices\n`,
  )
  return exit.done
}
