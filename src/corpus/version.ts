/**
 * Names and versions of every file that Duidu writes for another program, or for itself at another time.
 * A version rises when a reader of the older shape would misread the newer one; a new optional key does not raise it.
 */
export const versions = {
  corpus: { schema: 'duidu-corpus', version: 1 },
  manifest: { schema: 'duidu-manifest', version: 1 },
  ids: { schema: 'duidu-ids', version: 1 },
  beads: { schema: 'duidu-beads', version: 1 },
  editions: { schema: 'duidu-editions', version: 1 },
  terms: { schema: 'duidu-terms', version: 1 },
  findings: { schema: 'duidu-findings', version: 1 },
} as const

export type FileKind = keyof typeof versions

/** What every versioned file begins with. */
export type Versioned<K extends FileKind> = (typeof versions)[K]
