/** Notes on customers of a data set that units deal with, recorded after all that it holds. */

import { customersView } from '#crm/customers/customers.view.js'
import { seededRandom } from '#demo/random.js'
import type { SqliteEventLog } from '#engines/sqlite/event-log/sqlite-event-log.js'
import type { SqliteReadStore } from '#engines/sqlite/read-store/sqlite-read-store.js'
import type { NewEvent, StoredEvent } from '#kernel'
import type { EventSealer } from '#privacy/event-sealer.js'
import { tableOf } from '#read-models/rows/tables.js'
import type { DataSet } from './data-set.js'
import { memberId } from './places.js'
import { noteOf } from './words.js'

const fromMs = Date.parse('2026-01-01T08:00:00.000Z')
const stepMs = 1000

export class FurtherNotes {
  private readonly random = seededRandom(20_261_129)
  private made = 0

  constructor(
    private readonly to: { log: SqliteEventLog; store: SqliteReadStore; sealer: EventSealer },
    private readonly data: DataSet,
  ) {}

  /** Appends so many; answers with them as stored. */
  async append(count: number): Promise<StoredEvent[]> {
    const { log, sealer } = this.to
    const after = await log.head()
    for (let at = 0; at < count; at++) {
      const stream = `touchpoint-further${this.random.int(1, 1e9)}${this.made}`
      const event = await this.next()
      const data = await sealer.seal({ ...event, stream })
      await log.append(stream, 'no-stream', [{ ...event, data }])
    }
    return log.readAll({ after, limit: count })
  }

  /** A customer that a unit deals with. */
  private async dealtWith(): Promise<{ customer: string; unit: string }> {
    for (;;) {
      const customer = this.random.pick(this.data.customers)
      const row = await this.to.store.get(tableOf(customersView), customer)
      const [unit] = (row?.columns.units ?? []) as string[]
      if (unit !== undefined) return { customer, unit }
    }
  }

  private async next(): Promise<NewEvent> {
    const { random } = this
    const index = this.made++
    const at = new Date(fromMs + index * stepMs).toISOString()
    const id = (sort: string) =>
      `${random.int(0x10000000, 0xffffffff).toString(16)}-000${sort}-8000-9000-${index.toString(16).padStart(12, '0')}`
    const note = { ...(await this.dealtWith()), note: noteOf(random) }
    return noteEvent(note, { id: id('e'), commandId: id('c'), index, at, recordedAt: at })
  }
}

export interface Note {
  customer: string
  unit: string
  note: string
}

/** @param of `at` and `recordedAt` are instants */
export function noteEvent(
  { customer, unit, note }: Note,
  of: { id: string; commandId: string; index: number; at: string; recordedAt: string },
): NewEvent {
  const { id, commandId, index, at, recordedAt } = of
  return {
    id,
    type: 'touchpoint.note',
    data: { customers: [customer], unit, function: 'sales', startedBy: 'they', note, language: 'en' },
    metadata: {
      schemaVersion: 1,
      occurredAt: at,
      occurredPrecision: 'instant',
      effectiveAt: at,
      recordedAt,
      actor: memberId(index),
      customers: [customer],
      contacts: [],
      unit,
      commandId,
      fingerprint: String(index).padStart(22, 'f'),
    },
  }
}
