/** The organization as every process knows it: group, subsidiaries, units, members, products, rules. */
import {
  calendarYears,
  type Deciding,
  dayIn,
  defineReference,
  type Fact,
  FiscalYears,
  type Grant,
  type Guarded,
  instantOf,
  laterOf,
  type ReadingHabits,
  type References,
  type Viewer,
} from '#kernel'
import { type ProductListed, productEvents } from './events/catalogues.events.js'
import {
  type FieldGroup,
  type GroupFounded,
  groupEvents,
  type LadderStep,
  type LifeCycleSet,
} from './events/group.events.js'
import { type MemberFunction, memberEvents } from './events/member.events.js'
import {
  type BusinessHours,
  type SubsidiaryChanged,
  type SubsidiaryOpened,
  subsidiaryEvents,
  unitEvents,
} from './events/unit.events.js'

export interface Unit {
  id: string
  name: string
  brand?: string
  subsidiary: string
  closed: boolean
}

type Subsidiary = SubsidiaryOpened & { id: string; closed: boolean; fiscalYears: FiscalYears }

export interface Member {
  id: string
  name: Guarded<string>
  mail?: Guarded<string>
  function: MemberFunction
  unit: string
  language: string
  /** IANA; the unit's when absent. */
  timeZone?: string
  leads: boolean
  identity?: string
  grants: Grant[]
  left: boolean
}

export interface Organization {
  group?: GroupFounded
  ladder: LadderStep[]
  lifeCycle: LifeCycleSet
  history: 'shared' | 'own'
  owners: Partial<Record<FieldGroup, string>>
  /** `<part>@<unit>`, or `<part>@*` for all → whether it is in use; what nobody switched is. */
  switches: ReadonlyMap<string, boolean>
  subsidiaries: ReadonlyMap<string, Subsidiary>
  units: ReadonlyMap<string, Unit>
  members: ReadonlyMap<string, Member>
  products: ReadonlyMap<string, ProductListed & { id: string; withdrawn: boolean }>
}

/** Kumppani's own default, until the group sets its own. */
const defaultLifeCycle: LifeCycleSet = { passiveAfterMonths: 24, lostAfterMonths: 48 }

const initial: Organization = {
  ladder: [],
  lifeCycle: defaultLifeCycle,
  history: 'shared',
  owners: {},
  switches: new Map(),
  subsidiaries: new Map(),
  units: new Map(),
  members: new Map(),
  products: new Map(),
}

/** A copy of the map in which one entry is changed, if it is there. */
function changed<T>(
  map: ReadonlyMap<string, T>,
  id: string,
  change: Partial<T> | ((known: T) => Partial<T>),
): ReadonlyMap<string, T> {
  const known = map.get(id)
  if (!known) return map
  return new Map(map).set(id, { ...known, ...(typeof change === 'function' ? change(known) : change) })
}

function fiscalYearsAfter({ fiscalYears, timeZone }: Subsidiary, fact: Fact<string, SubsidiaryChanged>): FiscalYears {
  const { fiscalYearStartMonth: month } = fact.data
  if (month === undefined) return fiscalYears
  const day = instantOf(fact.at) && (fact.precision === 'day' ? fact.occurredAt : dayIn(fact.at, timeZone))
  return fiscalYears.movedTo(month, day ?? '')
}

const sameGrant = (a: Grant, b: Grant): boolean => a.role === b.role && a.unit === b.unit

export const organization = defineReference<Organization>()({
  name: 'organization',
  of: [groupEvents, subsidiaryEvents, unitEvents, memberEvents, productEvents],
  initial,
  on: {
    'group.founded': (o, { data }) => ({ ...o, group: data }),
    'group.ladder-set': (o, { data }) => ({ ...o, ladder: data.steps }),
    'group.life-cycle-set': (o, { data }) => ({ ...o, lifeCycle: data }),
    'group.history-set': (o, { data }) => ({ ...o, history: data.history }),
    'group.owning-system-set': (o, { data }) => ({ ...o, owners: { ...o.owners, [data.fieldGroup]: data.system } }),
    'group.slice-switched': (o, { data }) => ({
      ...o,
      switches: new Map(o.switches).set(`${data.slice}@${data.unit ?? '*'}`, data.on),
    }),
    'subsidiary.opened': (o, { entity, data }) => ({
      ...o,
      subsidiaries: new Map(o.subsidiaries).set(entity, {
        ...data,
        id: entity,
        closed: false,
        fiscalYears: FiscalYears.starting(data.fiscalYearStartMonth ?? 1),
      }),
    }),
    'subsidiary.changed': (o, fact) => ({
      ...o,
      subsidiaries: changed(o.subsidiaries, fact.entity, (known) => ({
        ...fact.data,
        fiscalYears: fiscalYearsAfter(known, fact),
      })),
    }),
    'subsidiary.closed': (o, { entity }) => ({ ...o, subsidiaries: changed(o.subsidiaries, entity, { closed: true }) }),
    'unit.opened': (o, { entity, data }) => ({
      ...o,
      units: new Map(o.units).set(entity, { ...data, id: entity, closed: false }),
    }),
    'unit.renamed': (o, { entity, data }) => ({ ...o, units: changed(o.units, entity, data) }),
    'unit.closed': (o, { entity }) => ({ ...o, units: changed(o.units, entity, { closed: true }) }),
    'member.joined': (o, { entity, data }) => ({
      ...o,
      members: new Map(o.members).set(entity, {
        ...data,
        id: entity,
        leads: data.leads ?? false,
        grants: [],
        left: false,
      }),
    }),
    'member.changed': (o, { entity, data }) => ({ ...o, members: changed(o.members, entity, data) }),
    'member.role-granted': (o, { entity, data }) => {
      const grant = { role: data.role, unit: data.unit ?? '*' }
      return {
        ...o,
        members: changed(o.members, entity, ({ grants }) => ({
          grants: [...grants.filter((g) => !sameGrant(g, grant)), grant],
        })),
      }
    },
    'member.role-withdrawn': (o, { entity, data }) => {
      const grant = { role: data.role, unit: data.unit ?? '*' }
      return {
        ...o,
        members: changed(o.members, entity, ({ grants }) => ({ grants: grants.filter((g) => !sameGrant(g, grant)) })),
      }
    },
    'member.left': (o, { entity }) => ({ ...o, members: changed(o.members, entity, { left: true, grants: [] }) }),
    'product.listed': (o, { entity, data }) => ({
      ...o,
      products: new Map(o.products).set(entity, { ...data, id: entity, withdrawn: false }),
    }),
    'product.changed': (o, { entity, data }) => ({ ...o, products: changed(o.products, entity, data) }),
    'product.withdrawn': (o, { entity }) => ({ ...o, products: changed(o.products, entity, { withdrawn: true }) }),
  },
})

/** IANA time zone of a unit; the group's without one, UTC before there is a group. */
export function zoneOf(unit: string | undefined, references: References): string {
  return subsidiaryOf(unit, references)?.timeZone ?? references.get(organization).group?.timeZone ?? 'UTC'
}

/** IANA time zone of a member: their own, else their unit's. */
export function zoneOfMember(member: string, references: References): string {
  const { timeZone, unit } = references.get(organization).members.get(member) ?? {}
  return timeZone ?? zoneOf(unit, references)
}

function subsidiaryOf(unit: string | undefined, references: References): Subsidiary | undefined {
  const { units, subsidiaries } = references.get(organization)
  return unit === undefined ? undefined : subsidiaries.get(units.get(unit)?.subsidiary ?? '')
}

/** The day that an instant is in where the group is farthest ahead: by then whatever has happened has its day. */
export function latestDayIn(instant: string, references: References): string {
  const { subsidiaries } = references.get(organization)
  const zones = [zoneOf(undefined, references), ...[...subsidiaries.values()].map(({ timeZone }) => timeZone)]
  return zones.reduce((latest, zone) => laterOf(latest, dayIn(instant, zone)), '')
}

/** The fiscal years of a unit: from January unless its subsidiary says otherwise, before as it said then. */
export const fiscalYearsOf = (unit: string | undefined, references: References): FiscalYears =>
  subsidiaryOf(unit, references)?.fiscalYears ?? calendarYears

/** A member with the roles that hold in those references; nobody when unknown or gone. */
export function viewerOf(member: string, references: References): Viewer | undefined {
  const known = references.get(organization).members.get(member)
  return known && !known.left ? { member, grants: known.grants } : undefined
}

/** The member whom an identity provider's subject means: by the identity that is recorded; by the member's id only as long as none is. */
export function memberOf(subject: string, references: References): string | undefined {
  const { members } = references.get(organization)
  const recorded = [...members.values()].find((member) => member.identity === subject && !member.left)
  if (recorded) return recorded.id
  const named = members.get(subject)
  return named && named.identity === undefined ? subject : undefined
}

/** In which language a member reads; the group's where they have none. */
export function languageOfMember(member: string | undefined, references: References): string | undefined {
  const { members, group } = references.get(organization)
  return (member === undefined ? undefined : members.get(member)?.language) ?? group?.language
}

/** How a member reads: in their language, by the clock where they are, amounts in the group's currency. */
export const readerOf = (member: string, references: References): ReadingHabits => ({
  language: languageOfMember(member, references),
  timeZone: zoneOfMember(member, references),
  currency: references.get(organization).group?.currency,
})

/** When a unit is at work. */
export interface WorkCalendar {
  /** IANA time zone. */
  zone: string
  businessHours: BusinessHours
  /** Days, `2026-12-24`. */
  holidays: ReadonlySet<string>
}

/** Kumppani's own default, until the subsidiary states its hours. */
const defaultHours: BusinessHours = {
  days: ['mon', 'tue', 'wed', 'thu', 'fri'],
  opensMinute: 8 * 60,
  closesMinute: 16 * 60,
}

/** When a unit is at work, by its subsidiary as of then; before there was one, by what it came to be. */
export function workCalendarOf(unit: string, by: Pick<Deciding, 'references' | 'present'>): WorkCalendar {
  const subsidiary = subsidiaryOf(unit, by.references) ?? subsidiaryOf(unit, by.present)
  return {
    zone: subsidiary?.timeZone ?? zoneOf(unit, by.present),
    businessHours: subsidiary?.businessHours ?? defaultHours,
    holidays: new Set(subsidiary?.holidays?.map(({ day }) => day)),
  }
}

/**
 * Whether a part of the platform is not in use: switched off for all, or for every one of the units.
 * What a unit says of itself stands before what is said for all.
 */
export function isSwitchedOff(part: string, units: readonly string[], references: References): boolean {
  const { switches } = references.get(organization)
  const isOff = (unit: string): boolean => (switches.get(`${part}@${unit}`) ?? switches.get(`${part}@*`)) === false
  return units.length === 0 ? isOff('*') : units.every(isOff)
}

/** Whether the selling unit is there and not closed. */
export const isOpenUnit = (unit: string, references: References): boolean =>
  references.get(organization).units.get(unit)?.closed === false

/** Whether the member is there and has not left. */
export const isPresentMember = (member: string, references: References): boolean =>
  references.get(organization).members.get(member)?.left === false

/** Whether the product is listed and not withdrawn. */
export const isListedProduct = (product: string, references: References): boolean =>
  references.get(organization).products.get(product)?.withdrawn === false
