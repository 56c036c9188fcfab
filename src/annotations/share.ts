import type { Annotation } from './annotation.ts'
import { itemsIn, readItem } from './import.ts'
import { limits } from './limits.ts'
import type { NoteFault } from './note-fault.ts'
import { formatAnnotation } from './web-annotation-write.ts'

/**
 * A few annotations in an address: `note=1.<base64url of deflated JSON>`, behind the `#`, so that no server is sent
 * what a reader wrote. The number is the version of this form.
 *
 * The compressor is handed in: `CompressionStream('deflate-raw')` in a browser, zlib in Node.
 * Errors  too large comes back as a fault with the limit; a link that is none, or is hostile, likewise.
 */
export type Deflate = (text: string) => Promise<Uint8Array>

/**
 * Back to the text. Gives `null` for what is not deflated UTF-8, and stops reading at `most` bytes: a small link may
 * unfold to gigabytes.
 */
export type Inflate = (bytes: Uint8Array, most: number) => Promise<string | null>

const shareName = 'note'
const version = '1'

export type Shared<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: NoteFault }

/** The fragment for an address, without its `#`. */
export async function formatShare(annotations: readonly Annotation[], deflate: Deflate): Promise<Shared<string>> {
  if (annotations.length > limits.shared) return refused('link-too-many', limits.shared)
  const json = JSON.stringify(annotations.map((one) => withoutContext(formatAnnotation(one))))
  const packed = base64url(await deflate(json))
  if (packed.length > limits.sharedCharacters) return refused('link-too-long', limits.sharedCharacters)
  return { ok: true, value: `${shareName}=${version}.${packed}` }
}

/** `null` when the fragment is about something else. Rows of the notice may have changed since: anchor as ever. */
export async function parseShare(
  fragment: string,
  inflate: Inflate,
  now: string,
): Promise<Shared<readonly Annotation[]> | null> {
  const [, given, packed] = new RegExp(`^#?${shareName}=([^.]*)(?:\\.(.*))?$`, 'su').exec(fragment) ?? []
  if (given === undefined) return null
  if (packed === undefined || !/^[0-9]{1,6}$/.test(given)) return refused('link-broken')
  if (given !== version) return refused('link-version')
  if (packed.length > limits.sharedCharacters) return refused('link-too-long', limits.sharedCharacters)
  const bytes = fromBase64url(packed)
  const inflated = bytes === null ? null : await inflate(bytes, limits.sharedBytes).catch(() => null)
  if (inflated === null) return refused('link-broken')
  const value = parseJson(inflated)
  const items = Array.isArray(value) ? itemsIn(value) : []
  if (items.length === 0) return refused('link-broken')
  if (items.length > limits.shared) return refused('link-too-many', limits.shared)
  const annotations: Annotation[] = []
  for (const item of items) {
    const read = readItem(item.value, item.path, now)
    if ('fault' in read) return { ok: false, fault: read.fault }
    if (read.kind === 'foreign') return refused('link-broken')
    annotations.push(read.annotation)
  }
  return { ok: true, value: annotations }
}

function withoutContext({ '@context': _context, ...rest }: ReturnType<typeof formatAnnotation>): object {
  return rest
}

function refused(key: NoteFault['key'], limit?: number): { readonly ok: false; readonly fault: NoteFault } {
  return { ok: false, fault: { key, path: [], ...(limit === undefined ? {} : { limit }) } }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** RFC 4648 section 5, without padding. */
export function base64url(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 3) {
    const three = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0)
    const four = [18, 12, 6, 0].map((shift) => alphabet[(three >> shift) & 63] ?? '').join('')
    text += four.slice(0, Math.min(3, bytes.length - at) + 1)
  }
  return text
}

export function fromBase64url(text: string): Uint8Array | null {
  if (!/^[A-Za-z0-9_-]*$/.test(text) || text.length % 4 === 1) return null
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4))
  let held = 0
  let bits = 0
  let at = 0
  for (const sign of text) {
    held = ((held << 6) | alphabet.indexOf(sign)) & 0xffff
    bits += 6
    if (bits < 8) continue
    bits -= 8
    bytes[at++] = (held >> bits) & 0xff
  }
  return bytes
}
