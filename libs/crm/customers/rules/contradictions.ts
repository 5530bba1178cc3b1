/**
 * What a system says of a field that another one owns changes nothing: it is kept beside what we hold,
 * until a steward settles which of the two it is.
 */
import { type Deciding, type Draft, defineRefusals, InvalidInput, type Notice, parse } from '#kernel'
import type { FieldGroup } from '../../organization/events/group.events.js'
import { organization } from '../../organization/organization.reference.js'
import type { Texts } from '../../texts/languages.js'
import {
  type CustomerContradicted,
  CustomerProfile,
  type CustomerProfileChanged,
  customerEvents,
} from '../customer.events.js'

/** One that is open, by the id of its event. */
export interface Contradiction extends CustomerContradicted {
  id: string
}

export const contradictionRefusals = defineRefusals({
  'contradiction-unknown': [
    'rule',
    {
      en: 'There is no such open contradiction.',
      fi: 'Tällaista avointa ristiriitaa ei ole.',
      sv: 'Det finns ingen sådan öppen motsägelse.',
      de: 'Diesen offenen Widerspruch gibt es nicht.',
      nb: 'Det finnes ingen slik åpen motsigelse.',
    },
  ],
  'contradiction-of-no-field': [
    'rule',
    {
      en: 'There is no such field in this group of fields.',
      fi: 'Tässä kenttäryhmässä ei ole tällaista kenttää.',
      sv: 'Det finns inget sådant fält i den här gruppen av fält.',
      de: 'Dieses Feld gibt es in dieser Gruppe von Feldern nicht.',
      nb: 'Det finnes ikke noe slikt felt i denne gruppen av felter.',
    },
  ],
  'contradiction-without-value': [
    'rule',
    {
      en: 'What the other system says is no value for this field.',
      fi: 'Toisen järjestelmän ilmoitus ei kelpaa tämän kentän arvoksi.',
      sv: 'Det som det andra systemet säger är inget värde för fältet.',
      de: 'Was das andere System sagt, ist kein Wert für dieses Feld.',
      nb: 'Det det andre systemet sier, er ingen verdi for feltet.',
    },
  ],
  'owned-elsewhere': [
    'rule',
    {
      en: 'Another system owns this field; it is emptied there.',
      fi: 'Kentän omistaa toinen järjestelmä; se tyhjennetään siellä.',
      sv: 'Fältet ägs av ett annat system och töms där.',
      de: 'Dieses Feld gehört einem anderen System; geleert wird es dort.',
      nb: 'Feltet eies av et annet system og tømmes der.',
    },
  ],
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
  if (emptied.length > 0) return refuse('owned-elsewhere', { field: emptied[0], fields: emptied })
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
  return Object.entries(edits).flatMap(([field, edit]) => {
    const ours = from.held[field as Field]
    if (edit?.is === undefined || edit.is === ours || !isOthers(field, by)) return []
    const owner = by.present.get(organization).owners[groups[field as Field] as FieldGroup] as string
    const said = { field, theirs: String(edit.is), system: by.system ?? ourselves } as CustomerContradicted
    const open = from.open.find((one) => isSameValue(one, said))
    const sentence = { texts: open ? keptTexts : declinedTexts, values: { owner } }
    const code = open ? 'kept-as-contradiction' : 'contradiction-declined'
    return [{ code, sentence, field, owner, ours, theirs: edit.is, ...(open && { contradiction: open.id }) }]
  })
}

const keptTexts: Texts = {
  en: '{owner} owns this field: what you wrote is kept as a contradiction, until a steward settles it.',
  fi: 'Kentän omistaa {owner}: kirjoittamasi on tallessa ristiriitana, kunnes rekisterin hoitaja ratkaisee sen.',
  sv: 'Fältet ägs av {owner}: det du skrev sparas som en motsägelse tills en registervårdare avgör den.',
  de: 'Das Feld gehört {owner}: Ihre Angabe steht als Widerspruch daneben, bis die Registerpflege ihn entscheidet.',
  nb: 'Feltet eies av {owner}: det du skrev, er tatt vare på som en motsigelse til en registeransvarlig avgjør den.',
}

const declinedTexts: Texts = {
  en: '{owner} owns this field, and a steward has settled that what we hold stands against this value.',
  fi: 'Kentän omistaa {owner}, ja rekisterin hoitaja on ratkaissut, että nykyinen arvo pysyy.',
  sv: 'Fältet ägs av {owner}, och en registervårdare har avgjort att det nuvarande värdet gäller.',
  de: 'Das Feld gehört {owner}, und die Registerpflege hat entschieden, dass der jetzige Wert gilt.',
  nb: 'Feltet eies av {owner}, og en registeransvarlig har avgjort at den nåværende verdien gjelder.',
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
