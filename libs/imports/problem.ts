/**
 * What can be wrong with an import, always with its place. Sentences never repeat what a cell holds,
 * because they reach logs; the value travels beside them, for the preview and the error file only.
 */

/** Stable codes; a program may branch on them. */
export type ProblemCode =
  | 'file-missing'
  | 'file-empty'
  | 'file-unreadable'
  | 'wrong-encoding'
  | 'malformed-quotes'
  | 'row-too-long'
  | 'sheet-missing'
  | 'column-missing'
  | 'column-ambiguous'
  | 'ragged-row'
  | 'control-character'
  | 'direction-character'
  | 'formula-cell'
  | 'cell-error'
  | 'duplicate-key'
  | 'unmatched'
  | 'conflicting-record'
  | 'no-record'
  | 'key-missing'
  | 'required-missing'
  | 'not-in-table'
  | 'not-a-number'
  | 'not-whole'
  | 'out-of-range'
  | 'too-precise'
  | 'not-a-date'
  | 'absurd-date'
  | 'no-time-of-day'
  | 'unclear-time'
  | 'unknown-currency'
  | 'not-a-choice'
  | 'line-break'
  | 'wrong-form'
  | 'too-long'
  | 'not-recorded'
  | 'changed-meanwhile'

/**
 * Where: the file as its sender named it, the line (1-based; of a workbook the row number; 0 for the
 * file as a whole), the column's header.
 */
export interface RowPlace {
  file: string
  line: number
  column?: string
}

export interface RowProblem extends RowPlace {
  code: ProblemCode
  /** One sentence for people: what is wrong and what to do. Holds no cell content. */
  sentence: string
  /** Code of the rule that stands against it, where one does. */
  reason?: string
  /** What the cell holds, where one cell is to blame. May be personal. */
  value?: string
}

/** A problem that ends the reading of its file: what follows the place cannot be trusted. */
export class FileFault extends Error {
  constructor(readonly problem: RowProblem) {
    super(`${problem.file}:${problem.line}: ${problem.sentence}`)
    this.name = 'FileFault'
  }
}

export interface MappingProblem {
  /** 1-based line in the mapping file; 0 where the mapping as a whole is meant. */
  line: number
  /** Like `rows[0].records[1].fields.name`. */
  path: string
  sentence: string
}

/** So many problems of a mapping are told, however many there are: whoever mends those sees the next. */
const mostTold = 20
/** Of each, in characters: names stand there as long as their writer likes. */
const most = { path: 200, sentence: 2000 }

/** Gathers problems of a mapping: the first are told, the rest is counted. */
export class MappingProblems {
  private readonly told: MappingProblem[] = []
  private count = 0

  /** @param problem looked for only where it is told */
  add(problem: () => MappingProblem): void {
    if (++this.count > mostTold) return
    const { line, path, sentence } = problem()
    this.told.push({ line, path: path.slice(0, most.path), sentence: sentence.slice(0, most.sentence) })
  }

  /** @throws MappingFault when there are any */
  refuse(file: string): void {
    if (this.count === 0) return
    const more = this.count - this.told.length
    const rest = { line: 0, path: '', sentence: `${more} more problems are told once these are mended` }
    throw new MappingFault(file, more > 0 ? [...this.told, rest] : this.told)
  }
}

/** The mapping cannot be used; carries the first problems found, not only one. */
export class MappingFault extends Error {
  constructor(
    readonly file: string,
    readonly problems: readonly MappingProblem[],
  ) {
    super(problems.map((one) => `${file}:${one.line}: ${one.path ? `${one.path}: ` : ''}${one.sentence}`).join('\n'))
    this.name = 'MappingFault'
  }
}
