/** One touchpoint: what was planned, what was said, what was added later, and what was corrected. */
import {
  CodeOf,
  defineQuery,
  Flag,
  Id,
  Instant,
  Label,
  ListOf,
  Nested,
  NoQuery,
  type QueryContext,
  refuse,
  SaidBy,
} from '#kernel'
import { standingContacts } from '../../contacts/people.queries.js'
import { touchpointHasBegun } from '../../touchpoints/touchpoints.queries.js'
import { touchpointsView } from '../../touchpoints/touchpoints.view.js'
import { NamedContact, NamedCustomer, NamedMember, Names } from '../shown/names.js'
import { noteReadings } from '../shown/notes/note-readings.js'
import { isReadable } from '../shown/subject.js'
import { TimelineRow, timelineRowOf } from '../timeline/timeline-row.js'

/** A correction of one of the touchpoint's facts. */
export class Corrected {
  /** Id of the first event. */
  @Label({ max: 64 }) corrects!: string
  @Label({ max: 20 }) mode!: string
  @Nested(NamedMember) who!: NamedMember
  @Instant() recordedAt!: string
  @Label({ max: 20 }) position!: string
}

export class TouchpointStep extends TimelineRow {
  /** Everything it states, opened as far as the reader may see it; null for private notes of others. */
  @SaidBy('kind') says!: unknown
}

export class TouchpointAnswer {
  @Id('touchpoint') id!: string
  @ListOf(NamedCustomer) customers!: NamedCustomer[]
  @ListOf(NamedContact, { max: 50 }) contacts!: NamedContact[]
  /** The kind it was recorded or planned as. */
  @CodeOf('touchpoint-kind') kind!: string
  @Flag() held!: boolean
  /** In the order in which it happened: planned, moved, held, evaluated, added to. */
  @ListOf(TouchpointStep, { max: 1000 }) steps!: TouchpointStep[]
  @ListOf(Corrected, { max: 1000 }) corrections!: Corrected[]
}

const planning = new Set(['planned', 'moved', 'cancelled', 'evaluated', 'structured', 'gist-added', 'kept-private'])

async function read(ask: QueryContext<object>): Promise<TouchpointAnswer> {
  const id = ask.params.id ?? ''
  const events = await ask.journals.stream(`touchpoint-${id}`)
  const facts = ask.journals.factsOf(events).filter((fact) => isReadable(ask, fact))
  const last = facts.at(-1)
  if (!last || !touchpointHasBegun(facts)) return refuse('not-found')
  const names = new Names(ask)
  const readings = await noteReadings(ask, facts)
  const { privateNotes } = readings
  const parts = { names, wording: names.wording(), ...readings }
  const held = facts.find(({ type }) => !planning.has(type.slice('touchpoint.'.length)))
  const begun = held ?? facts.find(({ type }) => type === 'touchpoint.planned') ?? last
  const steps = facts.map(async (fact) => ({
    ...(await timelineRowOf(ask, fact, parts)),
    says: privateNotes.hides(fact) ? null : privateNotes.opened(fact),
  }))
  const corrections = events.flatMap(({ metadata, position }) =>
    metadata.corrects
      ? [
          {
            corrects: metadata.corrects.eventId,
            mode: metadata.corrects.mode,
            who: names.member(metadata.actor),
            recordedAt: metadata.recordedAt,
            position: String(position),
          },
        ]
      : [],
  )
  const survivors = last.customers.map((customer) => ask.journals.partitionOf(customer).ids[0])
  return ask.open({
    id,
    customers: await Promise.all([...new Set(survivors)].map((customer) => names.customer(customer))),
    contacts: privateNotes.hides(begun) ? [] : await names.contacts(standingContacts(last.contacts, ask)),
    kind: held ? begun.type.slice('touchpoint.'.length) : String(begun.data.kind ?? ''),
    held: held !== undefined,
    steps: await Promise.all(steps),
    corrections,
  })
}

export const touchpointQuery = defineQuery({
  name: 'touchpoint',
  about: 'One touchpoint with everything said about it since.',
  route: '/touchpoints/:id',
  query: NoQuery,
  answer: TouchpointAnswer,
  past: { param: 'id', of: touchpointsView },
  read,
})
