/** How the versions of a fact are filed: one row in each partition that the version names, or an earlier one did. */
import type { FilingRow, Json, StoredEvent } from '#kernel'
import { partitionsOf } from '../fold/identity-sets.js'

const textOf = (value: Json | undefined): string | undefined => (typeof value === 'string' ? value : undefined)

/**
 * @param earlier of what the event corrects, all versions before it in recorded order; none of a first
 *   event. A correction of what is not there is filed nowhere
 */
export function filingRows(event: StoredEvent, earlier: readonly StoredEvent[] = []): FilingRow[] {
  const { metadata, position } = event
  const first = metadata.corrects ? earlier[0] : event
  if (!first || first.metadata.corrects) return []
  const previous = earlier.at(-1)
  const filedBefore = new Set(previous ? partitionsOf(previous) : [])
  return [...new Set(partitionsOf(event))].map((partition) => {
    const row: FilingRow = {
      partition,
      first: first.position,
      position,
      event: first.id,
      at: metadata.effectiveAt,
      type: first.type,
      unit: metadata.unit,
      function: textOf(event.data.function),
      actor: first.metadata.actor,
      shown: isFiledNow(event, partition) && metadata.corrects?.mode !== 'retract',
    }
    if (previous && filedBefore.has(partition))
      row.instead = { at: previous.metadata.effectiveAt, position: previous.position }
    return row
  })
}

function isFiledNow({ metadata }: StoredEvent, partition: string): boolean {
  const at = partition.indexOf(':')
  const ids = partition.slice(0, at) === 'customer' ? metadata.customers : metadata.contacts
  return ids.includes(partition.slice(at + 1))
}

/** Versions of what corrections correct, found by the streams in which those stand. */
export class Versions {
  private readonly byFirst = new Map<string, StoredEvent[]>()

  /** @param events the whole streams of all corrections that will be asked about */
  constructor(events: Iterable<StoredEvent>) {
    for (const event of events) {
      const first = event.metadata.corrects?.eventId ?? event.id
      const known = this.byFirst.get(first)
      if (known) known.push(event)
      else this.byFirst.set(first, [event])
    }
  }

  /** @param read all events of the streams, those that are given included */
  static async of(
    events: readonly StoredEvent[],
    read: (streams: readonly string[]) => Promise<readonly StoredEvent[]>,
  ): Promise<Versions> {
    const streams = new Set(events.filter(({ metadata }) => metadata.corrects).map(({ stream }) => stream))
    return new Versions(streams.size > 0 ? await read([...streams]) : [])
  }

  /** Those before a correction, in recorded order; none of a first event. */
  before({ position, metadata: { corrects } }: StoredEvent): StoredEvent[] {
    if (!corrects) return []
    return (this.byFirst.get(corrects.eventId) ?? []).filter((version) => version.position < position)
  }
}
