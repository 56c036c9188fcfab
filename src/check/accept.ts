import type { AcceptedFinding, Finding } from '../corpus/finding.ts'

export type Reviewed = {
  /** What nobody has accepted, in order. */
  readonly open: readonly Finding[]
  readonly accepted: readonly { readonly finding: Finding; readonly reason: string }[]
  /** Accepted once, and no longer found: the texts have changed since. */
  readonly stale: readonly AcceptedFinding[]
}

/** Parts findings by what a reviewer accepted. What follows from an accepted finding is accepted with it. */
export function review(findings: readonly Finding[], accepted: readonly AcceptedFinding[]): Reviewed {
  const reasons = new Map(accepted.map(({ key, reason }) => [key, reason]))
  const keys = new Set(findings.map(({ key }) => key))
  return {
    open: findings.filter(({ key }) => !reasons.has(key)),
    accepted: findings.flatMap((finding) => {
      const reason = reasons.get(finding.key)
      return reason === undefined ? [] : [{ finding, reason }]
    }),
    stale: accepted.filter(({ key }) => !keys.has(key)),
  }
}
