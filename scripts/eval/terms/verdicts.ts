import { existsSync, readFileSync } from 'node:fs'

/**
 * What a person judged of findings and proposals: `<notice> <key> <right|wrong> <why>`, a line each, parted by tabs. A
 * proposal's notice is `candidates`, its key `<English> / <Chinese>`. Right is what a reviewer of the translation, or of
 * the term list, would want to be told.
 */
export function verdicts(file: string): Map<string, string> {
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []
  return new Map(
    lines.flatMap((line) => {
      const [notice = '', key = '', verdict] = line.split('\t')
      return verdict === undefined ? [] : [[`${notice}\t${key}`, verdict] as const]
    }),
  )
}
