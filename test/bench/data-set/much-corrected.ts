/** A customer whose notes were restated again and again, recorded after all that a data set holds. */
import { randomUUID } from 'node:crypto'
import { business } from '#crm/business.js'
import { openSqliteLog } from '#engines/sqlite/event-log/sqlite-event-log.js'
import { openSqliteVault } from '#engines/sqlite/key-vault/sqlite-key-vault.js'
import { laterPosition, type NewEvent, type Position, utc } from '#kernel'
import { EventSealer } from '#privacy/event-sealer.js'
import { type DataSet, filesOf } from './data-set.js'
import { noteEvent } from './further-notes.js'
import { unitId } from './places.js'

const notes = 1000
/** Of each note. */
const corrections = 10
const firstMs = Date.parse('2025-01-01T08:00:00.000Z')
const apartMs = 8 * 3_600_000
const recordedMs = Date.parse('2026-02-01T08:00:00.000Z')

export interface MuchCorrected {
  customer: string
  /** Of the last correction. */
  position: Position
}

/** Appends to the log of a data set that nobody serves. */
export async function muchCorrected({ folder }: DataSet): Promise<MuchCorrected> {
  const files = filesOf(folder)
  const vault = openSqliteVault({ file: files.keys, erasuresFile: files.erasures })
  const log = openSqliteLog({ file: files.log })
  const sealer = new EventSealer(vault, business.registry.catalogue)
  const customer = `corrected${randomUUID().slice(0, 8)}`
  const append = async (stream: string, revision: number, event: NewEvent) => {
    const data = await sealer.seal({ ...event, stream })
    return (await log.append(stream, revision < 0 ? 'no-stream' : revision, [{ ...event, data }])).position
  }
  const made = Array.from({ length: notes }, (_, index) => ({
    stream: `touchpoint-${customer}${index}`,
    event: noteOf(customer, index, 0),
  }))
  try {
    await append(`customer-${customer}`, -1, registration(customer))
    let position: Position = 0
    for (let round = 0; round <= corrections; round++) {
      const positions = await Promise.all(
        made.map(({ stream, event }, index) =>
          append(stream, round - 1, round === 0 ? event : correction(event, noteOf(customer, index, round))),
        ),
      )
      position = positions.reduce(laterPosition, position)
    }
    return { customer, position }
  } finally {
    for (const engine of [log, vault]) await engine.close()
  }
}

/** @param round 0 as first said, then as restated for the so many-th time */
function noteOf(customer: string, index: number, round: number): NewEvent {
  const note = `They asked about the cold rooms, ${round === 0 ? 'as first noted' : `corrected ${round} times`}.`
  const at = utc(new Date(firstMs + index * apartMs))
  const recordedAt = utc(new Date(recordedMs + round * 60_000))
  const ids = { id: randomUUID(), commandId: randomUUID() }
  return noteEvent({ customer, unit: unitId(0), note }, { ...ids, index, at, recordedAt })
}

const correction = (first: NewEvent, { data, metadata, ...event }: NewEvent): NewEvent => ({
  ...event,
  data: { ...data, '~because': 'It was a slip of the pen.' },
  metadata: {
    ...metadata,
    corrects: { eventId: first.id, mode: 'restate' },
    formerly: { customers: [], contacts: [] },
  },
})

function registration(customer: string): NewEvent {
  const { metadata, ...event } = noteOf(customer, 0, 0)
  const { unit: _, ...filed } = metadata
  const data = { name: 'Much corrected', sector: 'marine', country: 'FI' }
  return { ...event, type: 'customer.registered', data, metadata: filed }
}
