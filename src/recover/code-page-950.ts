/**
 * Codes that Big5 leaves open are private-use characters in code page 950, as Windows and browsers' older tables have
 * it: lead bytes in four groups, their characters one behind the other.
 */
const openCodes = [
  { first: 0xfa40, last: 0xfefe, from: 0xe000 },
  { first: 0x8e40, last: 0xa0fe, from: 0xe311 },
  { first: 0x8140, last: 0x8dfe, from: 0xeeb8 },
  { first: 0xc6a1, last: 0xc8fe, from: 0xf6b1 },
] as const

/** The character that such a code is shown as. */
export const privateBig5: ReadonlyMap<number, string> = new Map(
  openCodes.flatMap(({ first, last, from }) => {
    const codes: number[] = []
    for (let code = first; code <= last; code++) {
      const trail = code & 0xff
      if ((trail >= 0x40 && trail <= 0x7e) || (trail >= 0xa1 && trail <= 0xfe)) codes.push(code)
    }
    return codes.map((code, i) => [code, String.fromCharCode(from + i)] as const)
  }),
)
const codesOfPrivateBig5: ReadonlyMap<number, number> = new Map(
  [...privateBig5].map(([code, char]) => [char.charCodeAt(0), code]),
)

/** The way back; 0 for characters that stand for no open code. */
export function codeOfPrivateBig5(unit: number): number {
  return codesOfPrivateBig5.get(unit) ?? 0
}
