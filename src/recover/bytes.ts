/** Numbers as bytes, little-endian, and varints of seven bits each, the least significant first. */
export class ByteWriter {
  private readonly parts: number[] = []
  u8(value: number) {
    this.parts.push(value & 0xff)
  }
  u16(value: number) {
    this.parts.push(value & 0xff, (value >> 8) & 0xff)
  }
  u32(value: number) {
    this.u16(value & 0xffff)
    this.u16(value >>> 16)
  }
  varint(value: number) {
    let rest = value
    for (; rest >= 0x80; rest >>>= 7) this.parts.push((rest & 0x7f) | 0x80)
    this.parts.push(rest)
  }
  /** ASCII and ü only, so that no encoder is needed: ü is written as `v`. */
  text(value: string) {
    const ascii = value.replaceAll('ü', 'v')
    this.u32(ascii.length)
    for (let i = 0; i < ascii.length; i++) this.u8(ascii.charCodeAt(i))
  }
  bytes(): Uint8Array {
    return Uint8Array.from(this.parts)
  }
}

/** Errors  throws a `RangeError` where the bytes end too soon. */
export class ByteReader {
  private at = 0
  constructor(private readonly source: Uint8Array) {}
  u8(): number {
    const byte = this.source[this.at++]
    if (byte === undefined) throw new RangeError(`the data ends after ${this.source.length} bytes`)
    return byte
  }
  u16(): number {
    return this.u8() | (this.u8() << 8)
  }
  u32(): number {
    return (this.u16() | (this.u16() << 16)) >>> 0
  }
  varint(): number {
    let value = 0
    for (let shift = 0; ; shift += 7) {
      const byte = this.u8()
      value |= (byte & 0x7f) << shift
      if (byte < 0x80) return value
    }
  }
  bytes(length: number): Uint8Array {
    return this.source.subarray(this.at, (this.at += length))
  }
  text(length: number): string {
    let text = ''
    for (let i = 0; i < length; i++) text += String.fromCharCode(this.u8())
    return text
  }
}
