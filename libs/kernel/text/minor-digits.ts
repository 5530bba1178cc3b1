/** How many decimals currencies have. */

const digitsOf = new Map<string, number>()

/** How many decimals a currency has (ISO 4217): 2 for EUR, 0 for JPY, 3 for KWD. */
export function minorDigits(currency: string): number {
  let digits = digitsOf.get(currency)
  if (digits === undefined) {
    const resolved = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions()
    digits = resolved.maximumFractionDigits ?? 2
    digitsOf.set(currency, digits)
  }
  return digits
}
