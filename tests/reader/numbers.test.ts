import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { locales } from '../../src/corpus/locale.ts'
import { formatNumber } from '../../src/reader/i18n/numbers.ts'

describe('formatNumber', () => {
  it.each(locales)('writes what Intl writes in %s', (locale) => {
    const intl = new Intl.NumberFormat(locale)
    fc.assert(
      fc.property(fc.oneof(fc.maxSafeNat(), fc.nat(20_000), fc.maxSafeInteger(), fc.double()), (value) => {
        expect(formatNumber(value, locale)).toBe(intl.format(value))
      }),
    )
  })
})
