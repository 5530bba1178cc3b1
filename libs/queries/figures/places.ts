/** What a sum counts for: the values of the dimensions asked, derived where they are not stored. */
import {
  type Belonging,
  belongingOf,
  type Calendar,
  type Dimension,
  type FiscalYears,
  type Position,
  type ReferenceHolder,
} from '#kernel'
import type { ScanPlace } from './scan/scan.js'

export interface PlacesParts {
  calendar: Pick<Calendar, 'fiscalYearsOf'>
  references: Pick<ReferenceHolder, 'at'>
}

export class Places {
  private readonly found = new Map<string, string | null>()

  constructor(
    private readonly p: PlacesParts,
    readonly knownAt: Position | undefined,
  ) {}

  /** The value of a dimension for what is stored of it, on a day. */
  valueOf(dimension: Dimension, place: ScanPlace, day: string): string | null {
    const belonging = belongingOf(dimension)
    const stored = place[dimension.column] ?? null
    if (stored === null || !belonging) return stored
    const key = `${dimension.name} ${stored} ${day}`
    const known = this.found.get(key)
    if (known !== undefined) return known
    const value = this.looked(belonging, stored, day)
    this.found.set(key, value)
    return value
  }

  /** What did not exist yet on the day counts where it stood later. */
  private looked(belonging: Belonging, id: string, day: string): string | null {
    const { references } = this.p
    const then = references.at({ asOf: `${day}T23:59:59.999Z`, knownAt: this.knownAt })
    const since = references.at({ knownAt: this.knownAt })
    return belonging.of(id, then) ?? belonging.of(id, since) ?? null
  }

  fiscalYearsOf(unit: string | null | undefined): FiscalYears {
    return this.p.calendar.fiscalYearsOf(unit ?? undefined, this.p.references.at({ knownAt: this.knownAt }))
  }
}

/** Whether a dimension's value may change from day to day while what is stored stays the same. */
export const changesByDay = (dimension: Dimension): boolean => belongingOf(dimension)?.changes === true

export const isDerived = (dimension: Dimension): boolean => belongingOf(dimension) !== undefined
