/** Side files held in memory by key, so that the rows of a large file can be joined as they stream. */
import type { JoinDeclaration } from '../mapping/mapping.js'
import type { RowProblem } from '../problem.js'
import { columnIndex, type FileTable, type SourceRow } from '../tabular/table.js'
import { compileExpression, type Evaluate } from './expression.js'
import type { RowInHand, RowScope } from './scope.js'

export interface Join {
  name: string
  unmatched: 'error' | 'empty' | 'set-aside'
  match(hand: RowInHand): SourceRow | undefined
}

/** A side file in memory. */
export interface SideTable {
  table: FileTable
  rows: SourceRow[]
}

/** Reads a side file whole. Throws FileFault. */
export async function holdTable(table: FileTable): Promise<SideTable> {
  const rows: SourceRow[] = []
  for await (const piece of table.pieces) rows.push(...piece)
  return { table, rows }
}

export interface Joining {
  name: string
  declaration: JoinDeclaration
  side: SideTable
  /** Sees the joins before this one. */
  scope: RowScope
}

/** A row of a side file that matches nothing, and why. */
export interface UnusableRow {
  row: SourceRow
  problem: RowProblem
}

/** Throws FileFault for a column that a file lacks. */
export function compileJoin({ name, declaration, side, scope }: Joining): { join: Join; unusable: UnusableRow[] } {
  const columns = Object.keys(declaration.on).map((column) => columnIndex(side.table.head, column))
  const keys = Object.values(declaration.on).map((expression) => compileExpression(expression, scope))
  const { index, unusable } = indexed(side, columns)
  const match = (hand: RowInHand) => {
    const key = joinKeyOf(keys, hand)
    return key === undefined ? undefined : index.get(key)
  }
  return { join: { name, unmatched: declaration.unmatched ?? 'error', match }, unusable }
}

/** A key with an empty part matches nothing. */
export function joinKeyOf(keys: Evaluate[], hand: RowInHand): string | undefined {
  const parts = keys.map((key) => key(hand)[0]?.text ?? '')
  return parts.includes('') ? undefined : joined(parts)
}

/** Likewise of a row of the side file. */
export function keyIn({ cells }: SourceRow, columns: readonly number[]): string | undefined {
  const parts = columns.map((column) => cells[column] ?? '')
  return parts.includes('') ? undefined : joined(parts)
}

/** No cell holds the separator: it is a control character. */
const joined = (parts: string[]): string => parts.join('\u001f')

function indexed({ rows }: SideTable, columns: number[]): { index: Map<string, SourceRow>; unusable: UnusableRow[] } {
  const index = new Map<string, SourceRow>()
  const unusable: UnusableRow[] = []
  for (const row of rows) {
    const key = joined(columns.map((column) => row.cells[column] ?? ''))
    const problem = row.problem ?? duplicate(index.get(key), row)
    if (problem) unusable.push({ row, problem })
    else index.set(key, row)
  }
  return { index, unusable }
}

function duplicate(earlier: SourceRow | undefined, { head, line }: SourceRow): RowProblem | undefined {
  if (!earlier) return undefined
  const sentence = `the row has the same key as line ${earlier.line}, so a join cannot tell which is meant: remove one`
  return { file: head.file, line, code: 'duplicate-key', sentence }
}
