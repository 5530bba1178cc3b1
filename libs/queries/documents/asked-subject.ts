/** Whom a query is about: resolved, found and let through the gate before the query is asked. */
import {
  comparePositions,
  type Gate,
  type Partition,
  partsOfUnitKey,
  type QueryContext,
  type Registry,
  refuse,
  type StoredEvent,
  type Subject,
  type SubjectParameter,
} from '#kernel'
import { streamsOf } from './partitions.js'

interface SubjectParts {
  gate: Gate
  registry: Pick<Registry, 'catalogue'>
}

const readsUnit = ({ reading }: QueryContext, unit: string | undefined): boolean =>
  unit === undefined || reading.units.has('*') || reading.units.has(unit)

const isOfPast = ({ moment }: QueryContext): boolean => moment.asOf !== undefined || moment.knownAt !== undefined

interface AskedOf {
  past: SubjectParameter
  partition: Partition
  /** Where the partition cannot be read further, once that is known. */
  stopping: Promise<Subject['stopped']>
}

/**
 * @throws DomainError `not-found` when there is no such subject, or it is not the reader's to see; `reading-stopped`
 * when it is, and begins where nothing can be read
 */
export async function subjectAsked(
  { past, partition, stopping }: AskedOf,
  ask: QueryContext,
  parts: SubjectParts,
): Promise<Subject> {
  const { keyedBy } = past.of
  const asked = ask.params[past.param] ?? ''
  if (!ask.reading.outline && ask.reading.units.size === 0) return refuse('not-found')
  const subject = { asked, partition }
  if (keyedBy === 'partition') return { ...subject, ...(await ofPartition(past, partition, ask, parts)) }
  const of = { ...subject, stopping }
  return { ...subject, ...(await (keyedBy === 'unit' ? ofUnit : ofRecord)(past, of, ask, parts)), isOwn: true }
}

type Found = Pick<Subject, 'id' | 'document'>

async function ofPartition(past: SubjectParameter, partition: Partition, ask: QueryContext, { gate }: SubjectParts) {
  const [id] = partition.ids
  const [document, reach] = await Promise.all([ask.documents.get(past.of, id), gate.reachOf(partition, ask)])
  if (reach === undefined || (reach === 'outline' && past.open !== 'outline')) return refuse('not-found')
  const found = { id, document, isOwn: reach === 'own' }
  if (document !== undefined) return found
  const wasThere = async () => past.open === 'retracted' && (await ask.journals.events(partition)).length > 0
  return (await (isOfPast(ask) ? ask.journals.wasEver(partition) : wasThere())) ? found : refuse('not-found')
}

/** What a unit has with a customer is that unit's to see, and those' who read its history. */
async function ofUnit(
  { of }: SubjectParameter,
  { asked, partition }: Pick<Subject, 'asked' | 'partition'>,
  ask: QueryContext,
  { gate }: SubjectParts,
): Promise<Found> {
  const { unit } = partsOfUnitKey(asked) ?? refuse('not-found')
  const id = `${partition.ids[0]}.${unit}`
  const [document, reach] = await Promise.all([ask.documents.get(of, id), gate.reachOf(partition, ask)])
  if (reach === undefined || !readsUnit(ask, unit)) return refuse('not-found')
  if (document !== undefined) return { id, document }
  // Of a moment before anything had happened nothing is kept; of what never was, nothing ever is.
  return isOfPast(ask) && (await ask.journals.wasEver(partition, unit)) ? { id, document } : refuse('not-found')
}

type OfRecord = Pick<Subject, 'asked' | 'partition'> & Pick<AskedOf, 'stopping'>

/** The event with which a record begins. */
async function firstOf(streams: readonly string[], { journals }: QueryContext): Promise<StoredEvent | undefined> {
  const events = (await Promise.all(streams.map((stream) => journals.stream(stream)))).flat()
  return events.sort((a, b) => comparePositions(a.position, b.position))[0]
}

/** A record is seen by its document; where none is kept, by a fact of it that the reader may see. */
async function ofRecord(
  { of }: SubjectParameter,
  { asked: id, partition, stopping }: OfRecord,
  ask: QueryContext,
  { registry, gate }: SubjectParts,
): Promise<Found> {
  if (of.kept) {
    const document = await ask.documents.get(of, id)
    if (document) return { id, document }
    const stopped = await stopping
    const begins = stopped && !isOfPast(ask) ? await firstOf(streamsOf(of, id, registry), ask) : undefined
    const isUnread = stopped && begins && comparePositions(begins.position, stopped.position) >= 0
    if (!isUnread || !readsUnit(ask, begins.metadata.unit)) return refuse('not-found')
    if ((await gate.reachOf(partition, ask)) === undefined) return refuse('not-found')
    return refuse('reading-stopped', { stoppedAt: String(stopped.position), since: stopped.since })
  }
  const streams = await Promise.all(streamsOf(of, id, registry).map((stream) => ask.journals.stream(stream)))
  return ask.journals.factsOf(streams.flat()).some(({ unit }) => readsUnit(ask, unit)) ? { id } : refuse('not-found')
}
