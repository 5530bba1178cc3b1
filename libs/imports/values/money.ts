/** Money in integer minor units, by the digits that each currency has. */

export interface Money {
  amountMinor: number
  /** ISO 4217 */
  currency: string
}

const known = new Set(Intl.supportedValuesOf('currency'))
const digitsOf = new Map<string, number>()

export const isCurrency = (code: string): boolean => known.has(code)

/** 2 for EUR, 0 for JPY, 3 for KWD. */
export function currencyDigits(currency: string): number {
  let digits = digitsOf.get(currency)
  if (digits === undefined) {
    const resolved = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions()
    digits = resolved.maximumFractionDigits ?? 2
    digitsOf.set(currency, digits)
  }
  return digits
}
