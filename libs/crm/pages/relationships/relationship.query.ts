/** One relationship in full: where it stands, and every decision that brought it there, with its evidence. */
import {
  Choice,
  defineQuery,
  type Fact,
  type Guarded,
  Id,
  Ids,
  Instant,
  Label,
  ListOf,
  Nested,
  NoQuery,
  Optional,
  type Precision,
  partsOfUnitKey,
  precisions,
  type QueryContext,
  refuse,
  shownTimes,
  Text,
  timeStatedBy,
} from '#kernel'
import type { Stage } from '../../organization/events/group.events.js'
import { endingNames } from '../../relationships/document/relationships.words.js'
import type { HowEnded, Status } from '../../relationships/relationship.events.js'
import { relationships } from '../../relationships/relationships.view.js'
import { ShownStop, shownStop } from '../../texts/stopped.js'
import type { Wording } from '../../texts/wording.js'
import { NamedCustomer, NamedMember, Names } from '../shown/names.js'
import { EventRef, refOf, refsById } from '../shown/refs.js'
import { eventsBehind, ShownRelationship, shownRelationship, touchGists } from './relationship-shown.js'

/** One decision about the relationship. */
export class Decision {
  /** `stage-changed`, `ended`, `owner-set`, … */
  @Label({ max: 40 }) decision!: string
  /** What such a decision is called, in the reader’s language. */
  @Optional() @Label({ max: 80 }) decisionName?: string
  @Optional() @Instant() at?: string
  /** The day where its unit is, or the month that was stated; and how exactly it is known. */
  @Optional() @Label({ max: 10 }) atOn?: string
  @Optional() @Choice(precisions) atPrecision?: Precision
  @Nested(NamedMember) who!: NamedMember
  @Optional() @Label({ max: 40 }) before?: string
  @Optional() @Label({ max: 80 }) beforeName?: string
  @Optional() @Label({ max: 80 }) after?: string
  /** What it came to, in words: a stage, a status, the name of who leads it. */
  @Optional() @Label({ max: 200 }) afterName?: Guarded<string>
  @Optional() @Text({ max: 2000 }) why?: Guarded<string>
  @Ids('record', { max: 30 }) evidence!: string[]
  @Nested(EventRef) from!: EventRef
}

export class RelationshipAnswer {
  @Id('relationship') id!: string
  @Nested(NamedCustomer) customer!: NamedCustomer
  /** Present where it cannot be read further. */
  @Optional() @Nested(ShownStop) stopped?: ShownStop
  /** Absent while nothing had happened between the two. */
  @Optional() @Nested(ShownRelationship) standing?: ShownRelationship
  /** The latest first. */
  @ListOf(Decision, { max: 10_000 }) history!: Decision[]
}

interface ReadBy {
  names: Names
  wording: Wording
}

interface Outcome {
  /** The field in which a decision says what it made of the relationship. */
  field: string
  /** What its value is read as; absent where it says no more than that it is so. */
  read?: (value: never, by: ReadBy) => Guarded<string> | undefined
}

const toStage = (stage: Stage, { wording }: ReadBy) => wording.stage(stage)

const outcomes: Readonly<Record<string, Outcome>> = {
  'relationship.stage-changed': { field: 'to', read: toStage },
  'relationship.ended': { field: 'how', read: (how: HowEnded, { wording }) => endingNames[how][wording.language] },
  'relationship.reopened': { field: 'at', read: toStage },
  'relationship.target-set': { field: 'stage', read: toStage },
  'relationship.owner-set': { field: 'owner', read: (member: string, { names }) => names.member(member).name },
  'relationship.status-corrected': { field: 'status', read: (of: Status, { wording }) => wording.status(of) },
  'relationship.key-account-set': { field: 'keyAccount' },
}

function decisionOf(ask: QueryContext<object>, fact: Fact, { names, wording }: ReadBy): Decision {
  const { type, data, actor } = fact
  const { field, read } = outcomes[type] ?? { field: '' }
  const before = data.from as Stage | undefined
  const after = data[field]
  return {
    decision: type.slice('relationship.'.length),
    decisionName: ask.catalogue.get(type)?.texts?.[wording.language],
    ...shownTimes(fact, { at: timeStatedBy(fact) }, 'at'),
    who: names.member(actor),
    before,
    beforeName: before === undefined ? undefined : wording.stage(before),
    after: after === undefined ? undefined : String(after),
    afterName: after === undefined ? undefined : read?.(after as never, { names, wording }),
    why: data.why as Guarded<string> | undefined,
    evidence: (data.evidence ?? []) as string[],
    from: refOf(fact),
  }
}

/** Decisions about one unit's relationship, by the events of its streams, merged customers' too. */
async function decisions(ask: QueryContext<object>, customers: readonly string[], unit: string): Promise<Fact[]> {
  const streams = customers.map((customer) => ask.journals.stream(`relationship-${customer}.${unit}`))
  const events = (await Promise.all(streams)).flat()
  return ask.journals.factsOf(events)
}

export const relationshipQuery = defineQuery({
  name: 'relationship',
  about: 'One relationship: where it stands and every decision that brought it there.',
  route: '/relationships/:id',
  query: NoQuery,
  answer: RelationshipAnswer,
  past: { param: 'id', of: relationships },
  async read(ask): Promise<RelationshipAnswer> {
    const { id, partition, document } = ask.subject
    const { customer, unit } = partsOfUnitKey(id) ?? refuse('not-found')
    const names = new Names(ask)
    const documents = document ? [document] : []
    const [refs, gists] = await Promise.all([
      refsById(ask, partition, documents.flatMap(eventsBehind)),
      touchGists(documents, ask),
    ])
    const history = await decisions(ask, partition.ids, unit)
    return ask.open({
      id,
      customer: await names.customer(customer),
      stopped: shownStop(ask),
      standing: document && shownRelationship(document, { ask, names, refs, gists }),
      history: history.map((fact) => decisionOf(ask, fact, { names, wording: names.wording() })).reverse(),
    })
  },
})
