/**
 * Reads of one answer, gathered: rows and streams that are asked for while nothing waits are fetched in
 * one go, so that a page of many names costs one question to the store and not one for each.
 */
import { type Position, parsedPosition, type Row, type StoredEvent, type StoreReads } from '#kernel'

/** What is asked for under one key until it is fetched; once fetched it serves the whole answer. */
class Turn<T> {
  private readonly known = new Map<string, PromiseWithResolvers<T>>()
  private waiting: string[] = []

  constructor(private readonly fetch: (keys: readonly string[]) => Promise<(key: string) => T>) {}

  ask(key: string): Promise<T> {
    const known = this.known.get(key)
    if (known) return known.promise
    const asked = Promise.withResolvers<T>()
    this.known.set(key, asked)
    // Runs once no promise is left to go on with: until then there is more to come.
    if (this.waiting.push(key) === 1) process.nextTick(() => void this.end())
    return asked.promise
  }

  private async end(): Promise<void> {
    const keys = this.waiting
    this.waiting = []
    try {
      const answerOf = await this.fetch(keys)
      for (const key of keys) this.known.get(key)?.resolve(answerOf(key))
    } catch (error) {
      for (const key of keys) this.known.get(key)?.reject(error)
    }
  }
}

/** What is asked for, by where it stands: a row in its table, a stream up to a position. */
const placeOf = (where: string | number, key: string): string => `${where} ${key}`

const byWhere = (places: readonly string[]): [where: string, keys: string[]][] => {
  const whereOf = (place: string) => place.slice(0, place.indexOf(' '))
  return [...Map.groupBy(places, whereOf)].map(([where, of]) => [
    where,
    of.map((place) => place.slice(where.length + 1)),
  ])
}

/** Before a position that stands for a fact. */
const atPosition = '@'

const firstOf = (key: string): string | Position =>
  key.startsWith(atPosition) ? (parsedPosition(key.slice(1)) ?? key) : key

type EventsAt = (place: string) => readonly StoredEvent[]

/** What is read of each place, told apart by its key there. */
async function eventsAt(
  places: readonly string[],
  of: {
    read(where: string, keys: string[]): Promise<readonly StoredEvent[]>
    keysOf(events: readonly StoredEvent[]): (event: StoredEvent) => string[]
  },
): Promise<EventsAt> {
  const found = byWhere(places).map(async ([where, keys]) => {
    const events = await of.read(where, keys)
    const keysOf = of.keysOf(events)
    return events.flatMap((event) => keysOf(event).map((key) => [placeOf(where, key), event] as const))
  })
  const byPlace = Map.groupBy((await Promise.all(found)).flat(), ([place]) => place)
  return (place) => (byPlace.get(place) ?? []).map(([, event]) => event)
}

export class GatheredReads {
  private readonly rows = new Turn<Row | undefined>((places) => this.rowsAt(places))
  private readonly streams = new Turn<readonly StoredEvent[]>((places) => this.streamsAt(places))
  private readonly facts = new Turn<readonly StoredEvent[]>((places) => this.factsAt(places))
  private readonly firsts = new Turn<Position | undefined>((places) => this.firstsAt(places))

  /** @param all everything else that can be read */
  constructor(readonly all: StoreReads) {}

  /** The row with its document, without columns. */
  get(table: string, key: string): Promise<Row | undefined> {
    return this.rows.ask(placeOf(table, key))
  }

  async getMany(table: string, keys: readonly string[]): Promise<Row[]> {
    const rows = await Promise.all([...new Set(keys)].map((key) => this.get(table, key)))
    return rows.filter((row) => row !== undefined)
  }

  /** The events of a stream; see `Filings.ofStreams`. */
  stream(stream: string, upTo: Position): Promise<readonly StoredEvent[]> {
    return this.streams.ask(placeOf(upTo, stream))
  }

  /** All versions of a fact by its first event's id or position; see `Filings.versions`. */
  versions(partitions: readonly string[], first: string | Position): Promise<readonly StoredEvent[]> {
    return this.facts.ask(placeOf(partitions.join(), typeof first === 'number' ? `${atPosition}${first}` : first))
  }

  /** Where first events stand, by their ids; see `Filings.positions`. */
  async positions(partitions: readonly string[], firsts: readonly string[]): Promise<ReadonlyMap<string, Position>> {
    const found = await Promise.all(
      firsts.map(async (first) => [first, await this.firsts.ask(placeOf(partitions.join(), first))] as const),
    )
    return new Map(found.flatMap(([first, position]) => (position === undefined ? [] : [[first, position]])))
  }

  private async rowsAt(places: readonly string[]): Promise<(place: string) => Row | undefined> {
    const wanted = byWhere(places).map(([table, keys]) => ({ table, keys, columns: [] }))
    const found = await this.all.getMany(wanted)
    const rows = wanted.flatMap(({ table }, at) =>
      (found[at] ?? []).map((row) => [placeOf(table, row.key), row] as const),
    )
    const byPlace = new Map(rows)
    return (place) => byPlace.get(place)
  }

  private streamsAt(places: readonly string[]): Promise<EventsAt> {
    const { filings } = this.all
    return eventsAt(places, {
      read: (upTo, streams) => filings.ofStreams(streams, parsedPosition(upTo) ?? 0),
      keysOf:
        () =>
        ({ stream }) => [stream],
    })
  }

  private factsAt(places: readonly string[]): Promise<EventsAt> {
    const { filings } = this.all
    return eventsAt(places, {
      read: (partitions, firsts) => filings.versions(partitions.split(','), firsts.map(firstOf)),
      keysOf: (events) => {
        const positions = new Map(events.map(({ id, position }) => [id, position]))
        return ({ id, metadata }) => {
          const first = metadata.corrects?.eventId ?? id
          return [first, `${atPosition}${positions.get(first)}`]
        }
      },
    })
  }

  private async firstsAt(places: readonly string[]): Promise<(place: string) => Position | undefined> {
    const read = byWhere(places).map(async ([partitions, firsts]) => {
      const found = await this.all.filings.positions(partitions.split(','), firsts)
      return [...found].map(([first, position]) => [placeOf(partitions, first), position] as const)
    })
    const byPlace = new Map((await Promise.all(read)).flat())
    return (place) => byPlace.get(place)
  }
}
