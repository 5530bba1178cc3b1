/** Writes what a planned row holds: its records in order, each step once; what is refused of it does not keep the rest from being written. */
import { DomainError, history, InvalidInput, type Notice } from '#kernel'
import type { PlannedRecord, ReadyRow, RecordGone } from '../../plan/planned-row.js'
import { type ProblemCode, type RowProblem, refusedAs } from '../../problem.js'
import type { ImportTargets, StepsFrom } from '../../records/define-target.js'
import type { FieldValue, RecordReference } from '../../targets.js'
import type { WavePlace } from '../order/waves.js'
import type { ImportPorts } from '../ports.js'
import type { StepOfRecord } from '../steps/row-commands.js'
import { importRefusals } from '../steps/step-refusals.js'
import type { StepOutcome, StepRefusal, StepResult } from '../steps/step-result.js'
import type { StepWriter } from '../steps/step-writer.js'
import type { Whereabouts } from '../steps/whereabouts.js'

export interface RowResult {
  /** What was recorded of the row, whatever was refused of it. */
  outcome: StepOutcome
  /** Facts that were recorded. */
  events: number
  problems: RowProblem[]
  /** What came otherwise than the row says, though nothing of that was refused. */
  notices: RowNotice[]
  /** What was refused first. */
  refusal?: StepRefusal
}

/** Whether there is anything to say of it. */
export const hasCome = ({ events, problems, notices }: RowResult): boolean =>
  events + problems.length + notices.length > 0

/** A code, and the column whose cell it is of. */
export interface RowNotice {
  code: string
  column?: string
}

/** A step with the record it is of. */
export interface RowStep extends StepOfRecord {
  record: Pick<PlannedRecord, 'target' | 'place'> & Partial<Pick<PlannedRecord, 'fields' | 'columns'>>
}

/** The steps of a row. */
export interface RowSteps {
  steps: readonly RowStep[]
}

export class RowWriter {
  constructor(
    private readonly targets: ImportTargets,
    private readonly from: StepsFrom & { whereabouts?: Whereabouts },
    private readonly writer: StepWriter,
    private readonly ports: Pick<ImportPorts, 'core'>,
  ) {}

  /** The steps of one reading of the files. */
  stepsOf(row: Pick<ReadyRow, 'records'> & Partial<Pick<ReadyRow, 'gone'>>, reading: 1 | 2): RowStep[] {
    const gone = reading === 1 ? (row.gone ?? []).flatMap((record) => this.goneStepsOf(record)) : []
    const said = row.records.flatMap((record) =>
      this.targets
        .stepsOf(record, this.from)
        .filter(({ late, retold }) => (reading === 1 ? late !== true : late === true || retold === true))
        .map((step) => ({ ...this.marked(step, record), isRetold: reading === 2 && step.retold === true })),
    )
    return [...gone, ...said.map((each) => ({ ...each, step: { ...each.step, endsBeside: isEnded(each, said) } }))]
  }

  private goneStepsOf(record: RecordGone): RowStep[] {
    const streamsOf = (mark: string) => this.from.whereabouts?.streamsOf(mark) ?? []
    return this.targets.goneStepsOf(record, { ...this.from, streamsOf }).map((step) => this.marked(step, record))
  }

  private marked(step: RowStep['step'], record: PlannedRecord | RecordGone): RowStep {
    const key = step.part === undefined ? record.key : [...record.key, step.part]
    return { step, record, mark: this.from.ids.record(record.target, key) }
  }

  /** What the row writes and refers to, by stream; references name other records. */
  placeOf({ steps }: RowSteps): WavePlace {
    const writes = steps.flatMap((step) => this.writer.streamsOf(step))
    const refersTo = steps.flatMap(({ record }) =>
      Object.values(record.fields ?? {}).flatMap((value) => this.streamsOf(value)),
    )
    return { writes, refersTo }
  }

  private streamsOf(value: FieldValue): string[] {
    if (Array.isArray(value)) return value.flatMap((item) => this.streamsOf(item))
    if (typeof value !== 'object' || !('target' in value)) return []
    const { target, key } = value as RecordReference
    return [`${target}-${this.from.ids.of(target, key)}`]
  }

  /** What the first reading has made of the row, as the log tells it; but for what the second does once more. */
  async outcomeSoFar(row: ReadyRow): Promise<StepOutcome> {
    const result = nothingYet()
    for (const step of this.stepsOf(row, 1)) {
      if (!step.step.retold) note(result, { outcome: await this.writer.outcomeSoFar(step), events: 0 })
    }
    return result.outcome
  }

  /** Writes rows that have nothing to do with each other: the first step of each together, then the second. */
  async writeAll(rows: readonly RowSteps[]): Promise<RowResult[]> {
    const writings = await Promise.all(rows.map((row) => this.admitted(row)))
    for (let at = 0; ; at++) {
      const due = writings.filter(({ steps }) => at < steps.length)
      if (due.length === 0) return writings.map(({ result }) => result)
      const steps = due.map((writing) => writing.steps[at] as RowStep)
      const answers = await this.writer.settleAll(steps)
      for (const [place, writing] of due.entries()) {
        const [answer, step] = [answers[place] as PromiseSettledResult<StepResult>, steps[place] as RowStep]
        if (answer.status === 'rejected') this.refuse(writing, answer.reason, step)
        else {
          note(writing.result, answer.value)
          writing.result.notices.push(...answer.value.notices.map((notice) => noticeOf(notice, step.record)))
          for (const refusal of answer.value.refused) this.refuse(writing, refusal, { ...step, isThere: true })
        }
      }
    }
  }

  /** Of its records those that may begin: not those that would be there twice. */
  private async admitted(row: RowSteps): Promise<Writing> {
    const writing: Writing = { steps: [...row.steps], result: nothingYet(), refused: new Set() }
    for (const record of new Set(row.steps.map((step) => step.record))) {
      const own = row.steps.filter((step) => step.record === record)
      const refusal = await this.refusalOfClaims(own)
      if (!refusal || !own[0]) continue
      this.refuse(writing, refusal, own[0])
      writing.steps = writing.steps.filter((step) => step.record !== record)
    }
    return writing
  }

  /** Nothing is begun whose marks are another's: it would be there twice. */
  private async refusalOfClaims(steps: readonly RowStep[]): Promise<StepRefusal | undefined> {
    const [first, ...further] = steps.filter(({ step }) => !step.gone)
    const claims = further.filter(({ step }) => step.holder)
    if (!first || claims.length === 0 || (await this.read(first)).length > 0) return undefined
    for (const claim of claims) {
      const holder = claim.step.holder?.(history(await this.read(claim)))
      if (holder === undefined || holder === this.writer.idOf(first.step)) continue
      try {
        importRefusals('held-by-another', { holder })
      } catch (error) {
        return error as DomainError
      }
    }
    return undefined
  }

  private read({ step }: RowStep) {
    return this.ports.core.ports.log.readStream(`${step.category}-${this.writer.idOf(step)}`)
  }

  /**
   * What stands on a record that was refused is not told of besides.
   * @param step `isThere`: something of it is refused, not the record
   */
  private refuse({ result, refused }: Writing, reason: unknown, step: RowStep & { isThere?: boolean }): void {
    const { writes, refersTo } = this.placeOf({ steps: [step] })
    const follows = [...writes, ...refersTo].some((stream) => refused.has(stream))
    const problem = problemOf(reason, step.record)
    if (!follows) result.problems.push(problem)
    if (!step.isThere) for (const stream of writes) refused.add(stream)
    result.refusal ??= reason as StepRefusal
  }
}

/** Whether the row says of the same record how it ended. */
function isEnded({ step: { category, id, change } }: RowStep, beside: readonly RowStep[]): boolean {
  const endings = 'endings' in change ? (change.endings ?? []) : []
  return beside.some(({ step }) => step.category === category && step.id === id && endings.includes(step.raises))
}

interface Writing {
  steps: RowStep[]
  result: RowResult
  /** Streams of which something was refused. */
  refused: Set<string>
}

const nothingYet = (): RowResult => ({ outcome: 'unchanged', events: 0, problems: [], notices: [] })

function note(result: RowResult, { outcome, events }: Pick<StepResult, 'outcome' | 'events'>): void {
  result.events += events
  if (result.outcome === 'unchanged') result.outcome = outcome
}

/** A refusal of the business as a problem of the row; anything else is no fault of the row and is thrown on. */
function problemOf(error: unknown, { place: key, target, columns }: RowStep['record']): RowProblem {
  if (!(error instanceof InvalidInput || error instanceof DomainError)) throw error
  const place = { ...key, ...columnOf(fieldOf(error), columns) }
  if (error instanceof InvalidInput) return { ...place, code: 'not-recorded', sentence: refusedAs(error, target) }
  const code: ProblemCode = conflicts.has(error.code) ? 'changed-meanwhile' : 'not-recorded'
  return { ...place, code, reason: error.code, sentence: refusedAs(error, target) }
}

function fieldOf(error: DomainError | InvalidInput): unknown {
  if (error instanceof DomainError) return error.details.field
  const named = new Set(error.problems.map(({ path }) => path.split('.')[0]))
  return named.size === 1 ? [...named][0] : undefined
}

const noticeOf = ({ code, field }: Notice, { columns }: RowStep['record']): RowNotice => ({
  code,
  ...columnOf(field, columns),
})

/** The column that a field comes from; nothing where a field has none of its own. */
function columnOf(field: unknown, columns: PlannedRecord['columns'] = {}): { column?: string } {
  const column = typeof field === 'string' && Object.hasOwn(columns, field) ? columns[field] : undefined
  return column === undefined ? {} : { column }
}

const conflicts = new Set(['changed-meanwhile', 'changed-since-import'])
