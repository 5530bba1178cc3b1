/** Where days and years begin and end: what turns moments into days and days into periods. */
import type { References } from '../../references/reference.js'

export interface Calendar {
  /** IANA time zone of a unit; the group's without one. */
  zoneOf(unit: string | undefined, references: References): string
  /** The latest day that has begun, at an instant, for any unit. */
  latestDayIn(instant: string, references: References): string
  /** 1–12: the month in which a unit's fiscal year starts. */
  fiscalStartOf(unit: string | undefined, references: References): number
}
