/**
 * What can happen to an import: started, read chunk by chunk, completed; undone chunk by chunk. Its
 * stream is what a killed import resumes from. Rows are named by file and line; what stood in them is not here.
 */
import { type Stall, stalls, type VanishedRecord, vanishedOutcomes } from '#imports'
import {
  Choice,
  Code,
  Codes,
  defineEvents,
  Flag,
  type Guarded,
  Id,
  Integer,
  Label,
  ListOf,
  Nested,
  Optional,
  openBefore,
  Personal,
  Text,
} from '#kernel'

const many = { min: 0, max: 1_000_000_000 }

export class SentFile {
  /** As the mapping calls it. */
  @Label({ max: 80 }) name!: string
  /** Keyed hash of its bytes. */
  @Label({ max: 64 }) fingerprint!: string
  @Integer({ min: 0, max: 1_000_000_000_000 }) bytes!: number
}

export class ImportStarted {
  /** The source system, as the mapping calls it. */
  @Label({ max: 80 }) source!: string
  /** Keyed hash of the mapping. */
  @Label({ max: 64 }) mapping!: string
  @ListOf(SentFile, { max: 50 }) files!: SentFile[]
  /** Rows of the files that records are made of. */
  @Integer(many) rows!: number
  /** Names of the files whose rows are wanted; all when left out. */
  @Optional() @Codes({ max: 50 }) only?: string[]
  /** Units that its starter imports for; left out where for all, empty where for the catalogue alone. */
  @Optional() @Codes({ max: 500 }) units?: string[]
}

/** Below none where the second reading makes something else of rows that the first had counted. */
const some = { min: -1_000_000_000, max: 1_000_000_000 }

/** What became of rows; each row is counted once. */
export class RecordedCounts {
  @Integer(many) rows!: number
  /** Rows of which something new was recorded. */
  @Integer(some) recorded!: number
  /** Rows that said something else than before and became changes. */
  @Integer(some) changed!: number
  /** Rows that said what was known. */
  @Integer(some) unchanged!: number
  /** Rows of which nothing was recorded, and something was refused. */
  @Integer(some) refused!: number
  @Integer(many) setAside!: number
  /** Facts recorded. */
  @Integer(many) events!: number
  /** Of the rows recorded or changed: those of which a cell or a record was refused. */
  @Optional() @Integer(many) inPart?: number
  /** Of all rows: those whose record stands further down in the file once more; the last word stands. */
  @Optional() @Integer(many) saidAgain?: number
  /** Records of which the files say nothing any more. */
  @Optional() @Integer(many) vanished?: number
}

/** A row of which nothing, or not everything, was recorded. */
export class RowLeft {
  /** As it was sent. */
  @Personal({ subject: 'import' }) @Label() file!: Guarded<string>
  @Integer({ min: 0, max: 100_000_000 }) line!: number
  /** Name of the rule that set it aside, or code of what is wrong first: of the rule of the business where one stands against it. */
  @Label({ max: 120 }) why!: string
  /** Its heading, which may be anything where a file has none. */
  @Optional() @Personal({ subject: 'import' }) @Label() column?: Guarded<string>
  /** Whether the rest of the row was recorded. */
  @Optional() @Flag() inPart?: boolean
  /** Whether the row is listed for the same already, because of another cell. */
  @Optional() @Flag() further?: boolean
}

export class RowsLeft {
  @ListOf(RowLeft, { max: 500 }) setAside!: RowLeft[]
  @ListOf(RowLeft, { max: 500 }) refused!: RowLeft[]
  /** Of which something is otherwise than it looks: whose record stands further down once more. */
  @Optional() @ListOf(RowLeft, { max: 500 }) warned?: RowLeft[]
}

/** A record of which the files, each a full export, say nothing any more. */
export class RecordVanished {
  /** What the mapping calls its kind. */
  @Code() target!: string
  /** Name of its stream. */
  @Label({ max: 160 }) stream!: string
  @Choice(vanishedOutcomes) became!: VanishedRecord['became']
  /** Why it is listed alone, or code of what stands against it. */
  @Optional() @Code() why?: string
  /** A fact for which it stays. */
  @Optional() @Id('event') by?: string
}

export class RecordsVanished {
  @ListOf(RecordVanished, { max: 500 }) records!: RecordVanished[]
  /** Facts recorded. */
  @Integer(many) events!: number
}

export class ChunkDone {
  /** Readings of the files: the second settles what refers to rows further down. */
  @Integer({ min: 1, max: 2 }) reading!: number
  /** Rows of this reading that are done: where to go on from. */
  @Integer(many) upTo!: number
  @Nested(RecordedCounts) counts!: RecordedCounts
}

export class ImportCompleted {}

/** It cannot go on by itself, nor can its undo; it is taken up again when that is asked for, and at the next start. */
export class ImportStalled {
  @Choice(stalls) reason!: Stall
}

export class UndoStarted {
  @Text({ max: 500 }) because!: string
}

/** A fact of the import, and what its undo made of it. */
export class FactUndone {
  @Id('event') event!: string
  /** Name of its stream. */
  @Label({ max: 160 }) stream!: string
  @Code() type!: string
  /** Of an edit: the fields meant. */
  @Optional() @Codes() fields?: string[]
}

export const reasonsToKeep = ['used-since', 'needed-by-kept', 'changed-since', 'not-allowed'] as const

export class FactKept extends FactUndone {
  @Choice(reasonsToKeep) why!: (typeof reasonsToKeep)[number]
  /** A later fact for which it stays. */
  @Optional() @Id('event') by?: string
  /** Name of the stream of that. */
  @Optional() @Label({ max: 160 }) byStream?: string
}

export class UndoChunkDone {
  @ListOf(FactUndone, { max: 500 }) retracted!: FactUndone[]
  /** Fields that are what they were before the import. */
  @ListOf(FactUndone, { max: 500 }) restored!: FactUndone[]
  @ListOf(FactKept, { max: 500 }) kept!: FactKept[]
}

export class ImportUndone {}

const started: ImportStarted = {
  source: 'old-dealer',
  mapping: 'q1Lr8pQ0aYtWcV2mZx9kJw',
  files: [{ name: 'customers', fingerprint: 'x0Yt8pQ0aYtWcV2mZx9kJq', bytes: 4096 }],
  rows: 3,
}
const counts: RecordedCounts = { rows: 3, recorded: 2, changed: 0, unchanged: 0, refused: 0, setAside: 1, events: 4 }
const fact: FactUndone = {
  event: '0f8fad5b-d9cb-869f-a165-70867728950e',
  stream: 'customer-c7k2m9q4x1z8w3v5',
  type: 'customer.registered',
}

export const importEvents = defineEvents('import', {
  started: { payload: ImportStarted, version: 1, examples: [started] },
  rowsLeft: {
    payload: RowsLeft,
    version: 2,
    upcasters: openBefore,
    examples: [
      {
        setAside: [{ file: 'deals.csv', line: 4, why: 'no-customer' }],
        refused: [{ file: 'deals.csv', line: 7, why: 'not-a-date', column: 'Closes' }],
        warned: [{ file: 'deals.csv', line: 8, why: 'said-again' }],
      },
    ],
  },
  recordsVanished: {
    payload: RecordsVanished,
    version: 1,
    examples: [
      {
        records: [
          { target: 'member', stream: 'member-kao', became: 'ended' },
          { target: 'customer', stream: fact.stream, became: 'refused', why: 'used-since', by: fact.event },
        ],
        events: 1,
      },
    ],
  },
  chunkDone: { payload: ChunkDone, version: 1, examples: [{ reading: 1, upTo: 3, counts }] },
  completed: { payload: ImportCompleted, version: 1, examples: [{}] },
  stalled: { payload: ImportStalled, version: 1, examples: [{ reason: 'starter-gone' }] },
  undoStarted: { payload: UndoStarted, version: 1, examples: [{ because: 'The wrong file was sent.' }] },
  undoChunkDone: {
    payload: UndoChunkDone,
    version: 1,
    examples: [{ retracted: [fact], restored: [], kept: [{ ...fact, why: 'used-since' }] }],
  },
  undone: { payload: ImportUndone, version: 1, examples: [{}] },
})
