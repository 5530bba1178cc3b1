/**
 * What a system says of a field that another one owns changes nothing: it is kept beside what we hold,
 * until a steward settles which of the two it is.
 */
import { type Deciding, type Draft, defineRefusals, InvalidInput, type Notice, parse } from '#kernel'
import type { FieldGroup } from '../organization/events/group.events.js'
import { organization } from '../organization/organization.reference.js'
import type { TextLanguage } from '../texts/languages.js'
import { spoken } from '../texts/wording.js'
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

/** What stands against a change: contradictions that are open, and those that were settled for what we hold. */
export interface Contradictions {
  open: readonly Contradiction[]
  declined: readonly Contradiction[]
}

/** Changes as events: of fields that are others' only where we hold nothing, else as contradictions. */
export function changed(
  { cleared = [], ...values }: CustomerProfileChanged,
  from: { held: CustomerProfile } & Contradictions,
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
    return contradicted(said, from)
  })
  return [...(Object.keys(own).length > 0 ? [customerEvents.profileChanged(own)] : []), ...contradicting]
}

const isSameValue = (one: CustomerContradicted, { field, theirs, system }: CustomerContradicted): boolean =>
  one.field === field && one.theirs === theirs && one.system === system

/** The contradiction, unless the same one is open already, or was settled for the value that we still hold. */
function contradicted(said: CustomerContradicted, { open, declined }: Contradictions): Draft[] {
  const isKnown =
    open.some((one) => isSameValue(one, said)) ||
    declined.some((one) => isSameValue(one, said) && one.ours === said.ours)
  return isKnown ? [] : [customerEvents.contradicted(said)]
}

/** What an edit is told of fields that another system owns: they stand as they were. */
export function noticesOf(
  edits: Readonly<Record<string, { is?: unknown } | undefined>>,
  from: { held: CustomerProfile } & Contradictions,
  by: Deciding,
): Notice[] {
  const { group, members } = by.present.get(organization)
  const language = spoken(by.language, members.get(by.viewer.member)?.language, group?.language)
  return Object.entries(edits).flatMap(([field, edit]) => {
    const ours = from.held[field as Field]
    if (edit?.is === undefined || edit.is === ours || !isOthers(field, by)) return []
    const owner = by.present.get(organization).owners[groups[field as Field] as FieldGroup] as string
    const said = { field, theirs: String(edit.is), system: by.system ?? ourselves } as CustomerContradicted
    const open = from.open.find((one) => isSameValue(one, said))
    const sentence = (open ? keptTexts : declinedTexts)[language](owner)
    const code = open ? 'kept-as-contradiction' : 'contradiction-declined'
    return [{ code, sentence, field, owner, ours, theirs: edit.is, ...(open && { contradiction: open.id }) }]
  })
}

const keptTexts: Readonly<Record<TextLanguage, (owner: string) => string>> = {
  en: (owner) => `${owner} owns this field: what you wrote is kept as a contradiction, until a steward settles it.`,
  fi: (owner) =>
    `Kentän omistaa ${owner}: kirjoittamasi on tallessa ristiriitana, kunnes rekisterin hoitaja ratkaisee sen.`,
  sv: (owner) => `Fältet ägs av ${owner}: det du skrev sparas som en motsägelse tills en registervårdare avgör den.`,
  de: (owner) =>
    `Das Feld gehört ${owner}: Ihre Angabe steht als Widerspruch daneben, bis die Registerpflege ihn entscheidet.`,
  nb: (owner) =>
    `Feltet eies av ${owner}: det du skrev, er tatt vare på som en motsigelse til en registeransvarlig avgjør den.`,
}

const declinedTexts: Readonly<Record<TextLanguage, (owner: string) => string>> = {
  en: (owner) => `${owner} owns this field, and a steward has settled that what we hold stands against this value.`,
  fi: (owner) => `Kentän omistaa ${owner}, ja rekisterin hoitaja on ratkaissut, että nykyinen arvo pysyy.`,
  sv: (owner) => `Fältet ägs av ${owner}, och en registervårdare har avgjort att det nuvarande värdet gäller.`,
  de: (owner) => `Das Feld gehört ${owner}, und die Registerpflege hat entschieden, dass der jetzige Wert gilt.`,
  nb: (owner) => `Feltet eies av ${owner}, og en registeransvarlig har avgjort at den nåværende verdien gjelder.`,
}

/** What a person states that another system says: of a field there is, beside what we hold of it. */
export function stating(c: CustomerContradicted, held: CustomerProfile, known: Contradictions): Draft[] {
  // Identifiers are claims of their own, named by their schemes.
  if (c.fieldGroup !== 'identifiers' && groups[c.field as Field] !== c.fieldGroup) refuse('contradiction-of-no-field')
  const ours = held[c.field as Field]
  return contradicted(ours === undefined ? c : { ...c, ours: String(ours) }, known)
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
