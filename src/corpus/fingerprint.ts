import type { ByLang } from './lang.ts'

/**
 * A short fingerprint of the words that a link leads to, so that a reader can say when they have changed since.
 * It guards against edits, not against forgery.
 *
 * Shapes  eight characters of base64url (RFC 4648 §5), 48 bits, of the beads' texts in order, both sides.
 * Chance  that a changed text keeps its fingerprint: about 1 in 2^48.
 * Source  FNV-1a (Fowler, Noll, Vo) over UTF-16 code units from two offsets, each with the finalising mix of
 *         MurmurHash3 (Appleby).
 */
export type Fingerprint = string

const shape = /^[A-Za-z0-9_-]{8}$/

export function parseFingerprint(text: string): Fingerprint | null {
  return shape.test(text) ? text : null
}

export function fingerprintOf(beads: readonly ByLang<string>[]): Fingerprint {
  // No text holds NUL, so texts cannot run into one another.
  const text = beads.map((bead) => `${bead.en}\0${bead['zh-Hant']}`).join('\0\0')
  return digits(hash32(text, 0x811c9dc5)) + digits(hash32(text, 0x9747b28c))
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** The low 24 bits as four digits of six bits each, from the lowest. */
function digits(value: number): string {
  return Array.from({ length: 4 }, (_, at) => alphabet[(value >>> (6 * at)) & 63]).join('')
}

function hash32(text: string, offset: number): number {
  let value = offset
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193)
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35)
  return (value ^ (value >>> 16)) >>> 0
}
