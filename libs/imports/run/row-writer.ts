/** Writes what a planned row holds: its records in order, each step once; the first refusal refuses the row. */
import { DomainError, InvalidInput } from '#kernel'
import type { PlannedRecord, ReadyRow } from '../plan/planned-row.js'
import type { ProblemCode, RowProblem } from '../problem.js'
import type { ImportTargets } from '../records/define-target.js'
import type { RecordIds } from '../records/record-ids.js'
import type { FieldValue, RecordReference } from '../targets.js'
import type { WavePlace } from './order/waves.js'
import type { StepOfRecord } from './row-commands.js'
import type { StepOutcome, StepWriter } from './step-writer.js'

export interface RowResult {
  outcome: StepOutcome | 'refused'
  /** Steps that were recorded. */
  events: number
  problems: RowProblem[]
  /** What the row was refused by. */
  refusal?: DomainError | InvalidInput
}

/** A step with the record it is of. */
export interface RowStep extends StepOfRecord {
  record: PlannedRecord
}

export class RowWriter {
  constructor(
    private readonly targets: ImportTargets,
    private readonly from: { ids: RecordIds; source: string },
    private readonly writer: StepWriter,
  ) {}

  /** The steps of one reading of the files. */
  stepsOf(row: Pick<ReadyRow, 'records'>, reading: 1 | 2): RowStep[] {
    const { ids, source } = this.from
    return row.records.flatMap((record) =>
      this.targets
        .stepsOf(record, { ids, source })
        .filter(({ late }) => (late === true) === (reading === 2))
        .map((step) => ({
          step,
          record,
          mark: ids.record(record.target, step.part === undefined ? record.key : [...record.key, step.part]),
        })),
    )
  }

  /** What the row writes and refers to, by stream; references name other records. */
  placeOf(steps: readonly RowStep[]): WavePlace {
    const writes = steps.map(({ step }) => `${step.category}-${this.writer.idOf(step)}`)
    const refersTo = steps.flatMap(({ record }) =>
      Object.values(record.fields).flatMap((value) => this.streamsOf(value)),
    )
    return { writes, refersTo }
  }

  private streamsOf(value: FieldValue): string[] {
    if (Array.isArray(value)) return value.flatMap((item) => this.streamsOf(item))
    if (typeof value !== 'object' || !('target' in value)) return []
    const { target, key } = value as RecordReference
    return [`${target}-${this.from.ids.of(target, key)}`]
  }

  /** What writing the row would come to, both readings together. */
  async foresee(row: ReadyRow): Promise<StepOutcome> {
    const result: RowResult = { outcome: 'unchanged', events: 0, problems: [] }
    for (const { step, mark } of [...this.stepsOf(row, 1), ...this.stepsOf(row, 2)]) {
      note(result, await this.writer.foresee(step, mark).catch(refusedAs))
    }
    return result.outcome === 'refused' ? 'unchanged' : result.outcome
  }

  /** What the first reading has made of the row, as the log tells it. */
  async outcomeSoFar(row: ReadyRow): Promise<StepOutcome> {
    const result: RowResult = { outcome: 'unchanged', events: 0, problems: [] }
    for (const { step, mark } of this.stepsOf(row, 1)) note(result, await this.writer.outcomeSoFar(step, mark))
    return result.outcome === 'refused' ? 'unchanged' : result.outcome
  }

  /** Writes rows that have nothing to do with each other: the first step of each together, then the second. */
  async writeAll(rows: readonly (readonly RowStep[])[]): Promise<RowResult[]> {
    const writings = rows.map((steps) => ({
      steps,
      result: { outcome: 'unchanged', events: 0, problems: [] } as RowResult,
    }))
    for (let at = 0; ; at++) {
      const due = writings.filter(({ steps, result }) => at < steps.length && result.outcome !== 'refused')
      if (due.length === 0) return writings.map(({ result }) => result)
      const steps = due.map((writing) => writing.steps[at] as RowStep)
      const answers = await this.writer.settleAll(steps)
      for (const [place, { result }] of due.entries()) {
        const [answer, step] = [answers[place] as PromiseSettledResult<StepOutcome>, steps[place] as RowStep]
        if (answer.status === 'fulfilled') note(result, answer.value)
        else refuseRow(result, answer.reason, step.record)
      }
    }
  }
}

/** Anything but a refusal is no fault of the row and is thrown on. */
function refuseRow(result: RowResult, reason: unknown, record: PlannedRecord): void {
  result.problems.push(problemOf(reason, record))
  result.outcome = 'refused'
  result.refusal = reason as DomainError | InvalidInput
}

function note(result: RowResult, outcome: StepOutcome): void {
  if (outcome === 'unchanged') return
  result.events++
  if (result.outcome === 'unchanged') result.outcome = outcome
}

/** A conflict leaves the record as it is. */
function refusedAs(error: unknown): StepOutcome {
  if (error instanceof DomainError) return 'unchanged'
  throw error
}

/** A refusal of the business as a problem of the row; anything else is no fault of the row and is thrown on. */
function problemOf(error: unknown, { place, target }: PlannedRecord): RowProblem {
  if (error instanceof InvalidInput) {
    return { ...place, code: 'not-recorded', sentence: `the ${target} cannot be recorded: ${error.message}` }
  }
  if (!(error instanceof DomainError)) throw error
  const code: ProblemCode = conflicts.has(error.code) ? 'changed-meanwhile' : 'not-recorded'
  const field = typeof error.details.field === 'string' ? ` (${error.details.field})` : ''
  return { ...place, code, sentence: `${error.sentence}${field} [${error.code}]` }
}

const conflicts = new Set(['changed-meanwhile', 'changed-since-import'])
