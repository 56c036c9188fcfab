import { describe, expect, it } from 'vitest'
import type { CauseKind } from '../../src/corpus/edit.ts'
import { doubtOf, type Found } from '../../src/recover/slip-verdict.ts'

const path = (is: string) => ({ to: 9, is, readings: [], score: -20, vanished: 0 })
const found = (more: Partial<Found>): Found => ({
  paths: [path('專科加強'), path('這專科加強')],
  lead: 6,
  isProved: true,
  atLineEnd: false,
  isAttested: true,
  isAlike: false,
  ...more,
})

describe('whether a repair is accepted', () => {
  it.each([
    ['vouched for and well ahead', {}],
    ['behind a character that proved slips begin with', { lead: 4.6, isAttested: false, isAlike: true }],
    ['at a line’s end', { isAttested: false, atLineEnd: true }],
    ['one character, far ahead', { paths: [path('罰')], lead: 12 }],
  ] satisfies [string, Partial<Found>][])('it is: %s', (_name, more) => {
    expect(doubtOf(found(more))).toBeNull()
  })

  it.each([
    ['nothing vouches for its beginning, however far ahead', { lead: 30, isAttested: false }, 'slip-beginning'],
    ['one character that nothing vouches for', { paths: [path('罰')], lead: 30, isAttested: false }, 'slip-beginning'],
    ['too near to the others', { lead: 4.6 }, 'slip-odds'],
    ['behind the others', { lead: -1 }, 'slip-unlikely'],
    ['the damage gives something else', { isProved: false }, 'slip-unproved'],
    ['another has another number', { paths: [path('三日內'), path('十日內')] }, 'slip-number'],
  ] satisfies [string, Partial<Found>, CauseKind][])('it is not: %s', (_name, more, kind) => {
    expect(doubtOf(found(more))?.kind).toBe(kind)
  })

  it('says how far it is ahead', () => {
    expect(doubtOf(found({ lead: 4.6 }))).toEqual({ kind: 'slip-odds', value: '99' })
  })
})
