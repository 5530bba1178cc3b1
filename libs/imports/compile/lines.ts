/** Lines of a record that stand in a file of their own, or in several rows of one: held in memory by key, to be summed up. */
import type { LinesDeclaration } from '../mapping/mapping.js'
import type { ProblemCode } from '../problem.js'
import { columnIndex, type SourceRow } from '../tabular/table.js'
import { compileExpression } from './expression.js'
import { joinKeyOf, keyIn, type SideTable, type UnusableRow } from './join.js'
import type { RowInHand, RowScope } from './scope.js'

export interface Lines {
  name: string
  /** In the order of their file. */
  match(hand: RowInHand): readonly SourceRow[]
  /** Those that belong to no row that was matched. */
  unmatched(): UnusableRow[]
}

interface Compiling {
  name: string
  declaration: LinesDeclaration
  side: SideTable
  scope: RowScope
}

/** Throws FileFault for a column that a file lacks. */
export function compileLines({ name, declaration, side, scope }: Compiling): { lines: Lines; unusable: UnusableRow[] } {
  const columns = Object.keys(declaration.on).map((column) => columnIndex(side.table.head, column))
  const keys = Object.values(declaration.on).map((expression) => compileExpression(expression, scope))
  const byKey = new Map<string, SourceRow[]>()
  const unusable: UnusableRow[] = []
  for (const row of side.rows) {
    const key = keyIn(row, columns)
    if (row.problem) unusable.push({ row, problem: row.problem })
    else if (key === undefined) unusable.push(problemAt(row, 'key-missing', 'the line does not say what it is of'))
    // One that cannot be read is of its record all the same: what it says is lacking there.
    if (key !== undefined) byKey.set(key, [...(byKey.get(key) ?? []), row])
  }
  const matched = new Set<string>()
  const match = (hand: RowInHand): readonly SourceRow[] => {
    const key = joinKeyOf(keys, hand)
    if (key === undefined) return []
    matched.add(key)
    return byKey.get(key) ?? []
  }
  const unmatched = () => {
    const left = [...byKey].filter(([key]) => !matched.has(key)).flatMap(([, rows]) => rows)
    const readable = left.filter(({ problem }) => !problem)
    return readable.map((row) => problemAt(row, 'unmatched', 'no row takes this line: add its row, or leave it out'))
  }
  return { lines: { name, match, unmatched }, unusable }
}

const problemAt = (row: SourceRow, code: ProblemCode, sentence: string): UnusableRow => ({
  row,
  problem: { file: row.head.file, line: row.line, code, sentence },
})
