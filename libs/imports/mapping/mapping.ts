/**
 * A mapping as read from its file: what stands where, in which formats, and which records each row
 * yields. Every scalar is text exactly as written, so that neither `NO` nor `1.10` changes on the way.
 */

export interface Mapping {
  'kumppani-mapping': '1'
  /** Name of the source system; record keys are unique within it. */
  source: string
  formats?: Formats
  /** By the name used in this mapping. */
  files: Record<string, FileDeclaration>
  /** Value tables: what a cell says → what is meant. */
  values?: Record<string, ValueTable>
  rows: RowsDeclaration[]
  /** By target: what becomes of records of which the files, each a full export, say nothing any more. */
  vanished?: Record<string, Becoming>
  /** Of a hundred records that are known, the most of which may vanish at once. */
  vanishedAtMost?: string
}

/** What may become of a record that has vanished from its source. */
export const becomings = ['listed', 'ended', 'retracted'] as const
export type Becoming = (typeof becomings)[number]

/** Declared for all files, or for one. */
export interface Formats {
  encoding?: string
  delimiter?: string
  quote?: string
  /** One format, or several of which the first that reads a text counts. */
  dates?: string | string[]
  /** First of the hundred years in which years of two digits lie. */
  pivot?: string
  /** Of the names of months. */
  language?: string
  decimal?: string
  thousands?: string
  /** Where an amount names none. */
  currency?: string
  /** IANA zone in which times of day are meant. */
  zone?: string
  /** Which moment is meant of a time of day over which clocks are moved. */
  clock?: 'earlier' | 'later'
}

export interface FileDeclaration {
  /** The file's name as it is sent. */
  name: string
  format?: 'csv' | 'xlsx'
  sheet?: string
  formulas?: 'refuse' | 'cached'
  headerLine?: string
  /** Cells that a row lacks at its end are empty ones. */
  shortRows?: 'refuse' | 'fill'
  formats?: Formats
}

export type ValueTable = Record<string, string>

export interface RowsDeclaration {
  file: string
  join?: Record<string, JoinDeclaration>
  /** Rows that are parts of a record, to be summed up. */
  lines?: Record<string, LinesDeclaration>
  setAside?: SetAsideDeclaration[]
  /** What becomes of a row of which a cell or a record is refused; `what-fits` when left out. */
  writes?: 'what-fits' | 'all-or-nothing'
  records: RecordDeclaration[]
}

export interface LinesDeclaration {
  /** Another file, or the same. */
  file: string
  /** Column of its file → what it must equal, told from the row and its joins. */
  on: Record<string, Expression>
}

export interface JoinDeclaration extends LinesDeclaration {
  unmatched?: 'error' | 'empty' | 'set-aside'
}

export interface SetAsideDeclaration {
  rule: string
  because: string
  when: Condition | Condition[]
}

export interface RecordDeclaration {
  target: string
  /** All must hold; without any the record is made of every row. */
  when?: Condition | Condition[]
  key: Expression | Expression[]
  /** `before`, `now`, or where the moment stands. */
  at: Expression
  /** The same key is planned once; saying something else the second time is a problem. */
  once?: 'true' | 'false'
  fields: Record<string, Expression>
}

/** A column of the row's own file, or an expression in full. */
export type Expression = string | FullExpression

/** One source (`column` … `amount`), then the steps in the order in which they are listed here. */
export interface FullExpression {
  column?: string
  /** Name of the join that the column belongs to, or of the lines of a total. */
  of?: string
  constant?: string
  /** The first that is not empty. */
  first?: Expression[]
  /** All that are not empty, put together by `with`. */
  all?: Expression[]
  with?: string
  /** All that are not empty, as a list. */
  each?: Expression[]
  /** Numbers, added up or multiplied with each other. */
  sum?: Expression[]
  product?: Expression[]
  /** A number of each line, added up; `of` names the lines. */
  total?: Expression
  /** The parts of a reference's key. */
  key?: Expression[]
  /** Of money whose currency is told beside it. */
  amount?: Expression
  currency?: Expression

  split?: string
  /** 1-based; without it a split gives a list. */
  part?: string
  /** Texts that are left out wherever they stand. */
  strip?: string | string[]
  /** Texts that others stand for. */
  replace?: ValueTable
  case?: 'lower' | 'upper'
  /** Name of a value table, or the table itself. */
  values?: string | ValueTable
  otherwise?: 'error' | 'keep' | 'empty'
  default?: string

  decimal?: string
  thousands?: string
  /** Factor of a number. */
  times?: string
  /** Most digits after the sign. */
  round?: string
  date?: string | string[]
}

export interface Condition {
  column?: string
  of?: string
  is?: string
  isNot?: string
  in?: string[]
  notIn?: string[]
  empty?: 'true' | 'false'
  any?: Condition[]
  all?: Condition[]
}

export const sources = [
  'column',
  'constant',
  'first',
  'all',
  'each',
  'sum',
  'product',
  'total',
  'key',
  'amount',
] as const
export const tests = ['is', 'isNot', 'in', 'notIn', 'empty'] as const
export const before = 'before'
export const now = 'now'

/** Moments that no format of dates is needed for. */
export const isNamedMoment = (text: unknown): boolean => text === before || text === now

export const asList = <T>(one: T | T[] | undefined): T[] => {
  if (one === undefined) return []
  return Array.isArray(one) ? one : [one]
}

export const asFull = (expression: Expression): FullExpression =>
  typeof expression === 'string' ? { column: expression } : expression

/** The column that an expression reads, the first one of several; nothing where it reads none. */
export function columnIn(expression: Expression | undefined): string | undefined {
  if (expression === undefined) return undefined
  const { column, first, all, each, sum, product, total, key, amount } = asFull(expression)
  if (column !== undefined) return column
  const parts = [first, all, each, sum, product, key, amount ? [amount] : undefined, total ? [total] : undefined]
  return parts
    .flatMap((one) => one ?? [])
    .map(columnIn)
    .find((found) => found !== undefined)
}
