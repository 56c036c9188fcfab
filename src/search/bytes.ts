/**
 * Bytes out and in: variable-length integers (seven bits a byte, the lowest first, LEB128 of DWARF) and sorted lists
 * of strings in which each says only how it differs from the one before.
 */
export class ByteWriter {
  #bytes = new Uint8Array(1024)
  #length = 0

  get length(): number {
    return this.#length
  }

  /** An integer of at most 53 bits, from 0. */
  integer(value: number): void {
    let rest = value
    while (rest >= 0x80) {
      this.#byte((rest % 0x80) | 0x80)
      rest = Math.floor(rest / 0x80)
    }
    this.#byte(rest)
  }

  raw(bytes: Uint8Array): void {
    this.#grow(bytes.length)
    this.#bytes.set(bytes, this.#length)
    this.#length += bytes.length
  }

  /** Any string: each of its UTF-16 units in UTF-8's way (CESU-8), so that lone surrogates come through as well. */
  text(text: string, from = 0): void {
    this.integer(text.length - from)
    for (let at = from; at < text.length; at += 1) {
      const unit = text.charCodeAt(at)
      if (unit < 0x80) this.#byte(unit)
      else {
        if (unit < 0x800) this.#byte(0xc0 | (unit >> 6))
        else {
          this.#byte(0xe0 | (unit >> 12))
          this.#byte(0x80 | ((unit >> 6) & 0x3f))
        }
        this.#byte(0x80 | (unit & 0x3f))
      }
    }
  }

  /** Sorted strings, front-coded. */
  strings(sorted: readonly string[]): void {
    this.integer(sorted.length)
    let last = ''
    for (const one of sorted) {
      let shared = 0
      while (shared < last.length && last[shared] === one[shared]) shared += 1
      this.integer(shared)
      this.text(one, shared)
      last = one
    }
  }

  bytes(): Uint8Array {
    return this.#bytes.slice(0, this.#length)
  }

  #byte(value: number): void {
    this.#grow(1)
    this.#bytes[this.#length] = value
    this.#length += 1
  }

  #grow(by: number): void {
    if (this.#length + by <= this.#bytes.length) return
    const grown = new Uint8Array(Math.max(this.#bytes.length * 2, this.#length + by))
    grown.set(this.#bytes)
    this.#bytes = grown
  }
}

/** Reads what `ByteWriter` wrote; throws a RangeError that says where when the bytes end too soon. */
export class ByteReader {
  readonly #bytes: Uint8Array
  #at = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  integer(): number {
    let value = 0
    for (let scale = 1; ; scale *= 0x80) {
      const byte = this.#byte()
      value += (byte & 0x7f) * scale
      if (byte < 0x80) return value
    }
  }

  raw(length: number): Uint8Array {
    const to = this.#at + length
    if (to > this.#bytes.length) throw new RangeError(`bytes: ${to} is beyond the end, ${this.#bytes.length}`)
    const bytes = this.#bytes.subarray(this.#at, to)
    this.#at = to
    return bytes
  }

  text(): string {
    const units = new Uint16Array(this.integer())
    for (let at = 0; at < units.length; at += 1) {
      const lead = this.#byte()
      units[at] =
        lead < 0x80
          ? lead
          : lead < 0xe0
            ? ((lead & 0x1f) << 6) | (this.#byte() & 0x3f)
            : ((lead & 0x0f) << 12) | ((this.#byte() & 0x3f) << 6) | (this.#byte() & 0x3f)
    }
    let text = ''
    // An argument list has its limits.
    for (let at = 0; at < units.length; at += 4096) text += String.fromCharCode(...units.subarray(at, at + 4096))
    return text
  }

  strings(): string[] {
    let last = ''
    return Array.from({ length: this.integer() }, () => {
      last = last.slice(0, this.integer()) + this.text()
      return last
    })
  }

  #byte(): number {
    const byte = this.#bytes[this.#at]
    if (byte === undefined) throw new RangeError(`bytes: something goes on at ${this.#at}, where the bytes end`)
    this.#at += 1
    return byte
  }
}
