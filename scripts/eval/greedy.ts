import { codes, characters, isHan } from './slipping.ts'

/**
 * The baseline for recovery: puts a slipped run's bytes back into step without a language model. It supposes that
 * nothing vanished, and takes for the lost first byte the one that makes the commonest character of the document.
 * `null` where the bytes lead nowhere.
 */
export function greedyRepair(text: string, from: number, common: ReadonlyMap<string, number>): string | null {
  const bytes: number[] = []
  let to = from + 1
  for (; to < text.length && text[to] !== '\n'; to++) {
    const char = text[to] ?? ''
    const code = char < '\x80' ? codes.get(String.fromCharCode(char.charCodeAt(0) + 0xfee0)) : codes.get(char)
    if (char < '\x80' && char >= '@') {
      bytes.push(char.charCodeAt(0))
      to += 1
      break
    }
    if (code === undefined) return null
    bytes.push(code >> 8, code & 0xff)
    if ((code & 0xff) < 0x80) break
  }
  const trail = bytes[0]
  if (trail === undefined) return null
  let first = ''
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    const char = characters.get((lead << 8) | trail) ?? ''
    if (isHan(char) && (common.get(char) ?? 0) >= (common.get(first) ?? 0)) first = char
  }
  let is = first
  for (let i = 1; i + 1 < bytes.length; i += 2) is += characters.get(((bytes[i] ?? 0) << 8) | (bytes[i + 1] ?? 0)) ?? ''
  return text.slice(0, from) + is + text.slice(to)
}
