/**
 * Which of how many events of its command an event is. Nothing is recorded of that: a command's events are
 * appended at once, so they stand together in their stream and in recorded order. Only the first and the last of
 * what was delivered may have others beyond its edges; their streams tell.
 */
import type { EventLog, StoredEvent } from '#kernel'

export interface CommandPlace {
  /** From 1. */
  place: number
  /** How many events the command recorded on this stream. */
  of: number
}

export interface PlacedEvent {
  event: StoredEvent
  place: CommandPlace
}

/**
 * The events with their places, however a log cut what it delivered.
 * @param events in recorded order, with nothing left out between them
 * @throws Error where a stream does not hold what was delivered of it
 */
export async function placedInCommands(
  events: readonly StoredEvent[],
  log: Pick<EventLog, 'readStream'>,
): Promise<PlacedEvent[]> {
  const runs = runsOf(events)
  const edges = new Set([runs[0], runs.at(-1)])
  const placed = await Promise.all(runs.map((run) => (edges.has(run) ? placedByStream(run, log) : placedAlone(run))))
  return placed.flat()
}

type Run = [StoredEvent, ...StoredEvent[]]

const isOfSameCommand = (a: StoredEvent, b: StoredEvent): boolean =>
  a.stream === b.stream && a.metadata.commandId === b.metadata.commandId

function runsOf(events: readonly StoredEvent[]): Run[] {
  const runs: Run[] = []
  for (const event of events) {
    const run = runs.at(-1)
    if (run && isOfSameCommand(run[0], event)) run.push(event)
    else runs.push([event])
  }
  return runs
}

const placedAlone = (run: Run): PlacedEvent[] =>
  run.map((event, index) => ({ event, place: { place: index + 1, of: run.length } }))

async function placedByStream(run: Run, log: Pick<EventLog, 'readStream'>): Promise<PlacedEvent[]> {
  const [first] = run
  const stream = await log.readStream(first.stream)
  const own = stream.filter((event) => isOfSameCommand(event, first)).map(({ revision }) => revision)
  return run.map((event) => {
    const index = own.indexOf(event.revision)
    if (index < 0) throw new Error(`the stream of the event ${event.id} does not hold it at revision ${event.revision}`)
    return { event, place: { place: index + 1, of: own.length } }
  })
}
