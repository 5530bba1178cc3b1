/** The rows between two checkpoints, with what became of each. */
import { type JsonObject, say } from '#kernel'
import type { RowToCorrect } from '../../plan/error-file.js'
import type { PlannedRow, ReadyRow } from '../../plan/planned-row.js'
import type { RowProblem } from '../../problem.js'
import { unfit } from '../../tabular/hygiene.js'
import type { SourceRow } from '../../tabular/table.js'
import { type ImportFact, noRows, type RowCounts } from '../course/import-stream.js'
import type { StepOutcome } from '../steps/step-result.js'
import type { RowNotice, RowResult } from './row-writer.js'

/** A death costs at most so many rows, which are then looked at again. */
export const chunkRows = 500

/** So many rows are in one fact at most. */
const mostInFact = 500

export interface WarnedRow extends RowNotice {
  source: SourceRow
  /** Another cell of the row is named for the same. */
  further?: true
}

/** What was done with a row before this reading. */
export type RowBefore = 'refused' | 'in-part'

export class Chunk {
  readonly planned: ReadyRow[] = []
  readonly refused: RowToCorrect[] = []
  private readonly inPart = new Set<SourceRow>()
  /** Why each is to be looked at. */
  private readonly warned = new Map<SourceRow, RowNotice[]>()
  private readonly setAside: { source: SourceRow; rule: string }[] = []
  private readonly counts: RowCounts = { ...noRows }
  size = 0

  /**
   * @param from rows of the reading that were done before
   * @param before `chunkPlaceOf` rows of which something was refused already
   */
  constructor(
    readonly reading: 1 | 2,
    private readonly from: number,
    private readonly before: ReadonlyMap<string, RowBefore> = new Map(),
  ) {}

  /** Rows of the reading that are done with this chunk. */
  get upTo(): number {
    return this.from + this.size
  }

  add(row: PlannedRow): void {
    if (row.outcome === 'stopped')
      throw new Error(`${row.problem.file}:${row.problem.line}: ${say(row.problem.sentence, 'en')}`)
    this.size++
    if (row.outcome === 'planned') this.planned.push(row)
    // What the second reading finds unfit, the first has counted.
    if (this.reading === 2) return
    this.counts.rows++
    if (row.outcome === 'planned') for (const code of row.warnings) this.warnOf(row.source, { code })
    if (row.outcome === 'set-aside') {
      this.counts.setAside++
      this.setAside.push(row)
    } else if (row.outcome === 'refused') {
      this.counts.refused++
      this.refused.push(row)
    }
  }

  /** A row whose record stands further down once more. */
  warn({ source }: ReadyRow): void {
    if (this.reading === 2) return
    this.counts.saidAgain++
    this.warnOf(source, { code: 'said-again' })
  }

  private warnOf(source: SourceRow, notice: RowNotice): void {
    const known = this.warned.get(source) ?? []
    const isKnown = known.some(({ code, column }) => code === notice.code && column === notice.column)
    if (!isKnown) this.warned.set(source, [...known, notice])
  }

  private beforeOf({ source: { head, line } }: ReadyRow): RowBefore | undefined {
    return this.before.get(chunkPlaceOf(head.file, line))
  }

  /** Of the first reading. Where nothing was recorded and something was refused, the row is. */
  note(row: ReadyRow, { outcome, events, problems, notices }: RowResult): void {
    for (const notice of notices) this.warnOf(row.source, notice)
    const found = [...row.problems, ...problems]
    this.counts.events += events
    if (found.length > 0 && outcome === 'unchanged') this.counts.refused++
    else this.counts[outcome]++
    if (found.length > 0) this.keep(row, found, outcome !== 'unchanged')
  }

  /**
   * Of the second reading, which does what the first could not yet.
   * @param first what the first has recorded of the row, whatever was refused of it
   */
  noteAgain(row: ReadyRow, { outcome, events, problems, notices }: RowResult, first: StepOutcome): void {
    for (const notice of notices) this.warnOf(row.source, notice)
    this.counts.events += events
    const before = this.beforeOf(row)
    const now = first === 'unchanged' && events > 0 ? outcome : first
    const wasRefused = before === 'refused'
    const isRefused = now === 'unchanged' && (wasRefused || problems.length > 0)
    this.counts[wasRefused ? 'refused' : first]--
    this.counts[isRefused ? 'refused' : now]++
    if (wasRefused && !isRefused) this.counts.inPart++
    // What is refused of a row whole is told once.
    if (problems.length > 0 && !wasRefused) this.keep(row, problems, before === undefined && !isRefused)
  }

  private keep({ source }: ReadyRow, problems: readonly RowProblem[], isInPart: boolean): void {
    const row = { source, problems }
    this.refused.push(row)
    if (!isInPart) return
    this.counts.inPart++
    this.inPart.add(source)
  }

  isInPart(source: SourceRow): boolean {
    return this.inPart.has(source)
  }

  get total(): RowCounts {
    return this.counts
  }

  /** What the import's stream is told. */
  facts(): ImportFact[] {
    const done: ImportFact = {
      type: 'import.chunk-done',
      data: { reading: this.reading, upTo: this.upTo, counts: { ...this.counts } },
    }
    const warned = this.warnings()
    if (this.setAside.length + this.refused.length + warned.length === 0) return [done]
    const left: JsonObject = {
      setAside: this.setAside.map(({ source, rule }) => leftOf(source, rule)),
      refused: inOrder(this.refused).map((row) => {
        const { code = '', reason = code, column } = row.problems[0] ?? {}
        return { ...leftOf(row.source, reason, column), ...(this.isInPart(row.source) ? { inPart: true } : {}) }
      }),
      ...(warned.length > 0 ? { warned: warned.slice(0, mostInFact).map(warnedAs) } : {}),
    }
    const facts: ImportFact[] = [{ type: 'import.rows-left', data: left }]
    for (let at = mostInFact; at < warned.length; at += mostInFact) {
      const further = warned.slice(at, at + mostInFact).map(warnedAs)
      facts.push({ type: 'import.rows-left', data: { setAside: [], refused: [], warned: further } })
    }
    return [...facts, done]
  }

  /** What rows are to be looked at for, though they are recorded. */
  warnings(): WarnedRow[] {
    return [...this.warned].flatMap(([source, notices]) =>
      notices.map((notice, at) => {
        const further = notices.slice(0, at).some(({ code }) => code === notice.code)
        return { source, ...notice, ...(further ? { further } : {}) }
      }),
    )
  }
}

const warnedAs = ({ source, code, column, further }: WarnedRow): JsonObject => ({
  ...leftOf(source, code, column),
  ...(further ? { further } : {}),
})

const leftOf = ({ head, line }: SourceRow, why: string, column?: string): JsonObject => ({
  file: labelOf(head.file),
  line,
  why,
  ...(column === undefined ? {} : { column: labelOf(column) }),
})

const mostCharacters = 200
const noLabel = new RegExp(`${unfit.source}|[\\t\\n]`, 'gu')

/** Names of files and columns are others' to choose; what an event cannot hold of them is left out. */
function labelOf(name: string): string {
  const fit = name.replace(noLabel, ' ').trim()
  return [...(fit === '' ? '?' : fit)].slice(0, mostCharacters).join('')
}

/** By which a row is known in an import's stream. */
export const chunkPlaceOf = (file: string, line: number): string => `${line}:${labelOf(file)}`

/** Rows that were written side by side, as they stand in the file. */
export const inOrder = (rows: readonly RowToCorrect[]): RowToCorrect[] =>
  [...rows].sort((a, b) => a.source.line - b.source.line)
