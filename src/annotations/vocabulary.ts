/** Names that Duidu's Web Annotations use, the W3C's and its own. */
const annoContext = 'http://www.w3.org/ns/anno.jsonld'

/** What the W3C has no word for lives here; other programs pass it by. */
export const duiduVocabulary = 'urn:x-duidu:ns:'

/** An annotation's `@context`. Rows and sentence beads keep their order. */
export const context = [
  annoContext,
  {
    duidu: duiduVocabulary,
    'duidu:rows': { '@container': '@list' },
    'duidu:sentences': { '@container': '@list' },
  },
] as const

/** Notes are CommonMark. */
export const noteFormat = 'text/markdown'

/** Fragments of an HTML page (RFC 3236 names them). */
export const fragmentStandard = 'http://tools.ietf.org/rfc/rfc3236'

/** The name of a notice where the address of its page is not known. */
export function noticeUrn(notice: string): string {
  return `urn:x-duidu:notice:${notice}`
}

/** Names the stylesheet that gives the classes of colours; each program has its own. */
export const colourSheet = 'urn:x-duidu:colours'
