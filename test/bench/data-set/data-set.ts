/**
 * The data that figures are measured on: a folder with log and keys of a made-up group, written straight
 * through the log's adapter and the sealer. The read models are derived from it by a rebuild.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { business } from '#crm/business.js'
import { type EngineUrls, readEngineUrls } from '#engines'
import { openSqliteLog, type SqliteEventLog } from '#engines/sqlite/event-log/sqlite-event-log.js'
import { openSqliteVault } from '#engines/sqlite/key-vault/sqlite-key-vault.js'
import type { NewEvent } from '#kernel'
import { startOf } from '#kernel/history/instants.js'
import { EventSealer } from '#privacy/event-sealer.js'
import { foundGroup } from './group.js'
import { type Happening, Happenings } from './happenings.js'
import { memberId } from './places.js'

/** What the lane has to know of a generated folder. */
export interface DataSet {
  folder: string
  events: number
  customers: string[]
  /** Has `largestEvents` events. */
  largest: string
  largestEvents: number
}

const batch = 2000
const fromMs = Date.parse('2022-01-01T00:00:00.000Z')
const untilMs = Date.parse('2025-12-31T00:00:00.000Z')
const dayMs = 86_400_000
const longestDelayDays = 200
const zone = 'Europe/Helsinki'

export const filesOf = (folder: string) => ({
  log: join(folder, 'log.db'),
  keys: join(folder, 'keys.db'),
  erasures: join(folder, 'erasures.log'),
  reads: join(folder, 'read.db'),
})

/** The engines of a program that is started on the folder. */
export const enginesOf = (folder: string): EngineUrls => readEngineUrls({}, { dataFolder: folder })

/** Opens the folder's data set, or writes it where there is none. */
export async function dataSetIn(folder: string, events: number): Promise<DataSet> {
  const description = join(folder, 'data-set.json')
  if (existsSync(description)) return { ...JSON.parse(readFileSync(description, 'utf8')), folder }
  mkdirSync(folder, { recursive: true })
  const written = await write(folder, events)
  writeFileSync(description, JSON.stringify(written))
  return written
}

async function write(folder: string, events: number): Promise<DataSet> {
  const files = filesOf(folder)
  const vault = openSqliteVault({ file: files.keys, erasuresFile: files.erasures })
  const log = openSqliteLog({ file: files.log })
  await foundGroup({ log, vault, at: new Date(fromMs) })
  const largestEvents = Math.min(10_000, Math.floor(events / 10))
  const happenings = new Happenings({ events, largest: largestEvents })
  const writer = new Writer(log, new EventSealer(vault, business.registry.catalogue), (untilMs - fromMs) / (events + 1))
  for (let done = 0; done < events; done += batch) {
    await writer.write(happenings, Math.min(batch, events - done))
  }
  await log.close()
  await vault.close()
  const [largest = ''] = happenings.customers
  return { folder, events, customers: [...happenings.customers], largest, largestEvents }
}

class Writer {
  private count = 0

  constructor(
    private readonly log: SqliteEventLog,
    private readonly sealer: EventSealer,
    private readonly stepMs: number,
  ) {}

  /** Writes the next events; their appends share transactions, in order. */
  async write(happenings: Happenings, count: number): Promise<void> {
    const events = Array.from({ length: count }, () => {
      const happening = happenings.next()
      const event = this.eventOf(happening)
      happenings.wasRecorded(happening, event.id, event.metadata.effectiveAt)
      return { happening, event }
    })
    const sealed = await Promise.all(
      events.map(({ happening: { stream }, event }) => this.sealer.seal({ ...event, stream })),
    )
    await Promise.all(
      events.map(({ happening: { stream, before }, event }, at) =>
        this.log.append(stream, before < 0 ? 'no-stream' : before, [{ ...event, data: sealed[at] ?? {} }]),
      ),
    )
  }

  private eventOf(happening: Happening): NewEvent {
    const index = ++this.count
    const recordedMs = Math.floor(fromMs + index * this.stepMs)
    const recordedAt = new Date(recordedMs).toISOString()
    return {
      id: uuidOf(index, 'e'),
      type: happening.type,
      data: happening.data,
      metadata: {
        schemaVersion: 1,
        ...timeOf(happening, index, recordedMs),
        recordedAt,
        actor: memberId(index),
        customers: [happening.customer],
        contacts: [],
        ...(happening.unit !== undefined && { unit: happening.unit }),
        commandId: uuidOf(index, 'c'),
        fingerprint: String(index).padStart(22, 'f'),
        ...(happening.corrects && {
          corrects: { eventId: happening.corrects.id, mode: 'restate' },
          formerly: { customers: [], contacts: [] },
        }),
      },
    }
  }
}

function timeOf({ isLate, corrects }: Happening, index: number, recordedMs: number) {
  const instant = (effectiveAt: string) => ({
    occurredAt: effectiveAt,
    occurredPrecision: 'instant' as const,
    effectiveAt,
  })
  if (corrects) return instant(corrects.effectiveAt)
  if (!isLate) return instant(new Date(recordedMs).toISOString())
  const day = new Date(recordedMs - ((index % longestDelayDays) + 1) * dayMs).toISOString().slice(0, 10)
  return { occurredAt: day, occurredPrecision: 'day' as const, effectiveAt: startOf(day, zone) }
}

/** Version 8, told apart by a letter, in no order, like derived ids. */
function uuidOf(index: number, sort: 'e' | 'c'): string {
  const mixed = (Math.imul(index, 0x9e3779b1) >>> 0).toString(16).padStart(8, '0')
  return `${mixed}-000${sort}-8000-8000-${index.toString(16).padStart(12, '0')}`
}
