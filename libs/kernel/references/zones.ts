/** The zones of units as recorded at the position of each fact: what turns its moment into its day. */
import type { UnitZones } from '../history/fact.js'
import type { Calendar } from '../slices/rules/calendar.js'
import type { ReferenceHolder } from './reference.js'

/** @param references having seen everything up to the facts asked about */
export const zonesOf =
  ({ zoneOf }: Pick<Calendar, 'zoneOf'>, references: Pick<ReferenceHolder, 'at'>): UnitZones =>
  (unit, recordedAt) =>
    zoneOf(unit, references.at({ knownAt: recordedAt }))
