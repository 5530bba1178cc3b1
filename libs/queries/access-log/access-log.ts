/**
 * The access log over an event log of its own: one stream per day, one event per answer that opened
 * personal values. Nothing of the values is in it, and the reasons given are sealed.
 */
import { randomUUID } from 'node:crypto'
import {
  type Accessed,
  type AccessFilter,
  type AccessLog,
  type AccessPage,
  addDays,
  type EventLog,
  type EventMetadata,
  type ExpectedRevision,
  type JsonObject,
  type KeyVault,
  type OpenedValues,
  type StoredEvent,
} from '#kernel'
import { EventSealer } from '#privacy'
import { accessCatalogue, accessEvents, mostPartitions, type PersonalValuesOpened } from './access.events.js'
import { RecentReads } from './recent-reads.js'

export interface AccessLogParts {
  /** Of its own, `access.db`. */
  log: EventLog
  vault: KeyVault
  clock: () => Date
}

const usualLimit = 100
const usualDays = 30
const mostDays = 3660

export class EventAccessLog implements AccessLog {
  private readonly recent = new RecentReads()
  private readonly sealer: EventSealer
  private turn: Promise<void> = Promise.resolve()
  /** Of the day's stream, whose only writer this is. */
  private last: { stream: string; revision: ExpectedRevision } | undefined

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

  async find(filter: AccessFilter): Promise<AccessPage> {
    const { limit = usualLimit } = filter
    const entries: Accessed[] = []
    for (const day of daysOf(filter, this.p.clock().toISOString().slice(0, 10))) {
      const events = await this.p.log.readStream(`access-${day}`)
      entries.push(
        ...events
          .map((event) => this.entryOf(event))
          .filter((entry) => fits(entry, filter))
          .reverse(),
      )
      if (entries.length > limit) break
    }
    return { entries: entries.slice(0, limit), more: entries.length > limit }
  }

  /** Closes its log after what was noted before. */
  async close(): Promise<void> {
    await this.turn
    await this.p.log.close()
  }

  private record(opened: OpenedValues, partitions: string[], at: string): Promise<void> {
    const recording = this.turn.then(async () => {
      for (let from = 0; from < partitions.length; from += mostPartitions)
        await this.append({ ...opened, partitions: partitions.slice(from, from + mostPartitions) }, at)
    })
    // The next entry waits for this one, however it ends.
    this.turn = recording.catch(() => this.recent.forget(opened, partitions))
    return recording
  }

  private async append(opened: OpenedValues & { partitions: string[] }, at: string): Promise<void> {
    const stream = `access-${at.slice(0, 10)}`
    const { reason, ...rest } = opened
    const payload: PersonalValuesOpened = reason === undefined ? rest : { ...rest, reason }
    const { type, data } = accessEvents.opened(payload)
    const said = data as unknown as JsonObject
    if (!accessCatalogue.fits(type, said)) throw new Error('an entry of the access log has another shape')
    const event = { id: randomUUID(), type, data: said, metadata: metadataOf(opened, at) }
    const sealed = { ...event, data: await this.sealer.seal({ ...event, stream }) }
    const before = this.last?.stream === stream ? this.last.revision : await this.lastOf(stream)
    try {
      const { revision } = await this.p.log.append(stream, before, [sealed])
      this.last = { stream, revision }
    } catch (error) {
      this.last = undefined
      throw error
    }
  }

  private async lastOf(stream: string): Promise<ExpectedRevision> {
    return (await this.p.log.readStream(stream)).at(-1)?.revision ?? 'no-stream'
  }

  private entryOf(event: StoredEvent): Accessed {
    const { data, metadata } = this.sealer.open(accessCatalogue.read(event))
    return { ...(data as unknown as OpenedValues), at: metadata.recordedAt }
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

/** The days asked about, the newest first. */
function daysOf({ from, until }: AccessFilter, today: string): string[] {
  const last = until ?? today
  const first = from ?? addDays(last, 1 - usualDays)
  const days: string[] = []
  for (let day = last; day >= first && days.length < mostDays; day = addDays(day, -1)) days.push(day)
  return days
}

function fits(entry: Accessed, { customer, contact, member }: AccessFilter): boolean {
  if (member !== undefined && entry.viewer !== member) return false
  if (customer !== undefined && !entry.partitions.includes(`customer:${customer}`)) return false
  return contact === undefined || entry.partitions.includes(`contact:${contact}`)
}
