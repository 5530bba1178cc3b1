/**
 * Who may do what, by the roles that members hold and what slices grant to roles of their resources (`defineResource`);
 * *own* means the units a role was granted for.
 */
import {
  type Correcting,
  type FigureReading,
  holds,
  type ReadScope,
  type References,
  type Resource,
  refuse,
  type StoredEvent,
  unitsOf,
  type Viewer,
  type Writing,
} from '#kernel'
import { isSwitchedOff, organization } from '../organization/organization.reference.js'
import { privateTypes } from '../touchpoints/touchpoint.events.js'

const nothing = { units: new Set<string>(), outline: false, personal: false }
const everybody: ReadonlySet<string> = new Set(['*'])

/**
 * What of customers' history a viewer may read. An auditor gives a reason for personal data; who works for the group is
 * read by every role but a program's, without one.
 */
export function readScopeOf(viewer: Viewer, references: References, reason?: string): ReadScope {
  if (viewer.member.startsWith('system:'))
    return { units: everybody, outline: true, personal: true, members: everybody }
  const members = viewer.grants.some(({ role }) => role !== 'integration') ? everybody : new Set([viewer.member])
  const readers = viewer.grants.filter((grant) => grant.role !== 'admin' && grant.role !== 'integration')
  if (readers.length === 0) return { ...nothing, members }
  const own = new Set(readers.map((grant) => grant.unit))
  const wide = holds(viewer, ['steward', 'group', 'auditor'])
  const shared = references.get(organization).history === 'shared'
  const personal =
    holds(viewer, ['member', 'manager', 'steward', 'group']) || (holds(viewer, ['auditor']) && reason !== undefined)
  return { units: wide || shared ? everybody : own, outline: true, personal, members }
}

/** Whose figures a viewer may read: by unit all readers; by member their own, a manager those of the own units. */
export function figureReadingOf(viewer: Viewer): FigureReading {
  const wide = viewer.member.startsWith('system:') || holds(viewer, ['group', 'auditor'])
  return {
    units: wide || holds(viewer, ['member', 'manager', 'steward']),
    members: wide ? new Set(['*']) : unitsOf(viewer, 'manager'),
    teams: unitsOf(viewer, 'member'),
  }
}

/** Refuses whoever reads no customers at all. @throws DomainError `not-allowed` */
export function requireReader({ reading }: { reading: ReadScope }): void {
  if (!reading.outline && reading.units.size === 0) refuse('not-allowed')
}

/** Refuses whoever reads what is personal for a reason alone, and gave none. @throws DomainError `reason-needed` */
export function requireReason({ reading }: { reading: ReadScope }): void {
  if (!reading.personal) refuse('reason-needed')
}

/** Whether the viewer may read an event that is filed under no customer and no contact; what one did oneself, one may. */
export function mayReadUnfiled(
  viewer: Viewer,
  resource: Resource | undefined,
  { actor, unit }: StoredEvent['metadata'],
): boolean {
  if (viewer.member.startsWith('system:') || (actor === viewer.member && viewer.grants.length > 0)) return true
  return viewer.grants.some(({ role, unit: granted }) => {
    const rule = resource?.reads?.[role]
    return rule === 'all' || (rule === 'own' && (unit === undefined || granted === '*' || granted === unit))
  })
}

/** Whether a unit's history is among what may be read; facts without a unit are the group's. */
const readsUnit = (reading: ReadScope, unit: string | undefined): boolean =>
  unit === undefined ? reading.outline : reading.units.has('*') || reading.units.has(unit)

/** Whether the viewer may write a resource for one of the units; without any, for any of its own. */
export function mayWrite(viewer: Viewer, resource: Resource, units: readonly string[] = []): boolean {
  if (viewer.member.startsWith('system:')) return true
  return viewer.grants.some(({ role, unit: granted }) => {
    const rule = resource.writes[role]
    if (rule === undefined) return false
    return rule === 'all' || units.length === 0 || granted === '*' || units.includes(granted)
  })
}

/** Whether one of the units that deal with a record lets its history be read; while none does, everybody does. */
const readsAny = (reading: ReadScope, units: readonly string[]): boolean =>
  units.length === 0 || units.some((unit) => readsUnit(reading, unit))

/** @throws DomainError `not-found` of what is a customer's or a contact's history, and not the viewer's to read */
export function requireRead(viewer: Viewer, { filed, unitsAround, references }: Writing): void {
  const isHistory = filed.customers.length > 0 || filed.contacts.length > 0
  const units = filed.unit === undefined ? unitsAround : [filed.unit]
  if (isHistory && !readsAny(readScopeOf(viewer, references), units)) refuse('not-found')
}

/** Whoever reads nothing writes about what others told; who reads all of it sees all of it. */
export function seesEverywhere(viewer: Viewer, references: References): boolean {
  const { units, outline } = readScopeOf(viewer, references)
  return units.has('*') || (!outline && units.size === 0)
}

/** That a customer is there everybody may know who reads of any. */
export function sees(viewer: Viewer, { filed, unitsAround, references }: Writing): boolean {
  if (filed.unit === undefined && filed.contacts.length === 0) return true
  const units = filed.unit === undefined ? unitsAround : [filed.unit]
  return readsAny(readScopeOf(viewer, references), units)
}

/** Of no unit that anybody holds a role for. */
const elsewhere = ['']

/** Whether the viewer may write a resource whichever units have to do with it. */
export const mayWriteEverywhere = (viewer: Viewer, resource: Resource): boolean => mayWrite(viewer, resource, elsewhere)

/**
 * A record without a unit, like a customer, is own to every unit that deals with its customers, and
 * to all while none does.
 * @throws DomainError `not-allowed`; `not-found` when it is not the viewer's to see either
 */
export function requireWrite(viewer: Viewer, resource: Resource, { filed, unitsAround, references }: Writing): void {
  const units = filed.unit === undefined ? unitsAround : [filed.unit]
  if (mayWrite(viewer, resource, units)) return
  if (!mayWrite(viewer, resource)) refuse('not-allowed', { resource: resource.name })
  requireRead(viewer, { filed, unitsAround, references })
  refuse('not-allowed', { resource: resource.name, ...(filed.unit !== undefined && { unit: filed.unit }) })
}

/**
 * Refuses what belongs to a part of the platform that is switched off for the unit; where there is no
 * unit, for every unit of the viewer.
 * @throws DomainError `switched-off`
 */
export function requireSwitchedOn(
  viewer: Viewer,
  part: string,
  { filed, references }: Pick<Writing, 'filed' | 'references'>,
): void {
  const units = filed.unit === undefined ? viewer.grants.map(({ unit }) => unit) : [filed.unit]
  if (isSwitchedOff(part, units, references)) refuse('switched-off', { part, unit: filed.unit })
}

/**
 * A steward moves to any unit what a steward may correct; others, where they may write.
 * @throws DomainError as `requireWrite`
 */
export function requireMove(viewer: Viewer, resource: Resource, writing: Writing): void {
  if (!isGuarded(resource) && holds(viewer, ['steward'])) return
  requireWrite(viewer, resource, writing)
}

/** What only those correct who may write it today, whoever wrote it. */
const isGuarded = ({ reads }: Resource): boolean => reads !== undefined

/**
 * The text of a private note is restated by its writer alone.
 * @throws DomainError unless the viewer wrote it, manages its unit, or is a steward
 */
export function requireCorrection(
  viewer: Viewer,
  event: StoredEvent,
  { mode, resource }: Pick<Correcting, 'mode'> & { resource: Resource },
): void {
  if (viewer.member.startsWith('system:')) return
  const { actor, unit } = event.metadata
  if (isGuarded(resource) && !mayWrite(viewer, resource, unit === undefined ? [] : [unit])) refuse('not-allowed')
  const wrote = actor === viewer.member && viewer.grants.length > 0
  if (wrote) return
  if (mode === 'restate' && privateTypes.has(event.type)) refuse('not-yours-to-correct')
  if (isGuarded(resource) || holds(viewer, ['steward'])) return
  if (unit !== undefined && holds(viewer, ['manager'], unit)) return
  refuse('not-yours-to-correct')
}
