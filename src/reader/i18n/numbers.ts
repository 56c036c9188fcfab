/**
 * A whole number as all three locales write it: `10,004`. `Intl.NumberFormat` writes the same, and takes a slow phone
 * 150 ms to get ready, in the moment when the first results are to be shown; anything else is left to it.
 */
export function formatNumber(value: unknown, locale?: string): string {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && !Object.is(value, -0))
    return String(value).replace(/\B(?=(?:\d{3})+$)/g, ',')
  return typeof value === 'number' ? new Intl.NumberFormat(locale).format(value) : String(value)
}
