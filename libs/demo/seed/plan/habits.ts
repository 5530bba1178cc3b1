/** How the units differ from each other: how soon they write down, evaluate and close; chosen for the demo. */
import type { CustomerCountry } from '../../customers/business-ids.js'
import type { DemoUnit } from '../../people/members.js'

export interface Habits {
  /** Share of what is recorded days or weeks later. */
  late: number
  /** At most so many days later. */
  latest: number
  /** Share of visits that are evaluated. */
  evaluated: number
  /** Length of a deal, compared with the others. */
  dealLength: number
}

export const habitsOf: Readonly<Record<DemoUnit, Habits>> = {
  'fi-foodservice': { late: 0.03, latest: 10, evaluated: 0.85, dealLength: 0.8 },
  'fi-lab': { late: 0.025, latest: 14, evaluated: 0.8, dealLength: 1.3 },
  se: { late: 0.045, latest: 18, evaluated: 0.7, dealLength: 0.9 },
  de: { late: 0.035, latest: 12, evaluated: 0.9, dealLength: 1.6 },
  no: { late: 0.09, latest: 28, evaluated: 0.5, dealLength: 1.1 },
}

/** Share of customers whose size is in the register. */
export const sizeKnown: Readonly<Record<CustomerCountry, number>> = {
  FI: 0.97,
  SE: 0.8,
  DE: 0.93,
  NO: 0.6,
  EE: 0.7,
  DK: 0.7,
}
