/** Where the last event of the log stands: behind it may lie records of the server, which nobody is to wait for. */
import { laterPosition, type Position } from '#kernel'
import { eachRecord } from './each-record.js'
import type { RecordSource } from './pages.js'
import { isEvent, positionOf } from './records.js'

const firstAtOnce = 8
const mostAtOnce = 1_024

export class Head {
  /** The newest record that was looked at, and the last event up to it. */
  #known: { record: Position; event: Position } = { record: 0, event: 0 }

  constructor(private readonly source: RecordSource) {}

  /** 0 where there is none. */
  async read(): Promise<Position> {
    const { connection, names, silentMs } = this.source
    const known = this.#known
    let newest: Position = 0
    let from: Position | undefined
    let event: Position | undefined
    for (let count = firstAtOnce; event === undefined; count = Math.min(4 * count, mostAtOnce)) {
      let seen = 0
      await eachRecord({
        begin: () => connection.readBackwards(from, count),
        silentMs,
        take: (record) => {
          seen++
          from = positionOf(record)
          newest = laterPosition(newest, from)
          if (from <= known.record) event = known.event
          else if (isEvent(record, names)) event = from
          return event !== undefined
        },
      })
      if (seen < count) event ??= 0
    }
    if (newest > this.#known.record) this.#known = { record: newest, event }
    return event
  }
}
