/**
 * A second opinion, as naive as can be: from all stored events, which facts hold for a customer or a
 * contact at a moment, in which order, saying what. Shares no code with the engine or the kernel.
 */
import type { JsonObject, Position, StoredEvent } from '#kernel'

export interface OracleMoment {
  /** An instant, or a day: of each fact the one it lies in where its unit is. */
  asOf?: string
  knownAt?: Position
}

/** A fact that holds, as seen from one customer or contact. */
export interface OracleFact {
  id: string
  type: string
  data: JsonObject
  at: string
  /** Of the first event. */
  position: number
  actor: string
  unit: string | undefined
  stream: string
  customers: string[]
  contacts: string[]
}

export class Oracle {
  /** @param zoneOf where a unit is, or the group */
  constructor(
    private readonly log: readonly StoredEvent[],
    private readonly zoneOf: (unit: string | undefined) => string = () => 'UTC',
  ) {}

  /** Every fact of the whole log, wherever it is filed. */
  all({ asOf, knownAt }: OracleMoment = {}): OracleFact[] {
    const known = this.log.filter((event) => knownAt === undefined || event.position <= knownAt)
    const facts: OracleFact[] = []
    for (const first of known) {
      if (first.metadata.corrects) continue
      let holds = first
      for (const other of known) {
        if (other.metadata.corrects?.eventId === first.id && other.position > holds.position) holds = other
      }
      if (holds.metadata.corrects?.mode === 'retract') continue
      if (asOf !== undefined && this.liesAfter(holds, asOf)) continue
      facts.push(factFrom(first, holds))
    }
    return facts.sort((a, b) => (a.at === b.at ? a.position - b.position : a.at < b.at ? -1 : 1))
  }

  private liesAfter(event: StoredEvent, asOf: string): boolean {
    return asOf.length === 10 ? this.dayOf(event) > asOf : event.metadata.effectiveAt > asOf
  }

  /** The day that stands on the calendar of the unit; nothing comes before what is of no day. */
  private dayOf({ metadata: { occurredPrecision, occurredAt, effectiveAt, unit } }: StoredEvent): string {
    if (occurredPrecision === 'before') return ''
    if (occurredPrecision === 'day') return occurredAt
    return new Intl.DateTimeFormat('sv-SE', { timeZone: this.zoneOf(unit) }).format(new Date(effectiveAt))
  }

  /** Merged customer, or contact → what it was merged into, by what is known; merges that close a circle are void. */
  merges(knownAt?: Position, category = 'merge'): Record<string, string> {
    const into: Record<string, string> = {}
    for (const fact of this.all({ knownAt })) {
      if (fact.type !== `${category}.made`) continue
      const merged = fact.stream.replace(`${category}-`, '')
      const { [merged]: _, ...others } = into
      const target = fact.data.into as string
      if (standsFor(target, others) !== merged) into[merged] = target
    }
    return into
  }

  /** The customer that stands for this one. */
  survivor(customer: string, knownAt?: Position): string {
    return standsFor(customer, this.merges(knownAt))
  }

  /** The facts of a customer, with those of all that were merged into it. */
  customer(customer: string, moment: OracleMoment = {}): OracleFact[] {
    const into = this.merges(moment.knownAt)
    const isOurs = (id: string) => standsFor(id, into) === standsFor(customer, into)
    return this.all(moment).filter((fact) => fact.customers.some(isOurs))
  }

  /** The facts of those that the customer leads. */
  led(customer: string, moment: OracleMoment = {}): OracleFact[] {
    const into = this.merges(moment.knownAt)
    return this.all(moment).filter((fact) => {
      const [leader] = fact.customers
      return leader !== undefined && standsFor(leader, into) === standsFor(customer, into)
    })
  }

  /** The contact that stands for this one. */
  person(contact: string, knownAt?: Position): string {
    return standsFor(contact, this.merges(knownAt, 'contactmerge'))
  }

  /** The facts of a contact, with those of all that were merged into it. */
  contact(contact: string, moment: OracleMoment = {}): OracleFact[] {
    const into = this.merges(moment.knownAt, 'contactmerge')
    const isOurs = (id: string) => standsFor(id, into) === standsFor(contact, into)
    return this.all(moment).filter((fact) => fact.contacts.some(isOurs))
  }
}

function standsFor(customer: string, into: Record<string, string>): string {
  const next = into[customer]
  return next === undefined ? customer : standsFor(next, into)
}

function factFrom(first: StoredEvent, holds: StoredEvent): OracleFact {
  const { '~because': _, ...data } = holds.data
  const { effectiveAt, unit, customers, contacts } = holds.metadata
  return {
    id: first.id,
    type: first.type,
    data,
    at: effectiveAt,
    position: first.position,
    actor: first.metadata.actor,
    unit,
    stream: first.stream,
    customers,
    contacts,
  }
}
