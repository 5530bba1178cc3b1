/**
 * The access log: one entry per answer that opened personal values. Nothing of the values is in it, and the
 * reasons given are sealed.
 */
import { randomUUID } from 'node:crypto'
import {
  type AccessEntries,
  type AccessEntry,
  type Accessed,
  type AccessFilter,
  type AccessLog,
  addDays,
  type EventMetadata,
  type JsonObject,
  type KeyVault,
  type NewEvent,
  type OpenedValues,
  SerialQueue,
  type StoredEvent,
} from '#kernel'
import { EventSealer } from '#privacy'
import { accessCatalogue, accessEvents, mostPartitions, type PersonalValuesOpened } from './access.events.js'
import { RecentReads } from './recent-reads.js'

export interface AccessLogParts {
  entries: AccessEntries
  vault: KeyVault
  clock: () => Date
}

const usualLimit = 100
const usualDays = 30
const mostDays = 3660

export class AuditedAccess implements AccessLog {
  private readonly recent = new RecentReads()
  private readonly sealer: EventSealer
  /** Entries are made one after the other and handed over in that order; what becomes durable together is the engine's affair. */
  private readonly making = new SerialQueue()
  private readonly underWay = new Set<Promise<void>>()

  constructor(private readonly p: AccessLogParts) {
    this.sealer = new EventSealer(p.vault, accessCatalogue)
  }

  /** @throws LogRefused when it cannot be recorded; then the values are not to be shown */
  async note(opened: OpenedValues): Promise<void> {
    const now = this.p.clock()
    if (opened.kind !== 'read') return this.record(opened, [...new Set(opened.partitions)], now.toISOString())
    const { unnoted, recordings } = this.recent.covered(opened, now.getTime())
    if (unnoted.length > 0) {
      const recording = this.record(opened, unnoted, now.toISOString())
      this.recent.keep(opened, unnoted, { sinceMs: now.getTime(), recording })
      recordings.push(recording)
    }
    // What another look has begun to record is not recorded yet.
    await Promise.all(recordings)
  }

  async find(filter: AccessFilter): Promise<Accessed[]> {
    const { limit = usualLimit, customer, contact, member, upTo } = filter
    const found = await this.p.entries.find({
      ...daysOf(filter, dayOf(this.p.clock().toISOString())),
      actor: member,
      upTo,
      partitions: [
        ...(customer === undefined ? [] : [`customer:${customer}`]),
        ...(contact === undefined ? [] : [`contact:${contact}`]),
      ],
      limit,
    })
    return this.opened(found)
  }

  /** Closes what it is kept in, after what was noted before. */
  async close(): Promise<void> {
    await Promise.allSettled(this.underWay)
    await this.p.entries.close()
  }

  private record(opened: OpenedValues, partitions: string[], at: string): Promise<void> {
    const recording = this.added(opened, partitions, at).catch((error: unknown) => {
      this.recent.forget(opened, partitions)
      throw error
    })
    this.underWay.add(recording)
    const ended = () => this.underWay.delete(recording)
    recording.then(ended, ended)
    return recording
  }

  private async added(opened: OpenedValues, partitions: readonly string[], at: string): Promise<void> {
    const entries = await this.making.take(() => this.entriesOf(opened, partitions, at))
    await Promise.all(entries.map((entry) => this.p.entries.add(entry)))
  }

  private async entriesOf(opened: OpenedValues, partitions: readonly string[], at: string): Promise<AccessEntry[]> {
    const entries: AccessEntry[] = []
    // An export in which nobody is named is one.
    for (let from = 0; from === 0 || from < partitions.length; from += mostPartitions) {
      const some = { ...opened, partitions: partitions.slice(from, from + mostPartitions) }
      entries.push(await this.entryOf(some, at))
    }
    return entries
  }

  private async entryOf(opened: OpenedValues & { partitions: string[] }, at: string): Promise<AccessEntry> {
    const { reason, ...rest } = opened
    const payload: PersonalValuesOpened = reason === undefined ? rest : { ...rest, reason }
    const { type, data } = accessEvents.opened(payload)
    const said = data as unknown as JsonObject
    if (!accessCatalogue.fits(type, said)) throw new Error('an entry of the access log has another shape')
    const event = { id: randomUUID(), type, data: said, metadata: metadataOf(opened, at) }
    const sealed = await this.sealer.seal({ ...event, stream: streamOf(event) })
    return { ...event, data: sealed as AccessEntry['data'] }
  }

  private async opened(entries: readonly AccessEntry[]): Promise<Accessed[]> {
    const events = entries.map((entry) => accessCatalogue.read({ ...entry, ...nowhere, stream: streamOf(entry) }))
    const read = await this.sealer.open(events)
    return read.map(({ id, data, metadata }) => ({
      ...(data as unknown as OpenedValues),
      id,
      at: metadata.recordedAt,
    }))
  }
}

/** Filed under the one person it is about, whose key then seals the reason too. */
const metadataOf = ({ viewer, partitions }: OpenedValues, at: string): EventMetadata => ({
  schemaVersion: 1,
  occurredAt: at,
  occurredPrecision: 'instant',
  effectiveAt: at,
  recordedAt: at,
  actor: viewer,
  customers: [],
  contacts: onlyContactIn(partitions),
  commandId: randomUUID(),
  fingerprint: '',
})

function onlyContactIn(partitions: readonly string[]): string[] {
  const contacts = partitions.filter((one) => one.startsWith('contact:')).map((one) => one.slice('contact:'.length))
  return contacts.length === 1 ? contacts : []
}

/** Of the days asked about the first and the last. */
function daysOf({ from, until }: AccessFilter, today: string): { from: string; until: string } {
  const last = until ?? today
  const bounds = [addDays(last, 1 - mostDays), from ?? addDays(last, 1 - usualDays)]
  return { from: bounds.sort().at(-1) ?? last, until: last }
}

const dayOf = (instant: string): string => instant.slice(0, 10)

/** By which the sealer tells whose a reason is that no one contact owns. */
const streamOf = ({ metadata }: NewEvent): string => `access-${dayOf(metadata.recordedAt)}`

/** Entries have a place in time only. */
const nowhere: Pick<StoredEvent, 'revision' | 'position'> = { revision: 0, position: 0 }
