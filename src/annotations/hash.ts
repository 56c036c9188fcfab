import { annotationId, type AnnotationId } from './annotation.ts'

/** 32 bits that stand for a text: FNV-1a over UTF-16 units, then mixed so that low bits are as good as high ones. */
function hash32(text: string, seed: number): number {
  let value = seed
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193)
  value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d)
  return (value ^ (value >>> 13)) >>> 0
}

const seeds = [0x811c9dc5, 0x9747b28c, 0x1b873593, 0xe6546b64]

/**
 * An id for what came without a UUID, always the same for the same name, so that importing a file twice finds its
 * annotations again. RFC 9562, version 8.
 */
export function idFromName(name: string): AnnotationId {
  const hex = seeds.map((seed) => hash32(name, seed).toString(16).padStart(8, '0')).join('')
  return annotationId(
    `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`,
  )
}
