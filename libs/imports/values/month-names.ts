/** Names of months in a language, as texts write them: in full and short, alone and beside a day. */

const forms: readonly Intl.DateTimeFormatOptions[] = [
  { month: 'long' },
  { month: 'short' },
  { month: 'long', day: 'numeric' },
  { month: 'short', day: 'numeric' },
]

/** Without regard to case and the dot of what is cut short. */
export const monthKey = (name: string): string => name.toLowerCase().replaceAll('.', '')

/** Name → 1 to 12. @param language BCP 47, like `fi` */
export function monthsIn(language: string): ReadonlyMap<string, number> {
  const months = new Map<string, number>()
  for (const form of forms) {
    const format = new Intl.DateTimeFormat(language, { ...form, timeZone: 'UTC' })
    for (let month = 1; month <= 12; month++) {
      const parts = format.formatToParts(Date.UTC(2024, month - 1, 1))
      const name = parts.find(({ type }) => type === 'month')?.value ?? ''
      if (/\p{L}/u.test(name)) months.set(monthKey(name), month)
    }
  }
  return months
}
