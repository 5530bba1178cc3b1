/**
 * Documents of records whose facts lie in several partitions, folded from the streams of the record: where a batch, or a
 * partition that is tried again, cannot tell by itself in which of them a document stands.
 */
import { type Catalogue, comparePositions, type Position, type ReadStore, type StoredEvent, type View } from '#kernel'
import {
  type Doubtful,
  type Held,
  type HeldDocuments,
  keyOfPartition,
  partitionsAt,
  type RecordPlace,
  readWhatCan,
  type SetParts,
  slotOf,
  standingOf,
} from '#read-models'
import type { Parking } from '../parking.js'

export interface StandingParts extends Pick<SetParts, 'plan' | 'zonesAt' | 'references' | 'identitySets'> {
  catalogue: Catalogue
  parking: Parking
  recorded: RecordedStreams
}

/** What is recorded in streams up to where one is, each read once. */
export class RecordedStreams {
  private readonly streams = new Map<string, StoredEvent[]>()

  /** @param read all events of streams, in any order */
  private constructor(private readonly read: (streams: readonly string[]) => Promise<readonly StoredEvent[]>) {}

  /** @param batch what follows the position up to which streams are read */
  static upTo(position: Position, { filings }: Pick<ReadStore, 'filings'>, batch: readonly StoredEvent[] = []) {
    return new RecordedStreams(async (streams) => [
      ...(await filings.ofStreams(streams, position)),
      ...batch.filter(({ stream }) => streams.includes(stream)),
    ])
  }

  /** In recorded order. */
  async of(streams: readonly string[]): Promise<StoredEvent[]> {
    const missing = streams.filter((stream) => !this.streams.has(stream))
    const found = Map.groupBy(missing.length > 0 ? await this.read(missing) : [], ({ stream }) => stream)
    for (const stream of missing) this.streams.set(stream, found.get(stream) ?? [])
    return streams
      .flatMap((stream) => this.streams.get(stream) ?? [])
      .sort((a, b) => comparePositions(a.position, b.position))
  }
}

/**
 * The documents as they stand, none where nothing is left of them.
 * @param knownAt up to which merges are known
 */
export async function standingDocuments(
  doubtful: readonly Doubtful[],
  knownAt: Position,
  parts: StandingParts,
): Promise<Held[]> {
  const { plan, recorded, catalogue, zonesAt } = parts
  const seen = { zones: (unit: string | undefined, position: Position) => zonesAt(position)(unit) }
  const streamsOf = ({ view, key }: Doubtful) => plan.streamsOf(view, key)
  await recorded.of([...new Set(doubtful.flatMap(streamsOf))])
  const standing: Held[] = []
  for (const each of doubtful) {
    const { view, key, partition, changedBy } = each
    const { events } = readWhatCan(await recorded.of(streamsOf(each)), catalogue)
    const places = placesOf(events, knownAt, parts).filter((place) => place.partition.kind === view.partition)
    const nothing = { partition, document: null, at: '', position: changedBy }
    const document = standingOf(each, events, { places, seen }) ?? nothing
    standing.push({ view, key, changedBy, changed: true, ...document })
  }
  return standing
}

/** What lends columns to documents, as far as it is not at hand. */
export function missingLenders(documents: readonly Held[], held: HeldDocuments): { view: View; keys: string[] }[] {
  const lenders = documents.flatMap(({ view: { joins }, partition }) =>
    joins && !held.has(slotOf(joins.from, partition)) ? [{ view: joins.from, key: partition }] : [],
  )
  return [...Map.groupBy(lenders, ({ view }) => view)].map(([view, of]) => ({ view, keys: of.map(({ key }) => key) }))
}

/** Every partition that a version of the facts is filed in. */
function placesOf(events: readonly StoredEvent[], knownAt: Position, parts: StandingParts): RecordPlace[] {
  const places = new Map<string, RecordPlace>()
  for (const event of events) {
    for (const partition of partitionsAt(event, knownAt, parts)) {
      const key = keyOfPartition(partition)
      places.set(key, { partition, stoppedAt: parts.parking.get(key)?.position })
    }
  }
  return [...places.values()]
}
