/**
 * Runs a plan to its end without keeping it: totals over everything, and the first of each outcome to
 * look at. A plan that stops or refuses shows it here before anything is written.
 */
import type { ProblemCode, RowProblem } from '../problem.js'
import type { PassedOver } from '../tabular/table.js'
import { planRows } from './plan.js'
import type { PlannedRow, ReadyRow, RefusedRow, SetAsideRow, Stopped } from './planned-row.js'
import type { PlanRequest } from './prepare.js'
import { shortened } from './shortened.js'

export interface Preview {
  /** Rows of the files, headers and blank rows not counted. */
  rows: number
  refusedRows: number
  /** Records by target. */
  records: Record<string, number>
  /** Rows by the rule that set them aside. */
  setAside: Record<string, number>
  problems: Partial<Record<ProblemCode, number>>
  /** By file, in the order read. */
  passedOver: Record<string, PassedOver>
  /** Present when a file could not be read to its end; the totals then say less than the files hold. */
  stopped?: RowProblem
  samples: { planned: ReadyRow[]; setAside: SetAsideRow[]; refused: RefusedRow[]; inPart: RefusedRow[] }
}

/**
 * `limit`: how many rows of each outcome (and of each rule) are shown. `onRow` is told of each, and says whether to
 * go on; rows are shown shortened. Throws MappingFault.
 */
export async function preview(
  request: PlanRequest,
  limit: number,
  onRow?: (row: Exclude<PlannedRow, Stopped>) => Promise<boolean>,
): Promise<Preview> {
  const seen: Preview = {
    rows: 0,
    refusedRows: 0,
    records: {},
    setAside: {},
    problems: {},
    passedOver: {},
    samples: { planned: [], setAside: [], refused: [], inPart: [] },
  }
  const onFileRead = (file: string, passedOver: PassedOver) => {
    seen.passedOver[file] = passedOver
  }
  for await (const row of planRows(request, onFileRead)) {
    count(seen, row, limit)
    if (row.outcome !== 'stopped' && (await onRow?.(row)) === false) break
  }
  return seen
}

function count(seen: Preview, row: PlannedRow, limit: number): void {
  if (row.outcome === 'stopped') {
    seen.stopped = row.problem
    return
  }
  seen.rows++
  if (row.outcome === 'planned') {
    for (const { target } of row.records) add(seen.records, target)
    for (const { code } of row.problems) add(seen.problems, code)
    keep(seen.samples.planned, row, limit)
  } else if (row.outcome === 'set-aside') {
    if (add(seen.setAside, row.rule) <= limit) seen.samples.setAside.push(shortened(row))
  } else {
    seen.refusedRows++
    for (const { code } of row.problems) add(seen.problems, code)
    keep(seen.samples.refused, row, limit)
  }
}

function add(counts: Partial<Record<string, number>>, name: string): number {
  const sum = (counts[name] ?? 0) + 1
  counts[name] = sum
  return sum
}

function keep<T>(sample: T[], row: T, limit: number): void {
  if (sample.length < limit) sample.push(shortened(row))
}
