/** Filings of a state in memory, joined with the log beside it. */
import {
  BadCursor,
  BEYOND,
  comparePositions,
  type FilingRow,
  type FilingsCondition,
  type FilingsPage,
  type FilingsQuery,
  type HistoryRange,
  type Position,
  ReadStoreRefused,
  readCursor,
  type Share,
  type StandingFiling,
  type StoredEvent,
  writeCursor,
} from '#kernel'
import type { Beside } from '../hostile-event-log.js'
import { compareValues } from './matching.js'
import type { FiledVersion, State } from './state.js'

const usualLimit = 50
const highestLimit = 500
const instantOf = (at: string): string => new Date(Date.parse(at)).toISOString()
const latestFirst = (a: FiledVersion, b: FiledVersion): number =>
  compareValues(instantOf(b.at), instantOf(a.at)) || comparePositions(b.first, a.first)

export class MemoryFilings {
  constructor(
    private readonly state: State,
    private readonly log: Beside | undefined,
  ) {}

  history(partitions: readonly string[], { after = 0, upTo = BEYOND }: HistoryRange = {}) {
    return this.eventsOf(this.rowsOf(partitions).filter(({ position }) => position > after && position <= upTo))
  }

  unfiled(partitions: readonly string[]): Set<string> {
    return new Set(partitions.filter((partition) => this.rowsOf([partition]).length === 0))
  }

  count(partitions: readonly string[], most: number): number {
    return Math.min(most, this.rowsOf(partitions).length)
  }

  versions(partitions: readonly string[], firsts: readonly (string | Position)[]): StoredEvent[] {
    const isWanted = ({ event, first }: FiledVersion) => firsts.includes(event) || firsts.includes(first)
    return this.eventsOf(this.rowsOf(partitions).filter(isWanted))
  }

  positions(partitions: readonly string[], firsts: readonly string[]): Map<string, Position> {
    const rows = this.rowsOf(partitions).filter(({ event }) => firsts.includes(event))
    return new Map(rows.map(({ event, first }) => [event, first]))
  }

  ofStreams(streams: readonly string[], upTo: Position): StoredEvent[] {
    return this.beside().eventsOf(streams, upTo)
  }

  ofUnit(unit: string, most: number): StoredEvent[] {
    const rows = [...this.state.filings.values()].flat().filter((row) => row.unit === unit && row.until === undefined)
    const facts = new Map(rows.map((row) => [`${row.first} ${row.position}`, row]))
    return this.eventsOf([...facts.values()].slice(0, most))
  }

  timelineCount(query: FilingsCondition): number {
    return this.rowsOf([query.partition]).filter((row) => isOn(row, query)).length
  }

  timeline(query: FilingsQuery): FilingsPage {
    const { cursor, limit = usualLimit, ...asked } = query
    if (!Number.isInteger(limit) || limit < 1 || limit > highestLimit)
      throw new RangeError(`a page of a timeline has 1 to ${highestLimit} facts, not ${limit}`)
    const identity = JSON.stringify(asked)
    const since = cursor === undefined ? undefined : readCursor(identity, cursor)
    if (since && since.length !== 2) throw new BadCursor()
    const found = this.rowsOf([query.partition])
      .filter((row) => isOn(row, query))
      .sort(latestFirst)
    const rest = since ? found.filter((row) => isAfter(row, since as [string, number])) : found
    const shown = rest.slice(0, limit)
    const facts = shown.map(({ first, position }) => ({ first: this.eventAt(first), last: this.eventAt(position) }))
    const last = shown.at(-1)
    if (rest.length <= limit || !last) return { facts }
    return { facts, next: writeCursor(identity, [instantOf(last.at), last.first]) }
  }

  partitions({ index, of }: Share): { partition: string; events: StoredEvent[] }[] {
    const own = [...this.state.filings.keys()].filter((_, at) => at % of === index)
    return own.map((partition) => ({ partition, events: this.history([partition]) }))
  }

  standing(after?: string): StandingFiling[] {
    const isWanted = ({ partition }: FiledVersion) => after === undefined || compareValues(partition, after) > 0
    const rows = [...this.state.filings.values()].flat().filter(isWanted)
    const all = rows.map(({ event: _, until, unit, function: by, ...row }) => ({
      ...row,
      at: instantOf(row.at),
      until,
      unit,
      function: by,
    }))
    return all.sort(
      (a, b) =>
        compareValues(a.partition, b.partition) ||
        compareValues(a.at, b.at) ||
        comparePositions(a.first, b.first) ||
        comparePositions(a.position, b.position),
    )
  }

  private rowsOf(partitions: readonly string[]): FiledVersion[] {
    return [...new Set(partitions)].flatMap((partition) => this.state.filings.get(partition) ?? [])
  }

  private eventsOf(rows: readonly FiledVersion[]): StoredEvent[] {
    const positions = new Set(rows.flatMap(({ first, position }) => [first, position]))
    return this.eventsAt([...positions].sort((a, b) => a - b))
  }

  private eventAt(position: Position): StoredEvent {
    return this.eventsAt([position])[0] as StoredEvent
  }

  private eventsAt(positions: readonly Position[]): StoredEvent[] {
    if (positions.length === 0) return []
    const events = this.beside().eventsAt(positions)
    if (events.length === positions.length) return events
    throw new ReadStoreRefused('these read models are filed by another log: derive them anew')
  }

  private beside(): Beside {
    if (!this.log) throw new Error('these read models were opened without the log that they are filed by')
    return this.log
  }
}

function isOn(row: FiledVersion, { types, units, function: by, from, below }: FilingsCondition): boolean {
  const at = instantOf(row.at)
  return (
    row.until === undefined &&
    row.shown &&
    (types === undefined || types.includes(row.type)) &&
    (units === undefined || units.includes(row.unit)) &&
    (by === undefined || row.function === by) &&
    (from === undefined || at >= instantOf(from)) &&
    (below === undefined || at < instantOf(below))
  )
}

function isAfter(row: FiledVersion, [at, first]: [string, number]): boolean {
  const own = instantOf(row.at)
  return own < at || (own === at && row.first < first)
}

/** Each version of a fact holds until the next one. */
export function filedVersionsOf(rows: readonly FilingRow[]): FiledVersion[] {
  return [...Map.groupBy(rows, ({ first }) => first).values()].flatMap((versions) => {
    const inOrder = [...versions].sort((a, b) => comparePositions(a.position, b.position))
    return inOrder.map(({ instead: _, ...row }, at): FiledVersion => ({ ...row, until: inOrder[at + 1]?.position }))
  })
}
