/** The rows between two checkpoints, with what became of each. */
import type { JsonObject } from '#kernel'
import type { RowToCorrect } from '../plan/error-file.js'
import type { PlannedRow, ReadyRow } from '../plan/planned-row.js'
import type { RowProblem } from '../problem.js'
import { unfit } from '../tabular/hygiene.js'
import type { SourceRow } from '../tabular/table.js'
import { type ImportFact, noRows, type RowCounts } from './course/import-stream.js'
import type { RowResult } from './row-writer.js'
import type { StepOutcome } from './step-writer.js'

/** A death costs at most so many rows, which are then looked at again. */
export const chunkRows = 500

export class Chunk {
  readonly planned: ReadyRow[] = []
  readonly refused: RowToCorrect[] = []
  private readonly setAside: { source: SourceRow; rule: string }[] = []
  private readonly counts: RowCounts = { ...noRows }
  size = 0

  /**
   * @param from rows of the reading that were done before
   * @param left `placeOf` rows that were refused already: the second reading leaves them alone
   */
  constructor(
    readonly reading: 1 | 2,
    private readonly from: number,
    private readonly left: ReadonlySet<string> = new Set(),
  ) {}

  /** Rows of the reading that are done with this chunk. */
  get upTo(): number {
    return this.from + this.size
  }

  add(row: PlannedRow): void {
    if (row.outcome === 'stopped') throw new Error(`${row.problem.file}:${row.problem.line}: ${row.problem.sentence}`)
    this.size++
    if (row.outcome === 'planned' && !this.isLeft(row)) this.planned.push(row)
    // What the second reading finds unfit, the first has counted.
    if (this.reading === 2) return
    this.counts.rows++
    if (row.outcome === 'set-aside') {
      this.counts.setAside++
      this.setAside.push(row)
    } else if (row.outcome === 'refused') this.refuse(row.source, row.problems)
  }

  private isLeft({ source: { head, line } }: ReadyRow): boolean {
    return this.left.size > 0 && this.left.has(chunkPlaceOf(head.file, line))
  }

  /** @param before what the first reading has counted the row as */
  note({ source }: ReadyRow, { outcome, events, problems }: RowResult, before?: StepOutcome): void {
    this.counts.events += events
    if (outcome === 'refused') {
      this.refuse(source, problems)
      if (before) this.counts[before]--
    } else if (this.reading === 1) this.counts[outcome]++
  }

  private refuse(source: SourceRow, problems: readonly RowProblem[]): void {
    this.counts.refused++
    this.refused.push({ source, problems })
  }

  /** What the import's stream is told. */
  facts(): ImportFact[] {
    const done: ImportFact = {
      type: 'import.chunk-done',
      data: { reading: this.reading, upTo: this.upTo, counts: { ...this.counts } },
    }
    if (this.setAside.length + this.refused.length === 0) return [done]
    const left: JsonObject = {
      setAside: this.setAside.map(({ source, rule }) => leftOf(source, rule)),
      refused: inOrder(this.refused).map(({ source, problems }) =>
        leftOf(source, problems[0]?.code ?? '', problems[0]?.column),
      ),
    }
    return [{ type: 'import.rows-left', data: left }, done]
  }
}

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
