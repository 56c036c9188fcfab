import { review, type Reviewed } from '../../src/check/accept.ts'
import { describeFinding } from '../../src/check/describe.ts'
import { beadTexts } from '../../src/corpus/bead-text.ts'
import { buildCollection } from '../collection.ts'
import { counted, exit, hasErrors, reportFaults } from '../report.ts'
import { loadTools } from '../tools.ts'

export type CheckOptions = { readonly content: string; readonly strict?: boolean; readonly json?: boolean }

/**
 * Everything that is wrong with the content, and what its translations say differently. Builds in memory, since some of
 * it shows only then; writes nothing. Findings go to standard output, with the key by which findings.json accepts them.
 */
export async function check({ content, strict, json }: CheckOptions): Promise<number> {
  const { notices, faults } = await buildCollection(content, loadTools())
  const reviews = notices.map(({ corpus, spec, accepted }) => ({
    folder: spec.folder,
    corpus,
    reviewed: review(corpus.findings ?? [], accepted),
  }))
  const open = reviews.reduce((sum, { reviewed }) => sum + reviewed.open.length + reviewed.stale.length, 0)
  if (json === true) {
    const findings = reviews.flatMap(({ folder, corpus, reviewed }) =>
      reviewed.open.map((finding) => ({ notice: folder, ...finding, texts: beadTexts(corpus, finding.sentence) })),
    )
    process.stdout.write(`${JSON.stringify({ faults, findings }, null, 2)}\n`)
  } else {
    reportFaults(faults)
    for (const { folder, reviewed } of reviews) process.stdout.write(shown(folder, reviewed))
    const errors = faults.filter((fault) => fault.severity !== 'warning').length
    const counts = [
      `${counted(notices.length, 'notice')} sound`,
      counted(errors, 'error'),
      counted(faults.length - errors, 'warning'),
      counted(open, 'finding'),
    ]
    process.stdout.write(`${counts.join(', ')}\n`)
  }
  return hasErrors(faults) || (strict === true && faults.length + open > 0) ? exit.badInput : exit.done
}

function shown(folder: string, { open, stale }: Reviewed): string {
  return [
    ...open.map((finding) => `${folder}#${finding.sentence}: ${describeFinding(finding)}. [${finding.key}]\n`),
    ...stale.map(({ key }) => `${folder}/findings.json: “${key}” is accepted, but no longer found. Take it out.\n`),
  ].join('')
}
