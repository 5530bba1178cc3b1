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

/** Without what is kept in mind for records that vanish. */
type Shown<R> = Omit<R, 'spoken'>

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
  samples: {
    planned: Shown<ReadyRow>[]
    setAside: Shown<SetAsideRow>[]
    refused: Shown<RefusedRow>[]
    inPart: Shown<RefusedRow>[]
  }
}

/**
 * `limit`: how many rows of each outcome are shown, those set aside of as many rules as there is room for. `onRow` is
 * told of each, and says whether to go on; rows are shown shortened. Throws MappingFault.
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
    add(seen.setAside, row.rule)
    keepSetAside(seen.samples.setAside, row, limit)
  } else {
    seen.refusedRows++
    for (const { code } of row.problems) add(seen.problems, code)
    keep(seen.samples.refused, row, limit)
  }
}

function add(counts: Partial<Record<string, number>>, name: string): number {
  const sum = (Object.hasOwn(counts, name) ? (counts[name] ?? 0) : 0) + 1
  counts[name] = sum
  return sum
}

/** Rules come one after the other: where there is no more room, the first row of a rule takes the place of a further one of another. */
function keepSetAside(sample: Shown<SetAsideRow>[], row: SetAsideRow, limit: number): void {
  const rules = sample.map(({ rule }) => rule)
  const spare = rules.findLastIndex((rule, at) => rules.indexOf(rule) < at)
  if (rules.length >= limit && spare >= 0 && !rules.includes(row.rule)) sample.splice(spare, 1)
  keep(sample, row, limit)
}

function keep<R extends { spoken?: unknown }>(sample: Shown<R>[], { spoken: _, ...row }: R, limit: number): void {
  if (sample.length < limit) sample.push(shortened(row))
}
