/** The events behind what a brief says of records: what they were begun with, and what was said of them last. */
import type { Fact, Partition, QueryContext } from '#kernel'
import { incomesOf } from '../../relationships/relationships.queries.js'
import { relationships } from '../../relationships/relationships.view.js'
import type { CustomerParts } from '../customer/parts.js'
import { type EventRef, type RefsById, refOf, refsById, refsOf } from '../shown/refs.js'
import { isReadable } from '../shown/subject.js'

/** Of many purchases the last ones are enough to follow. */
const mostIncomes = 20

export class Sources {
  private constructor(
    /** By record, in effective order. */
    private readonly facts: ReadonlyMap<string, readonly Fact[]>,
    /** Relationship → ids of the events that state its income, in order. */
    private readonly incomes: ReadonlyMap<string, readonly string[]>,
    private readonly refs: RefsById,
  ) {}

  static async of(ask: QueryContext<object>, partition: Partition, parts: CustomerParts): Promise<Sources> {
    const { documents } = await ask.documents.find(relationships, {
      where: { column: 'customer', eq: partition.ids[0] },
      limit: 200,
    })
    const incomes = new Map(documents.map((document) => [document.id, incomesOf(document).slice(-mostIncomes)]))
    const { ids } = partition
    const streams = new Map<string, readonly string[]>()
    const name = (category: string, of: readonly string[]) => {
      for (const id of of) streams.set(id, [`${category}-${id}`])
    }
    for (const { id, unit } of parts.standings)
      streams.set(
        id,
        ids.map((of) => `relationship-${of}.${unit.id}`),
      )
    name(
      'opportunity',
      parts.opportunities.map(({ id }) => id),
    )
    name(
      'promise',
      parts.promises.map(({ id }) => id),
    )
    name(
      'customerproject',
      parts.projects.map(({ id }) => id),
    )
    name(
      'touchpoint',
      [...parts.meetings, ...parts.pastMeetings.overdue, ...parts.pastMeetings.toEvaluate].map(({ id }) => id),
    )
    name(
      'contact',
      parts.people.map(({ contact }) => contact),
    )
    const known = [...streams].map(async ([record, of]) => [record, await readableFacts(ask, of)] as const)
    const refs = await refsById(ask, partition, [...incomes.values()].flat())
    return new Sources(new Map(await Promise.all(known)), incomes, refs)
  }

  /** How a record began, and what was said of it last. */
  of(record: string): EventRef[] {
    const [first, ...later] = this.facts.get(record) ?? []
    return [first, later.at(-1)].flatMap((fact) => (fact ? [refOf(fact)] : []))
  }

  /** The last fact of a type in a record. */
  last(record: string, type: string): EventRef[] {
    const fact = this.facts.get(record)?.findLast((one) => one.type === type)
    return fact ? [refOf(fact)] : []
  }

  /** What a person is at a customer: who they are, and their post and roles there. */
  post(contact: string, customers: readonly string[]): EventRef[] {
    const said = (this.facts.get(contact) ?? []).filter(
      ({ type, data }) => type === 'contact.registered' || customers.includes(String(data.customer)),
    )
    return said.map(refOf)
  }

  /** What brought a relationship its income. */
  incomesOf(relationship: string): EventRef[] {
    return refsOf(this.refs, ...(this.incomes.get(relationship) ?? []))
  }
}

async function readableFacts(ask: QueryContext<object>, streams: readonly string[]): Promise<Fact[]> {
  const events = (await Promise.all(streams.map((stream) => ask.journals.stream(stream)))).flat()
  return ask.journals.factsOf(events).filter((fact) => isReadable(ask, fact))
}
