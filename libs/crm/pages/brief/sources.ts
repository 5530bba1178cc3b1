/** The events behind what a brief says of records: what they were begun with, and what was said of them last. */
import type { Fact, QueryContext } from '#kernel'
import { incomesOf } from '../../relationships/relationships.queries.js'
import { relationships } from '../../relationships/relationships.view.js'
import type { CustomerParts } from '../customer/parts.js'
import { type EventRef, refOf } from '../shown/refs.js'
import { isReadable } from '../shown/subject.js'

/** Of many purchases the last ones are enough to follow. */
const mostWins = 20

export class Sources {
  private constructor(
    /** By record, in effective order. */
    private readonly facts: ReadonlyMap<string, readonly Fact[]>,
    /** Relationship → the opportunities that were its income, in order. */
    private readonly incomes: ReadonlyMap<string, readonly string[]>,
  ) {}

  static async of(ask: QueryContext<object>, customer: string, parts: CustomerParts): Promise<Sources> {
    const { documents } = await ask.documents.find(relationships, {
      where: { column: 'customer', eq: customer },
      limit: 200,
    })
    const incomes = new Map(documents.map((document) => [document.id, incomesOf(document).slice(-mostWins)]))
    const { ids } = ask.journals.partitionOf(customer)
    const streams = new Map<string, readonly string[]>()
    const name = (category: string, of: readonly string[]) => {
      for (const id of of) streams.set(id, [`${category}-${id}`])
    }
    for (const { id, unit } of parts.standings)
      streams.set(
        id,
        ids.map((of) => `relationship-${of}.${unit.id}`),
      )
    name('opportunity', [...parts.opportunities.map(({ id }) => id), ...[...incomes.values()].flat()])
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
    return new Sources(new Map(await Promise.all(known)), incomes)
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

  /** The wins that brought a relationship its income. */
  incomesOf(relationship: string): EventRef[] {
    const wins = this.incomes.get(relationship) ?? []
    return [...new Set(wins)].flatMap((opportunity) => this.last(opportunity, 'opportunity.won'))
  }
}

async function readableFacts(ask: QueryContext<object>, streams: readonly string[]): Promise<Fact[]> {
  const events = (await Promise.all(streams.map((stream) => ask.journals.stream(stream)))).flat()
  return ask.journals.factsOf(events).filter((fact) => isReadable(ask, fact))
}
