/**
 * A seal on each file of an index: whose it is and whether it arrived whole, in 8 bytes before the content.
 *
 * The index's files lie in a folder named by the hash of all of them, so that caches never mix versions; the seal
 * catches what a name can't: a file cut short, an error page in its place, a stale proxy. Bytes 0–3 are the first of
 * that hash, 4–7 the CRC-32 of the content (ISO 3309), big-endian.
 */
export function seal(content: Uint8Array, index: string): Uint8Array {
  const sealed = new Uint8Array(content.length + sealLength)
  const view = new DataView(sealed.buffer)
  view.setUint32(0, Number.parseInt(index.slice(0, 8), 16))
  view.setUint32(4, crc32(content))
  sealed.set(content, sealLength)
  return sealed
}

/** The content; `null` when the seal is another index's or broken. */
export function unseal(sealed: Uint8Array, index: string): Uint8Array | null {
  if (sealed.length < sealLength) return null
  const view = new DataView(sealed.buffer, sealed.byteOffset, sealed.length)
  const content = sealed.subarray(sealLength)
  return view.getUint32(0) === Number.parseInt(index.slice(0, 8), 16) && view.getUint32(4) === crc32(content)
    ? content
    : null
}

const sealLength = 8

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte
  for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1
  return rest
})

function crc32(bytes: Uint8Array): number {
  let rest = 0xffffffff
  for (const byte of bytes) rest = (rest >>> 8) ^ (table[(rest ^ byte) & 0xff] ?? 0)
  return ~rest >>> 0
}
