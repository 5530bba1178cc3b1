/** What is asked of a file of read models, over one connection to it. */
import type {
  FiledEvent,
  Filings,
  FilingsCondition,
  FilingsQuery,
  HistoryRange,
  Position,
  Share,
  StoreReads,
} from '#kernel'
import type { SqliteContributions } from './contributions.js'
import type { SqliteFilings } from './filings/filings.js'
import { SqliteRows } from './rows.js'
import type { StoreFile } from './store-file.js'
import type { TableCatalogue } from './tables/catalogue.js'

/** One connection and what is read by it. */
export interface ReadConnection {
  file: StoreFile
  catalogue: TableCatalogue
  filings: SqliteFilings
  contributions: SqliteContributions
}

export class SqliteReads extends SqliteRows implements StoreReads {
  readonly contributions: SqliteContributions
  readonly filings: Filings

  constructor({ file, catalogue, filings, contributions }: ReadConnection) {
    super(file, catalogue)
    this.contributions = contributions
    this.filings = filingsPort(file, filings)
  }
}

/** The port over what works on the calling thread. */
function filingsPort(file: StoreFile, filings: SqliteFilings): Filings {
  return {
    history: async (partitions: readonly string[], range?: HistoryRange) =>
      file.guard(() => filings.history(partitions, range)),
    histories: async (lists: readonly (readonly string[])[]) =>
      file.guard(() => lists.map((partitions) => filings.history(partitions))),
    unfiled: async (partitions: readonly string[]) =>
      file.guard(() => file.together(() => filings.unfiled(partitions))),
    count: async (partitions: readonly string[], most: number) => file.guard(() => filings.count(partitions, most)),
    versions: async (partitions: readonly string[], firsts: readonly (string | Position)[]) =>
      file.guard(() => filings.versions(partitions, firsts)),
    positions: async (partitions: readonly string[], firsts: readonly string[]) =>
      file.guard(() => filings.positions(partitions, firsts)),
    ofStreams: async (streams: readonly string[], upTo: Position) => file.guard(() => filings.ofStreams(streams, upTo)),
    timelineCount: async (query: FilingsCondition) => file.guard(() => filings.timelineCount(query)),
    ofUnit: async (unit: string, most: number) => file.guard(() => filings.ofUnit(unit, most)),
    timeline: async (query: FilingsQuery) => file.guard(() => filings.timeline(query)),
    async *partitions(share: Share) {
      yield* filings.partitions(share)
    },
    async *standing(after?: string) {
      yield* filings.standing(after)
    },
    loadFilings: async (events: Iterable<FiledEvent>) => file.guard(() => filings.load(events)),
    finishFilings: async () => file.guard(() => filings.finishLoad()),
  }
}
