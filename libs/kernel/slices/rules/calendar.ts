/** Where days and years begin and end: what turns moments into days and days into periods. */
import type { FiscalYears } from '../../metrics/fiscal-years.js'
import type { References } from '../../references/reference.js'

export interface Calendar {
  /** IANA time zone of a unit; the group's without one. */
  zoneOf(unit: string | undefined, references: References): string
  /** The latest day that has begun, at an instant, for any unit. */
  latestDayIn(instant: string, references: References): string
  /** The fiscal years of a unit, also those of before they started in another month. */
  fiscalYearsOf(unit: string | undefined, references: References): FiscalYears
}
