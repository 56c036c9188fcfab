/** A published file: where it is, how many bytes, and the SHA-256 of them in lower-case hex. */
export type FileLink = { readonly href: string; readonly bytes: number; readonly sha256: string }
