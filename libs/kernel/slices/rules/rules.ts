/** What the plumbing must ask the business. Each rule is registered by the one slice that knows; each part of the plumbing takes those it needs. */
import type { Gate, Members, UnitsColumn } from './access.js'
import type { Calendar } from './calendar.js'
import type { IdentitySets } from './identity-sets.js'
import type { Valuation } from './valuation.js'
import type { PrivateWriting, Withholding } from './withholding.js'

export interface Rules {
  identitySets: IdentitySets
  calendar: Calendar
  valuation: Valuation
  members: Members
  unitsColumn: UnitsColumn
  gate: Gate
  privateWriting: PrivateWriting
  withholding: Withholding
}

export const ruleNames = [
  'identitySets',
  'calendar',
  'valuation',
  'members',
  'unitsColumn',
  'gate',
  'privateWriting',
  'withholding',
] as const satisfies readonly (keyof Rules)[]
