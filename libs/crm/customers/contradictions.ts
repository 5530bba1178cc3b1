/**
 * What a system says of a field that another one owns changes nothing: it is kept beside what we hold,
 * until a steward settles which of the two it is.
 */
import { type Deciding, type Draft, defineRefusals, InvalidInput, parse } from '#kernel'
import type { FieldGroup } from '../organization/events/group.events.js'
import { organization } from '../organization/organization.reference.js'
import {
  type CustomerContradicted,
  CustomerProfile,
  type CustomerProfileChanged,
  customerEvents,
} from './customer.events.js'

/** One that is open, by the id of its event. */
export interface Contradiction extends CustomerContradicted {
  id: string
}

export const contradictionRefusals = defineRefusals({
  'contradiction-unknown': ['rule', 'There is no such open contradiction.'],
  'contradiction-of-no-field': ['rule', 'There is no such field in this group of fields.'],
  'contradiction-without-value': ['rule', 'What the other system says is no value for this field.'],
  'owned-elsewhere': ['rule', 'Another system owns this field; it is emptied there.'],
})
const refuse = contradictionRefusals

/** The system in which people work. */
const ourselves = 'kumppani'

type Field = keyof CustomerProfile

/** What nobody else could own, such as why a customer buys, is in no group. */
const groups: Partial<Record<Field, FieldGroup>> = {
  name: 'name',
  country: 'address',
  street: 'address',
  postalCode: 'address',
  city: 'address',
  sector: 'sector',
  employees: 'size',
  revenueMinor: 'size',
  revenueCurrency: 'size',
  website: 'contact-details',
  phone: 'contact-details',
}
const numbers: ReadonlySet<string> = new Set<Field>(['employees', 'revenueMinor'])

/** Whether another system than the one that speaks owns the field. */
function isOthers(field: string, { present, system = ourselves }: Deciding): boolean {
  const group = groups[field as Field]
  const owner = group && present.get(organization).owners[group]
  return owner !== undefined && owner !== system
}

/** Changes as events: of fields that are others' only where we hold nothing, else as contradictions. */
export function changed(
  { cleared = [], ...values }: CustomerProfileChanged,
  from: { held: CustomerProfile; open: readonly Contradiction[] },
  by: Deciding,
): Draft[] {
  const emptied = cleared.filter((field) => isOthers(field, by))
  if (emptied.length > 0) return refuse('owned-elsewhere', { fields: emptied })
  const entries = Object.entries(values)
  const against = entries.filter(([field]) => isOthers(field, by) && from.held[field as Field] !== undefined)
  const ours = entries.filter((entry) => !against.includes(entry))
  const own = { ...Object.fromEntries(ours), ...(cleared.length > 0 && { cleared }) }
  const contradicting = against.flatMap(([field, theirs]) => {
    const said = {
      fieldGroup: groups[field as Field] as FieldGroup,
      field,
      ours: String(from.held[field as Field]),
      theirs: String(theirs),
      system: by.system ?? ourselves,
    }
    return contradicted(said, from.open)
  })
  return [...(Object.keys(own).length > 0 ? [customerEvents.profileChanged(own)] : []), ...contradicting]
}

/** The contradiction, unless the same one is open already. */
const contradicted = (said: CustomerContradicted, open: readonly Contradiction[]): Draft[] =>
  open.some((one) => one.field === said.field && one.theirs === said.theirs && one.system === said.system)
    ? []
    : [customerEvents.contradicted(said)]

/** What a person states that another system says: of a field there is, beside what we hold of it. */
export function stating(c: CustomerContradicted, held: CustomerProfile, open: readonly Contradiction[]): Draft[] {
  // Identifiers are claims of their own, named by their schemes.
  if (c.fieldGroup !== 'identifiers' && groups[c.field as Field] !== c.fieldGroup) refuse('contradiction-of-no-field')
  const ours = held[c.field as Field]
  return contradicted(ours === undefined ? c : { ...c, ours: String(ours) }, open)
}

/** What follows once it is settled: the value taken over, where it is another than ours. */
export function settled({ field, theirs }: Contradiction, takenOver: boolean, held: CustomerProfile): Draft[] {
  if (!takenOver || groups[field as Field] === undefined) return []
  const value = numbers.has(field) ? Number(theirs) : theirs
  if (held[field as Field] === value) return []
  try {
    return [customerEvents.profileChanged(parse(CustomerProfile, { [field]: value }))]
  } catch (error) {
    if (error instanceof InvalidInput) return refuse('contradiction-without-value')
    throw error
  }
}
