/** Everything a reader of the whole customer sees; what the answer about one customer and the visit brief are both made of. */
import { ListOf, Nested, type QueryContext } from '#kernel'
import { rankOf } from '../../organization/events/group.events.js'
import { relationships } from '../../relationships/relationships.view.js'
import { eventsBehind, ShownRelationship, shownRelationship } from '../relationships/relationship-shown.js'
import { PlannedMeeting } from '../shown/meetings.js'
import type { Names } from '../shown/names.js'
import { refsById } from '../shown/refs.js'
import type { CustomerSubject } from '../shown/subject.js'
import { Difference, differencesBetween, SharedPursuit, sharedPursuits } from './sections/differences.js'
import {
  OpenPromise,
  OwnProject,
  openOpportunities,
  openPromises,
  ownProjects,
  PastMeetings,
  plannedMeetings,
  ShownOpenOpportunity,
} from './sections/open-matters.js'
import { ShownPerson, shownPeople } from './sections/people.js'
import { eventsOfRegister, Register, registerOf } from './sections/register.js'

export class CustomerParts {
  @Nested(Register) register!: Register
  /** Per unit, the most advanced first. */
  @ListOf(ShownRelationship) standings!: ShownRelationship[]
  /** Those in their posts now first. */
  @ListOf(ShownPerson, { max: 1000 }) people!: ShownPerson[]
  @ListOf(ShownOpenOpportunity, { max: 500 }) opportunities!: ShownOpenOpportunity[]
  @ListOf(OpenPromise, { max: 500 }) promises!: OpenPromise[]
  /** What the customer intends. */
  @ListOf(OwnProject, { max: 500 }) projects!: OwnProject[]
  /** Of today and to come. */
  @ListOf(PlannedMeeting, { max: 200 }) meetings!: PlannedMeeting[]
  @Nested(PastMeetings) pastMeetings!: PastMeetings
  @ListOf(Difference) differences!: Difference[]
  @ListOf(SharedPursuit) shared!: SharedPursuit[]
}

/** The register and the relationships that the reader may see, the most advanced first; what they rest on is read once. */
async function standing(
  ask: QueryContext<object>,
  subject: CustomerSubject,
  names: Names,
): Promise<Pick<CustomerParts, 'register' | 'standings'>> {
  const { id, partition } = subject
  const found = ask.documents.find(relationships, { where: { column: 'customer', eq: id }, limit: 200 })
  const refs = found.then(({ documents }) =>
    refsById(ask, partition, [...eventsOfRegister(subject), ...documents.flatMap(eventsBehind)]),
  )
  const register = registerOf(ask, subject, { names, refs })
  const [{ documents }, known] = await Promise.all([found, refs, register])
  const inOrder = [...documents].sort((a, b) => rankOf(b.stage) - rankOf(a.stage) || (a.unit < b.unit ? -1 : 1))
  const standings = inOrder.map((document) => shownRelationship(document, { ask, names, refs: known }))
  return { register: await register, standings }
}

export async function partsOf(
  ask: QueryContext<object>,
  subject: CustomerSubject,
  names: Names,
): Promise<CustomerParts> {
  const { id, partition } = subject
  const [{ register, standings }, people, opportunities, promises, projects, plans] = await Promise.all([
    standing(ask, subject, names),
    shownPeople(ask, id, names),
    openOpportunities(ask, id, names),
    openPromises(ask, id, names),
    ownProjects(ask, id, names),
    plannedMeetings(ask, partition.ids, names),
  ])
  const differences = differencesBetween(standings)
  const shared = sharedPursuits({ opportunities, meetings: plans.meetings })
  return { register, standings, people, opportunities, promises, projects, ...plans, differences, shared }
}
