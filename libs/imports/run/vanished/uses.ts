/**
 * What stands on records that are to be taken back: one pass over the log. A record of which others have said something, or
 * that something names which stays, stays too, with all that it needs.
 */
import { comparePositions, type EventLog, type NamedRecords, type Position, type StoredEvent } from '#kernel'

/** A fact that holds, by its first event. */
export interface StandingFact {
  id: string
  type: string
  stream: string
  mark: string | undefined
  position: Position
  /** Nobody but the source has said it. */
  isOwn: boolean
  /** Streams of the records it names, among those looked at. */
  names: readonly string[]
}

/** A record that is to be taken back. */
export interface RecordToTake {
  mark: string
  /** As others name it: its own stream, or what stands for it where it is on another's. */
  name: string
  ownsStream: boolean
  /** Stored types of what it says on other streams. */
  elsewhere: readonly string[]
}

const pageSize = 2000

export async function usesOf(
  records: readonly RecordToTake[],
  source: string,
  { log, references }: { log: Pick<EventLog, 'readAll'>; references: Pick<NamedRecords, 'of'> },
): Promise<Uses> {
  const facts = new StandingFacts(new Set(records.map(({ name }) => name)), source, references)
  for (let after: Position = 0; records.length > 0; ) {
    const page = await log.readAll({ after, limit: pageSize })
    for (const event of page) facts.take(event)
    if (page.length < pageSize) break
    after = page.at(-1)?.position ?? after
  }
  return new Uses(records, facts.all())
}

/** Records are taken back one by one, those first that name others; what is then kept keeps what it names. */
export class Uses {
  /** Name → facts of the source that go with its record, the last first. */
  private readonly going = new Map<string, StandingFact[]>()
  /** Name → id of a fact for which its record stays. */
  private readonly held = new Map<string, string>()

  constructor(
    records: readonly RecordToTake[],
    private readonly facts: readonly StandingFact[],
  ) {
    const taken = new Map(records.map((record) => [record.name, record]))
    const takenAlone = new Set(records.filter(({ ownsStream }) => !ownsStream).map(({ mark }) => mark))
    // What is taken back by itself keeps others when it is not.
    for (const fact of facts) if (!fact.isOwn || !takenAlone.has(fact.mark ?? '')) this.weigh(fact, taken)
  }

  private weigh(fact: StandingFact, taken: ReadonlyMap<string, RecordToTake>): void {
    const { id, type, stream, names, isOwn } = fact
    if (isOwn && taken.has(stream)) {
      this.goes(stream, fact)
      return
    }
    const goesWith = isOwn ? names.filter((name) => taken.get(name)?.elsewhere.includes(type)) : []
    for (const name of goesWith) this.goes(name, fact)
    for (const name of [stream, ...names]) if (!goesWith.includes(name)) this.hold(name, id)
  }

  factsOf(name: string): readonly StandingFact[] {
    return this.going.get(name) ?? []
  }

  heldBy(name: string): string | undefined {
    return this.held.get(name)
  }

  /** A record that is kept keeps those that it names, and the one on whose stream it stands. */
  keep({ mark, name }: Pick<RecordToTake, 'mark' | 'name'>): void {
    for (const fact of this.facts) {
      if (fact.mark !== mark && fact.stream !== name) continue
      for (const other of [fact.stream, ...fact.names]) if (other !== name) this.hold(other, fact.id)
    }
  }

  private goes(name: string, fact: StandingFact): void {
    this.going.set(name, [...(this.going.get(name) ?? []), fact])
  }

  private hold(name: string, fact: string): void {
    if (!this.held.has(name)) this.held.set(name, fact)
  }
}

class StandingFacts {
  private readonly found = new Map<string, StandingFact>()

  constructor(
    private readonly streams: ReadonlySet<string>,
    private readonly source: string,
    private readonly references: Pick<NamedRecords, 'of'>,
  ) {}

  take(event: StoredEvent): void {
    const { corrects, source } = event.metadata
    const id = corrects?.eventId ?? event.id
    if (corrects?.mode === 'retract') return void this.found.delete(id)
    const names = [...this.references.of(event)].filter((name) => this.streams.has(name))
    if (names.length === 0 && !this.streams.has(event.stream)) return void this.found.delete(id)
    const { type, stream, position } = event
    const first = this.found.get(id)
    const isOwn = source?.system === this.source && (first?.isOwn ?? true)
    this.found.set(id, { id, type, stream, mark: source?.record, position: first?.position ?? position, isOwn, names })
  }

  all(): StandingFact[] {
    return [...this.found.values()].sort((a, b) => comparePositions(b.position, a.position))
  }
}
