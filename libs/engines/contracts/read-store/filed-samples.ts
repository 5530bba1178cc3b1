/** Facts that are stated, restated, moved and taken back, for the contract of filings; and what events themselves say of where they are filed. */
import fc from 'fast-check'
import type { EventLog, EventMetadata, FiledEvent, NewEvent, StoredEvent } from '#kernel'
import { partitionsOf } from '#read-models/fold/identity-sets.js'
import { filingRows } from '#read-models/rows/filed.js'

export const sampleCustomers = ['a', 'b', 'c']
const units = [undefined, 'fi', 'se']
export const instants = ['0000-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z', '2026-02-01T00:00:00.001Z']

export interface SampleFact {
  /** Which earlier fact it corrects; none below zero. */
  corrects: number
  filed: string[]
  at: number
  unit: number
  retracts: boolean
}

export const sampleFact = fc.record<SampleFact>({
  corrects: fc.integer({ min: -3, max: 5 }),
  filed: fc.subarray(sampleCustomers),
  at: fc.nat(instants.length - 1),
  unit: fc.nat(units.length - 1),
  retracts: fc.boolean(),
})

/** A log in which facts are stated, restated, moved and taken back. */
export async function recordedSamples(log: EventLog, happened: readonly SampleFact[]): Promise<StoredEvent[]> {
  const facts: StoredEvent[][] = []
  for (const [at, one] of happened.entries()) {
    const versions = one.corrects < 0 ? undefined : facts[one.corrects]
    const stream = versions?.[0]?.stream ?? `sample-${at}`
    const event = eventOf(at, one, versions ?? [])
    await log.append(stream, versions ? versions.length - 1 : 'no-stream', [event])
    const stored = (await log.readStream(stream)).at(-1) as StoredEvent
    if (versions) versions.push(stored)
    else facts.push([stored])
  }
  return log.readAll({ after: 0, limit: 10_000 })
}

function eventOf(
  at: number,
  { filed, at: moment, unit, retracts }: SampleFact,
  versions: readonly StoredEvent[],
): NewEvent {
  const [first] = versions
  const before = [...new Set(versions.flatMap(({ metadata }) => metadata.customers))]
  const metadata: EventMetadata = {
    schemaVersion: 1,
    occurredAt: '',
    occurredPrecision: 'before',
    effectiveAt: instants[moment] as string,
    recordedAt: '2026-03-01T10:00:00.000Z',
    actor: 'aino',
    customers: filed,
    contacts: [],
    commandId: 'k',
    fingerprint: 'f',
    ...(units[unit] === undefined ? {} : { unit: units[unit] }),
  }
  if (first) {
    metadata.corrects = { eventId: first.id, mode: retracts ? 'retract' : 'restate' }
    metadata.formerly = { customers: before.filter((id) => !filed.includes(id)), contacts: [] }
  }
  const id = `00000000-0000-8000-8000-${String(at).padStart(12, '0')}`.replace(/^0{8}/, String(at).padStart(8, '0'))
  return { id, type: 'sample.noted', data: { function: 'sales' }, metadata }
}

export const firstIdOf = ({ id, metadata }: StoredEvent): string => metadata.corrects?.eventId ?? id
const versionsBefore = (event: StoredEvent, events: readonly StoredEvent[]) =>
  event.metadata.corrects
    ? events.filter((each) => firstIdOf(each) === firstIdOf(event) && each.position < event.position)
    : []
export const filedOf = (events: readonly StoredEvent[]): FiledEvent[] =>
  events.map((event) => ({ event, rows: filingRows(event, versionsBefore(event, events)) }))

/** Whether it is, or was, filed anywhere. */
export const isFiled = ({ customers: now, formerly }: EventMetadata): boolean =>
  now.length + (formerly?.customers.length ?? 0) > 0

/** A partition's history by the events alone: what was ever filed there, and what each fact of it said first. */
export function expectedHistory(partition: string, events: readonly StoredEvent[], after = 0): StoredEvent[] {
  const filed = events.filter((event) => event.position > after && partitionsOf(event).includes(partition))
  const facts = new Set(filed.map(firstIdOf))
  return events.filter((event) => filed.includes(event) || (facts.has(event.id) && !event.metadata.corrects))
}
