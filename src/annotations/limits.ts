/**
 * How much one annotation and one file may hold. What is longer is listed as bad with its limit, never cut: a note
 * that silently lost its end is worse than one that stayed outside.
 *
 * Units  strings in UTF-16 code units, files in bytes.
 */
export const limits = {
  /** A long article of a law is about 3,000 characters; a chapter is no quotation. */
  exact: 20_000,
  /** Our own context is 32 characters or a little more; other programs' is rarely beyond 200. */
  context: 1_000,
  note: 50_000,
  tag: 100,
  tags: 30,
  creator: 200,
  /** Rows and sentence beads of one annotation. */
  rows: 500,
  sentences: 5_000,
  /** Annotations in one file. */
  annotations: 50_000,
  /** A file to import. 10,000 annotations are about 12 MB. */
  bytes: 64_000_000,
  /** What a link may carry: some programs cut an address at 8,000 characters. */
  sharedCharacters: 6_000,
  shared: 20,
  /** A shared annotation's JSON once it is inflated: a small link may unfold into a large text. */
  sharedBytes: 256_000,
} as const
