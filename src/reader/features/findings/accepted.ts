import type { AcceptedFinding, FindingsFile } from '../../../corpus/finding.ts'
import type { NoticeId } from '../../../corpus/ids.ts'
import { versions } from '../../../corpus/version.ts'

/**
 * Findings that someone accepts on this device. They count here only: for every reader, the author puts the file that
 * `findingsFile` gives into the notice's folder.
 */
export function readAccepted(storage: () => Storage, notice: NoticeId): readonly AcceptedFinding[] {
  try {
    const kept: unknown = JSON.parse(storage().getItem(keyOf(notice)) ?? '[]')
    return Array.isArray(kept) ? kept.filter(isAccepted) : []
  } catch {
    return []
  }
}

/** False where the browser keeps nothing. */
export function keepAccepted(storage: () => Storage, notice: NoticeId, accepted: readonly AcceptedFinding[]): boolean {
  try {
    if (accepted.length === 0) storage().removeItem(keyOf(notice))
    else storage().setItem(keyOf(notice), JSON.stringify(accepted))
    return true
  } catch {
    return false
  }
}

/** The whole `findings.json`: what the editor accepted before, and what was accepted here. */
export function findingsFile(published: readonly AcceptedFinding[], here: readonly AcceptedFinding[]): string {
  const kept = published.filter(({ key }) => !here.some((one) => one.key === key))
  const file: FindingsFile = { ...versions.findings, accepted: [...kept, ...here] }
  return `${JSON.stringify(file, null, 2)}\n`
}

function keyOf(notice: NoticeId): string {
  return `duidu.accepted.${notice}`
}

function isAccepted(value: unknown): value is AcceptedFinding {
  return (
    typeof value === 'object' &&
    value !== null &&
    'key' in value &&
    typeof value.key === 'string' &&
    'reason' in value &&
    typeof value.reason === 'string'
  )
}
