/**
 * Marks along the log: how far recording had come, by the clock, at which position. By them a time
 * resolves to a position, which no log answers by itself. With several recorders the times of recording
 * fall here and there, so a mark carries the newest up to and including its event. Where marks lie follows
 * from the log alone, however it is cut into batches.
 */
import type { EventLog, Position, Row, StoredEvent, StoreReads, TableSpec } from '#kernel'
import { utc } from '#kernel'

export const MARKS = 'marks-2'

/** Events from one mark to the next: few enough to be read for every time that is asked about. */
export const eventsPerMark = 32

export const marksTable: TableSpec = {
  name: MARKS,
  columns: { markedposition: 'integer', recorded: 'instant' },
  always: ['markedposition', 'recorded'],
  indexes: [['recorded'], ['markedposition']],
}

interface Place {
  /** Newest time of recording so far. */
  newestMs: number
  /** Events from the last mark on, itself counted. */
  events: number
}

/** Sets marks while the log passes: one after so many events. */
export class Marker {
  private constructor(private readonly last?: Place) {}

  /** At the beginning of a log. */
  static atStart(): Marker {
    return new Marker()
  }

  /** Where the events up to a position leave it, of which the marks are stored. */
  static async at(position: Position, of: { store: Pick<StoreReads, 'find'>; log: EventLog }): Promise<Marker> {
    const mark = await lastMark(position, of.store)
    if (!mark) return Marker.atStart()
    const marked = placeAt(Date.parse(String(mark.columns.recorded)))
    const passed = { after: mark.position, until: position, limit: eventsPerMark }
    return new Marker(marked).pass(await of.log.readAll(passed)).marker
  }

  /** Where it is after these events, which follow those before, and the marks that lie at them. */
  pass(events: readonly StoredEvent[]): { marker: Marker; marks: Row[] } {
    let { last } = this
    const marks: Row[] = []
    for (const { position, metadata } of events) {
      const newestMs = Math.max(last?.newestMs ?? Number.NEGATIVE_INFINITY, Date.parse(metadata.recordedAt))
      const isMarked = !last || last.events >= eventsPerMark
      if (isMarked) marks.push(markAt(position, newestMs))
      last = last && !isMarked ? { newestMs, events: last.events + 1 } : placeAt(newestMs)
    }
    return { marker: new Marker(last), marks }
  }
}

/** The last mark at or before a position. */
export async function lastMark(position: Position, store: Pick<StoreReads, 'find'>): Promise<Row | undefined> {
  const sort = [{ column: 'markedposition', descending: true }]
  const { rows } = await store.find(MARKS, { where: { column: 'markedposition', to: position }, sort, limit: 1 })
  return rows[0]
}

const placeAt = (newestMs: number): Place => ({ newestMs, events: 1 })

const markAt = (position: Position, newestMs: number): Row => ({
  key: String(position).padStart(16, '0'),
  position,
  doc: null,
  columns: { markedposition: position, recorded: utc(new Date(newestMs)) },
})
