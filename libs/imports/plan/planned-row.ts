/** What becomes of a row of a file: the answer of the first half of an import to the second. */
import type { RowPlace, RowProblem } from '../problem.js'
import type { SourceRow } from '../tabular/table.js'
import type { FieldValue, PlannedMoment } from '../targets.js'

export interface PlannedRecord {
  target: string
  /** Which of the mapping's declarations makes it. */
  declaration: string
  /** The record's id in its source system, one or more parts; unique within source and target. */
  key: readonly string[]
  at: PlannedMoment
  /** Only those that have a value. */
  fields: Readonly<Record<string, FieldValue>>
  /** Names of all fields that the mapping speaks of; one without a value is said to be empty. */
  declared: readonly string[]
  /** Of each field the heading of the column that it comes from, the first one of several. */
  columns: Readonly<Record<string, string>>
  place: RowPlace
}

/** A record that a row could make and does not: its condition does not hold. */
export type RecordGone = Omit<PlannedRecord, 'at' | 'fields' | 'columns'>

/** What a row speaks of without making it: it is refused, set aside, or said by an earlier row. */
export interface Spoken {
  records: readonly RecordGone[]
  /** Targets of records whose keys nobody can tell. */
  unknown: readonly string[]
}

/** Letters look as if a file was read in another encoding than it was saved in; of a time over which clocks are moved one was chosen. */
export type RowWarning = 'misread-text' | 'unclear-time'

/** `records` is empty where all were planned before by an earlier row (`once`). */
export interface ReadyRow {
  outcome: 'planned'
  source: SourceRow
  records: readonly PlannedRecord[]
  gone: readonly RecordGone[]
  spoken: Spoken
  /** What to look at, though it is recorded. */
  warnings: readonly RowWarning[]
  /** Of cells and records that are left out; the rest of the row is planned. */
  problems: readonly RowProblem[]
  /** Nothing of the row is to be recorded when anything of it is refused. */
  allOrNothing: boolean
}

export interface SetAsideRow {
  outcome: 'set-aside'
  source: SourceRow
  /** Name of the rule; `unmatched-<join>` where a join found nothing. */
  rule: string
  because: string
  spoken: Spoken
}

export interface RefusedRow {
  outcome: 'refused'
  source: SourceRow
  problems: readonly RowProblem[]
  /** Absent of rows of joined files, which make no records. */
  spoken?: Spoken
}

/** The file cannot be read further, and nothing follows: whatever was planned of it must not be kept. */
export interface Stopped {
  outcome: 'stopped'
  problem: RowProblem
}

export type PlannedRow = ReadyRow | SetAsideRow | RefusedRow | Stopped
