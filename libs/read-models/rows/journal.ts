/** The journal's rows: how events are filed in partitions and read back in recorded order. */
import type { Catalogue, EventDefinition, Json, JsonObject, Partition, ReadStore, Row, StoredEvent } from '#kernel'
import { JOURNAL } from './tables.js'

/** `customer:<id>` or `contact:<id>`. */
export const partitionKey = (kind: Partition['kind'], id: string): string => `${kind}:${id}`

const keyOf = (partition: string, eventId: string): string => `${partition}/${eventId}`

interface Entry {
  first: StoredEvent
  corrections: StoredEvent[]
}

/** The partitions in which an event is filed now, or was by the versions it corrects. */
export function partitionsOf({ metadata }: StoredEvent): string[] {
  const { customers, contacts, formerly } = metadata
  return [
    ...[...customers, ...(formerly?.customers ?? [])].map((id) => partitionKey('customer', id)),
    ...[...contacts, ...(formerly?.contacts ?? [])].map((id) => partitionKey('contact', id)),
  ]
}

/** Events in their newest version, with those that cannot be read apart. */
export function readWhatCan(stored: readonly StoredEvent[], catalogue: Catalogue) {
  const events: StoredEvent[] = []
  const unreadable: { event: StoredEvent; error: unknown }[] = []
  for (const event of stored) {
    try {
      events.push(catalogue.read(event))
    } catch (error) {
      unreadable.push({ event, error })
    }
  }
  return { events, unreadable }
}

export class Journal {
  constructor(
    private readonly store: ReadStore,
    private readonly catalogue: Catalogue,
    private readonly table = JOURNAL,
  ) {}

  /**
   * Events of the partitions in recorded order, in their newest version.
   * @throws Error of the first event that cannot be read
   */
  async read(partitions: readonly string[]): Promise<StoredEvent[]> {
    return (await this.stored(partitions)).map((event) => this.catalogue.read(event))
  }

  /** The same, with those that cannot be read apart. */
  async readWhatCan(partitions: readonly string[]) {
    return readWhatCan(await this.stored(partitions), this.catalogue)
  }

  private async stored(partitions: readonly string[]): Promise<StoredEvent[]> {
    const where =
      partitions.length === 1
        ? { column: 'partition', eq: partitions[0] as string }
        : { column: 'partition', in: [...partitions] }
    const events = new Map<string, StoredEvent>()
    for await (const rows of this.store.scan(this.table, { where })) {
      for (const row of rows) for (const event of eventsOf(row)) events.set(event.id, event)
    }
    return [...events.values()].sort((a, b) => a.position - b.position)
  }

  async isEmpty(partitions: readonly string[]): Promise<boolean> {
    const page = await this.store.find(this.table, { where: { column: 'partition', in: [...partitions] }, limit: 1 })
    return page.rows.length === 0
  }

  /** What is filed of the event that a correction names: its first event and corrections, in their newest version. */
  async versions(correction: StoredEvent): Promise<StoredEvent[]> {
    const eventId = correction.metadata.corrects?.eventId ?? correction.id
    const keys = partitionsOf(correction).map((partition) => keyOf(partition, eventId))
    const [row] = await this.store.getMany(this.table, keys)
    return row ? eventsOf(row).map((event) => this.catalogue.read(event)) : []
  }

  /** The rows that file an event; a correction changes those of its first event and adds those it newly names. */
  async rowsFor(event: StoredEvent, pending: ReadonlyMap<string, Row>): Promise<Row[]> {
    const { corrects } = event.metadata
    if (!corrects) return partitionsOf(event).map((partition) => this.row(partition, { first: event, corrections: [] }))
    const partitions = partitionsOf(event)
    const keys = partitions.map((partition) => keyOf(partition, corrects.eventId))
    const stored = new Map((await this.store.getMany(this.table, keys)).map((row) => [row.key, row]))
    const known = keys.map((key) => pending.get(key) ?? stored.get(key))
    const entry = known.flatMap((row) => (row ? [entryOf(row)] : []))[0]
    if (!entry) return []
    const corrected = { first: entry.first, corrections: [...entry.corrections, event] }
    return partitions.map((partition) => this.row(partition, corrected))
  }

  /** The row of a first event with its corrections, showing what the last of them says. */
  row(partition: string, { first, corrections }: Entry): Row {
    const last = corrections.at(-1) ?? first
    const { metadata } = last
    const [kind, id] = partition.split(':') as [string, string]
    const filed = (kind === 'customer' ? metadata.customers : metadata.contacts).includes(id)
    return {
      key: keyOf(partition, first.id),
      position: last.position,
      doc: { first, corrections } as unknown as JsonObject,
      columns: {
        partition,
        recorded: first.position,
        at: metadata.effectiveAt,
        type: first.type,
        kind: rowKindOf(this.catalogue.get(first.type), first.type),
        unit: metadata.unit ?? null,
        function: textOf(last.data.function),
        actor: first.metadata.actor,
        shown: filed && metadata.corrects?.mode !== 'retract',
      },
    }
  }
}

function entryOf(row: Row): Entry {
  return row.doc as unknown as Entry
}

export function eventsOf(row: Row): StoredEvent[] {
  const { first, corrections } = entryOf(row)
  return [first, ...corrections]
}

const textOf = (value: Json | undefined): string | null => (typeof value === 'string' ? value : null)

/** The touchpoint kind an event shows as; other facts show as their type. */
export const rowKindOf = (definition: EventDefinition | undefined, type: string): string =>
  definition?.touchpoint?.kind ?? type
