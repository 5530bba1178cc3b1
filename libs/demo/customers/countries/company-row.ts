/** The shape in which the demo's customer organisations are written down, country by country. */
import type { InventedSector } from '../../sectors.js'

/** One organisation: its name, city, sector and number of employees, and where it belongs. */
export interface CompanyRow {
  name: string
  city: string
  sector: InventedSector
  employees: number
  /** Name of the parent organisation, in any country's list. */
  parent?: string
  /** Sites as `name, city`; a ship's city is its home port. */
  sites?: readonly string[]
}
