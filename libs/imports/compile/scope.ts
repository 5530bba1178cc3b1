/**
 * What an expression can see: the row in hand, the rows joined to it, and how each file writes its
 * numbers and dates. Columns are found and formats compiled once per file, not per row.
 */
import type { Formats, ValueTable } from '../mapping/mapping.js'
import type { ProblemCode, RowPlace, RowProblem } from '../problem.js'
import { type CellKind, columnIndex, type SourceRow, type TableHead } from '../tabular/table.js'
import { type ClockChange, dateReader, type ReadDateText } from '../values/date-format.js'
import type { Notation } from '../values/decimal.js'

/** How the text of a cell is to be taken. */
export interface ParsedCell {
  notation: Notation
  times?: string
  /** Most digits after the sign, once multiplied. */
  round?: number
  /** Which moment is meant where clocks are moved. */
  clock?: ClockChange
  date?: ReadDateText
  zone?: string
  currency?: string
}

/** A text on its way from a column to a field; never empty. */
export interface Cell {
  text: string
  kind: CellKind
  reading: ParsedCell
  place: RowPlace
}

export interface RowInHand {
  row: SourceRow
  /** In the order of the scope's joins; undefined where nothing matched. */
  joined: (SourceRow | undefined)[]
  /** Of the scope's lines, in their order. */
  lines: (readonly SourceRow[])[]
  /** Filled while the row is evaluated. */
  problems: RowProblem[]
}

export interface Visible {
  head: TableHead
  formats: Formats
}

export interface RowScope {
  own: Visible
  /** Those declared so far; an expression sees the ones before it. */
  joins: { name: string; seen: Visible }[]
  lines: { name: string; seen: Visible }[]
  tables: Record<string, ValueTable>
}

export interface Column {
  /** Undefined where the row it belongs to did not match. */
  row(hand: RowInHand): SourceRow | undefined
  index: number
  header: string
  seen: Visible
}

/** Throws FileFault when the file has no such column. */
export function columnOf(scope: RowScope, column: string, join: string | undefined): Column {
  if (join === undefined) {
    const index = columnIndex(scope.own.head, column)
    return { row: (hand) => hand.row, index, header: column, seen: scope.own }
  }
  const at = scope.joins.findIndex(({ name }) => name === join)
  const seen = scope.joins[at]?.seen
  if (!seen) throw new Error(`a join that is not there: ${join}; check the mapping first`)
  return { row: (hand) => hand.joined[at], index: columnIndex(seen.head, column), header: column, seen }
}

export function parsedCellOf(formats: Formats, times?: string): ParsedCell {
  const { decimal = '.', thousands = '', dates, zone, currency, clock, pivot, language } = formats
  return {
    notation: { decimal, thousands },
    ...(times !== undefined && { times }),
    ...(dates !== undefined && { date: dateReader(dates, { pivot, language }) }),
    ...(zone !== undefined && { zone }),
    ...(clock !== undefined && { clock }),
    ...(currency !== undefined && { currency }),
  }
}

export const cellPlaceOf = ({ head, line }: SourceRow, column?: string): RowPlace => ({
  file: head.file,
  line,
  ...(column !== undefined && { column }),
})

export function refuseCell(
  hand: RowInHand,
  { place, text }: Pick<Cell, 'place' | 'text'>,
  why: [ProblemCode, string],
): void {
  hand.problems.push({ ...place, code: why[0], sentence: why[1], value: text })
}
