/** The facts that a partition's events state by now, each with the versions that it was stated in. */
import {
  claim,
  type Fact,
  factOf,
  historyOf,
  type Partition,
  type Position,
  type StoredEvent,
  type UnitZones,
} from '#kernel'
import type { ZoneOf } from './measure.js'
import { earliestOf, type Ground } from './standing.js'

interface Known {
  first: StoredEvent
  last: StoredEvent
  /** Absent while it does not hold in this partition. */
  fact: Fact | undefined
}

/** A fact as it held before a correction, and as it holds after it. */
export interface CorrectedFacts {
  old: Fact | undefined
  fresh: Fact | undefined
}

export class KnownFacts {
  private readonly known = new Map<string, Known>()

  /** What tells the days of facts. */
  readonly zones: UnitZones

  constructor(
    private readonly partition: Partition,
    { zonesAt }: { zonesAt(position: Position): ZoneOf },
  ) {
    this.zones = (unit, position) => zonesAt(position)(unit)
  }

  /** Facts held, those included that do not hold here. */
  get size(): number {
    return this.known.size
  }

  /** Takes in a history, in recorded order; answers with the facts that hold here, in effective order. */
  know(events: readonly StoredEvent[]): Fact[] {
    for (const event of events) {
      const { corrects } = event.metadata
      const known = this.known.get(corrects?.eventId ?? event.id)
      if (known) known.last = event
      else if (!corrects) this.known.set(event.id, { first: event, last: event, fact: undefined })
    }
    const here = historyOf(this.partition, events, { zones: this.zones })
    for (const fact of here) {
      const known = this.known.get(fact.id)
      if (known) known.fact = fact
    }
    return here
  }

  /** @param fact absent when it is filed elsewhere */
  add(event: StoredEvent, fact: Fact | undefined): void {
    this.known.set(event.id, { first: event, last: event, fact })
  }

  /** @param versions before the correction, where it moves here what was filed elsewhere until now */
  correct(event: StoredEvent, versions: () => readonly StoredEvent[]): CorrectedFacts | undefined {
    const known = this.known.get(event.metadata.corrects?.eventId ?? '') ?? this.adopted(versions())
    if (!known) return undefined
    const old = known.fact
    known.last = event
    known.fact = this.factIn(known)
    return { old, fresh: known.fact }
  }

  /** What a document that is folded from facts stands on. */
  groundOf(facts: readonly Fact[]): Ground | undefined {
    const known = this.known.get(earliestOf(facts)?.id ?? '')
    if (!known) return undefined
    const { first, last } = known
    return { isBeginning: first.revision === 0, first: first.position, last: last.position }
  }

  private adopted(versions: readonly StoredEvent[]): Known | undefined {
    const [first] = versions
    const last = versions.at(-1)
    if (!first || !last || first.metadata.corrects) return undefined
    const known: Known = { first, last, fact: undefined }
    known.fact = this.factIn(known)
    this.known.set(first.id, known)
    return known
  }

  private factIn({ first, last }: Known): Fact | undefined {
    if (last.metadata.corrects?.mode === 'retract') return undefined
    const fact = factOf(first, last, this.zones)
    return claim(this.partition, fact) ? fact : undefined
  }
}
