import { describe, expect, it } from 'vitest'
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
    ['nothing vouches for its beginning, however far ahead', { lead: 30, isAttested: false }, /missing before/u],
    ['one character that nothing vouches for', { paths: [path('罰')], lead: 30, isAttested: false }, /missing before/u],
    ['too near to the others', { lead: 4.6 }, /only 99 times as likely/u],
    ['behind the others', { lead: -1 }, /no likelier/u],
    ['the damage gives something else', { isProved: false }, /does not give what was received/u],
    ['another has another number', { paths: [path('三日內'), path('十日內')] }, /which number/u],
  ] satisfies [string, Partial<Found>, RegExp][])('it is not: %s', (_name, more, why) => {
    expect(doubtOf(found(more))).toMatch(why)
  })
})
