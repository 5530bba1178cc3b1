/** What holds of every encounter, planned, recorded or restated: whom and what it names is there, and it says something. */
import { type Deciding, differing, utc } from '#kernel'
import { groupOf } from '../../merging/identity.reference.js'
import { isOpenUnit, organization } from '../../organization/organization.reference.js'
import type { Encounter, VisitNotes } from '../encounter.events.js'
import { isPrivateKind } from '../touchpoint.events.js'
import { touchpointRefusals as refuse } from './touchpoint-refusals.js'

/** Kinds that are nothing but what they say. */
const written = new Set(['note', 'private-note'])

/** What a recorder states, with what it is recorded as, and what it said before when it is restated. */
interface Stated<E> {
  kind: string
  encounter: E
  before?: Partial<Encounter>
}

/** Fills in what the recorder need not say. @throws DomainError when it cannot be */
export async function completed<E extends Encounter>({ kind, encounter }: Stated<E>, by: Deciding): Promise<E> {
  await possibly({ kind, encounter }, by)
  const own = by.present.get(organization).members.get(by.viewer.member)?.function
  return encounter.function === undefined && own !== undefined ? { ...encounter, function: own } : encounter
}

/** The encounter, if it can be; what it named before need not be there any longer. @throws DomainError */
export async function possibly<E extends Encounter>(stated: Stated<E>, by: Deciding): Promise<E> {
  const { encounter, before = {} } = stated
  if (encounter.customers.length === 0) refuse('touchpoint-without-customer')
  requireSense(stated)
  if (encounter.unit !== before.unit && !isOpenUnit(encounter.unit, by.present))
    refuse('unit-unknown', { field: 'unit' })
  requireMembers(added(encounter.members, before.members), by)
  await requireParties(encounter, before, by)
  await requireMatters(differing<Encounter>(encounter, before), by)
  return encounter
}

const added = (ids: readonly string[] = [], before: readonly string[] = []): string[] =>
  ids.filter((id) => !before.includes(id))

function requireSense({ kind, encounter }: Stated<Encounter>): void {
  const { direction, startedBy, note, notes } = encounter
  if (direction === 'inbound' && startedBy === 'we-unasked') refuse('touchpoint-began-twice')
  if (isPrivateKind(kind) && notes?.promisesMade !== undefined) refuse('touchpoint-private-promise')
  if (written.has(kind) && note === undefined) requireNotes(notes)
}

/** @throws DomainError `touchpoint-says-nothing` */
export function requireNotes(notes: VisitNotes | undefined): void {
  if (Object.values(notes ?? {}).every((topic) => topic === undefined)) refuse('touchpoint-says-nothing')
}

/** Whoever has left since was present all the same. */
function requireMembers(members: readonly string[], { present }: Deciding): void {
  const known = present.get(organization).members
  const unknown = members.filter((id) => !known.has(id))
  if (unknown.length > 0) refuse('touchpoint-member-unknown', { members: unknown, field: 'members' })
}

/** Whoever it names is looked up, and nobody else: imports record many. */
async function requireParties(encounter: Encounter, before: Partial<Encounter>, by: Deciding): Promise<void> {
  for (const id of added(encounter.customers, before.customers))
    if (!(await by.exists(`customer-${id}`)))
      refuse('touchpoint-customer-unknown', { customer: id, field: 'customers' })
  for (const id of added(encounter.contacts, before.contacts))
    if (!(await by.exists(`contact-${id}`))) refuse('touchpoint-contact-unknown', { contact: id, field: 'contacts' })
}

async function requireMatters({ opportunity, customerProject }: Partial<Encounter>, by: Deciding): Promise<void> {
  if (opportunity !== undefined && !(await by.exists(`opportunity-${opportunity}`)))
    refuse('touchpoint-opportunity-unknown', { field: 'opportunity' })
  if (customerProject !== undefined && !(await by.exists(`customerproject-${customerProject}`)))
    refuse('touchpoint-project-unknown', { field: 'customerProject' })
}

interface Parties {
  customers: readonly string[]
  unit?: string
}

/** A plan is held by its unit with the customer that leads it; others may join. @throws DomainError */
export function requireAsPlanned(planned: Parties, held: Parties, { present }: Deciding): void {
  const leading = ({ customers: [first = ''] }: Parties) => groupOf(first, present)[0]
  const isSame = planned.unit === held.unit && leading(planned) === leading(held)
  if (!isSame) refuse('touchpoint-held-elsewhere')
}

const yearMs = 366 * 86_400_000

/** When it is to begin, in UTC. A plan may be written down late, though not by years. @throws DomainError */
export function beginning(startsAt: string, { at }: Deciding): string {
  if (Date.parse(startsAt) < Date.parse(at) - yearMs) refuse('touchpoint-planned-long-past', { field: 'startsAt' })
  return utc(startsAt)
}
