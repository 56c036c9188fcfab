import { isLead, isPrivateUse, isTrail, type Codec } from './codec.ts'

/**
 * The forward model of a byte slip: what a decoder that fell out of step makes of GBK bytes.
 *
 * A lead byte with no trail byte behind it comes out as a mark. Told to read late, the decoder takes the first lead
 * byte as such even though a trail byte follows; each pair after that straddles two characters, until a trail byte
 * below 80 stands alone as ASCII or a lead byte meets ASCII. Codes that GBK does not assign vanish.
 * What came out may then have been narrowed: full-width forms to ASCII.
 *
 * Units  bytes in, UTF-16 out. Proof of a repair: this function, run on the repaired bytes, gives what was received.
 */
export type SlipProfile = {
  /** What a lone lead byte leaves behind. */
  readonly mark: '?' | '\ufffd'
  /** Whether a lone lead byte takes the ASCII byte behind it along. */
  readonly swallows: boolean
  /** Which full-width forms came out as ASCII. */
  readonly narrowed: 'none' | 'marks' | 'all'
  /** Whether codes that only later standards assign count as unassigned too. */
  readonly strict: boolean
  /** The first byte was read as a lone lead byte although a trail byte follows it. */
  readonly late: boolean
}

/** What is received when `bytes` are decoded under a profile. */
export function decodeSlipped(codec: Codec, bytes: readonly number[], profile: SlipProfile): string {
  let text = ''
  let i = 0
  if (profile.late) {
    text += profile.mark
    i = 1
  }
  while (i < bytes.length) {
    const lead = bytes[i] ?? 0
    const trail = bytes[i + 1]
    if (lead < 0x80) {
      text += String.fromCharCode(lead)
      i += 1
    } else if (isLead(lead) && trail !== undefined && isTrail(trail)) {
      text += received(codec, (lead << 8) | trail, profile)
      i += 2
    } else {
      text += profile.mark
      i += profile.swallows && isLead(lead) && trail !== undefined ? 2 : 1
    }
  }
  return text
}

function received(codec: Codec, code: number, profile: SlipProfile): string {
  const char = codec.charOf[code] ?? 0
  if (char === 0 || (profile.strict && codec.mayVanish[code] === 1)) return ''
  return String.fromCharCode(narrow(char, profile.narrowed))
}

const FULL_WIDTH_SHIFT = 0xfee0
const narrowedMarks = '，：；？！（）'

/** A full-width form as ASCII, as far as the profile narrows. */
function narrow(char: number, narrowed: SlipProfile['narrowed']): number {
  if (narrowed === 'none' || char < 0xff01 || char > 0xff5e) return char
  return narrowed === 'all' || narrowedMarks.includes(String.fromCharCode(char)) ? char - FULL_WIDTH_SHIFT : char
}

/** The full-width form that an ASCII character may have been narrowed from; 0 for none. */
export function widened(char: number): number {
  return char > 0x20 && char < 0x7f ? char + FULL_WIDTH_SHIFT : 0
}

/** A received run without its private-use characters, which stand for unassigned codes. */
export function withoutPrivateUse(text: string): string {
  let kept = ''
  for (let i = 0; i < text.length; i++) if (!isPrivateUse(text.charCodeAt(i))) kept += text.charAt(i)
  return kept
}
