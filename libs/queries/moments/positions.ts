/** Between times and positions: by the marks that the read models keep along the log. */
import type { EventLog, Position, StoreReads } from '#kernel'
import { utc } from '#kernel'
import { CHECKPOINT, eventsPerMark, lastMark, MARKS } from '#read-models'
import type { MomentsLog } from './moments.js'

/** Instants whose positions are held at hand. */
const mostKnown = 1000

/** Positions by time and times by position, as far as the read models are. */
export class MarkedTimes implements MomentsLog {
  /** @param known of instants after which something was recorded: what comes later changes nothing there */
  constructor(
    private readonly of: {
      store: Pick<StoreReads, 'checkpoint' | 'find'>
      log: Pick<EventLog, 'head' | 'eventAt' | 'readAll'>
    },
    private readonly known = new Map<string, Position>(),
  ) {}

  /** The same by the marks of a moment of the store. */
  at(store: Pick<StoreReads, 'checkpoint' | 'find'>): MarkedTimes {
    return new MarkedTimes({ ...this.of, store }, this.known)
  }

  readonly head = () => this.of.log.head()
  readonly eventAt = (position: Position) => this.of.log.eventAt(position)

  /**
   * Position of the last event up to which nothing was recorded after the instant, as far as the read models
   * are; 0 if there is none.
   */
  readonly positionAt = async (instant: string): Promise<Position> => {
    const to = utc(instant)
    const known = this.known.get(to)
    if (known !== undefined) return known
    const { position, isPassed } = await this.look(to)
    if (this.known.size >= mostKnown) this.known.clear()
    if (isPassed) this.known.set(to, position)
    return position
  }

  /** The newest time of recording up to a position. */
  readonly newestAt = async (position: Position): Promise<string> => {
    const { store, log } = this.of
    const mark = await lastMark(position, store)
    if (!mark) throw new Error(`the read models have no mark up to position ${position}`)
    const since =
      mark.position < position ? await log.readAll({ after: mark.position, until: position, limit: eventsPerMark }) : []
    const times = since.map(({ metadata }) => utc(metadata.recordedAt))
    return [String(mark.columns.recorded), ...times].sort().at(-1) as string
  }

  private async look(to: string): Promise<{ position: Position; isPassed: boolean }> {
    const { store, log } = this.of
    // Before the marks, which are then there for everything up to it.
    const until = await store.checkpoint(CHECKPOINT)
    const latest = { where: { column: 'recorded', to }, sort: [{ column: 'recorded', descending: true }], limit: 1 }
    const [mark] = (await store.find(MARKS, latest)).rows
    let position = mark?.position ?? 0
    if (!mark || position >= until) return { position, isPassed: false }
    for (const event of await log.readAll({ after: position, until, limit: eventsPerMark })) {
      if (utc(event.metadata.recordedAt) > to) return { position, isPassed: true }
      position = event.position
    }
    return { position, isPassed: false }
  }
}
