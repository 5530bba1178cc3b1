/**
 * A declared table as SQLite holds it: which stored columns stand for which declared ones, their
 * names in SQL, and how values go in and come out.
 *
 * An absent value is stored as an empty blob, which SQLite orders after every number and text. So
 * nulls come last in plain index order, and no comparison is ever unknown.
 */
import { type ColumnType, type Scalar, sortKey, type TableSpec } from '#kernel'
import type { SqlRow, SqlValue } from './store-file.js'

/** The stored form of an absent value. */
export const absent = "x''"

export interface SqlColumn {
  name: string
  type: ColumnType
  /** The value in SQL. */
  sql: string
  /** What stands for it in comparisons and sorts: the sort key of a text, the value of all else. */
  order: string | undefined
}

/** A column of the SQL table: a declared column's value, or what is derived from a text: its sort key, its words. */
export interface StoredColumn {
  column: SqlColumn
  sql: string
  derived?: 'key' | 'words'
  /** What an update compares with the row before, because an index or a side table follows from it. */
  watched: boolean
}

const affinities: Readonly<Record<ColumnType, string>> = {
  id: 'TEXT',
  code: 'TEXT',
  text: 'TEXT',
  // Milliseconds: a quarter of the text, in the row and in every index.
  instant: 'INTEGER',
  day: 'TEXT',
  integer: 'INTEGER',
  number: 'REAL',
  flag: 'INTEGER',
  ids: 'TEXT',
  list: 'TEXT',
}

export const isList = (type: ColumnType): boolean => type === 'ids' || type === 'list'

const tableName = /^[a-z][a-z0-9-]*$/
const columnName = /^[a-z][A-Za-z0-9]*$/
const taken = ['key', 'position', 'doc']

export class SqlTable {
  readonly columns: readonly SqlColumn[]
  readonly stored: readonly StoredColumn[]
  /** What has a side table of its values: columns of ids, and the words of texts found by them. */
  readonly lists: readonly StoredColumn[]
  readonly sql: string
  /** The key in SQL. */
  readonly keySql: string
  /** The row's number, by which side tables name it. */
  readonly rowSql: string
  /** The full-text table, for tables with `searches`. */
  readonly searchSql: string
  /** What the full-text table holds: the text, and what searches are narrowed by. */
  readonly searched: readonly SqlColumn[]
  /** Reads whole rows: key, position, document, then the columns. */
  readonly selectSql: string
  readonly #byName: ReadonlyMap<string, SqlColumn>

  /** @throws Error naming table and column when the spec cannot be followed */
  constructor(
    readonly spec: TableSpec,
    readonly locale: string,
  ) {
    if (!tableName.test(spec.name)) throw new Error(`table name "${spec.name}" is not kebab-case`)
    this.sql = quoted(spec.name)
    this.searchSql = quoted(`${spec.name}~~words`)
    this.columns = Object.entries(spec.columns).map(([name, type]) => this.#declared(name, type))
    this.#byName = new Map(this.columns.map((column) => [column.name, column]))
    this.keySql = `${this.sql}.key`
    this.rowSql = `${this.sql}."~row"`
    this.selectSql = this.reading(this.columns)
    this.searched = [spec.searches, spec.searchesWithin].flatMap((name) =>
      name === undefined ? [] : this.column(name),
    )
    this.#checkSpec()
    const indexed = new Set(spec.indexes.flat())
    this.stored = this.columns.flatMap((column) => this.#storedAs(column, indexed.has(column.name)))
    this.lists = this.stored.filter(({ column, derived }) => derived === 'words' || column.type === 'ids')
  }

  get name(): string {
    return this.spec.name
  }

  /** @throws Error when there is no such column */
  column(name: string): SqlColumn {
    const found = this.#byName.get(name)
    if (!found) throw new Error(`table "${this.name}" has no column "${name}"`)
    return found
  }

  /** Reads key, position, document, then some columns. */
  reading(columns: readonly SqlColumn[]): string {
    return `SELECT ${[this.keySql, 'position', 'doc', ...columns.map(({ sql }) => readable(sql))].join(', ')} FROM ${this.sql}`
  }

  /** The SQL to compare and sort by. @throws Error when the column has no order */
  order(name: string): { column: SqlColumn; sql: string } {
    const column = this.column(name)
    if (column.order) return { column, sql: column.order }
    if (isList(column.type)) throw this.fault(column, 'holds lists: at most "has" asks for it')
    throw this.fault(column, 'is searched; to filter or sort by it, declare an index on it')
  }

  /** The side table of a list: (value, row). */
  listSql({ column, derived }: Pick<StoredColumn, 'column' | 'derived'>): string {
    return quoted(`${this.name}~${column.name}${derived ? `~${derived}` : ''}`)
  }

  /** @throws Error when rows are not found by the words of the column */
  wordsOf(name: string): StoredColumn {
    const column = this.column(name)
    const words = this.lists.find((list) => list.column === column && list.derived === 'words')
    if (!words) throw this.fault(column, 'is not found by its words: declare it under "words"')
    return words
  }

  fault(column: SqlColumn, problem: string): Error {
    return new Error(`column "${column.name}" of table "${this.name}" ${problem}`)
  }

  /** The value as SQLite keeps it; null stands for absent. @throws Error when it is not of the column's type */
  bind(column: SqlColumn, value: Scalar): SqlValue {
    if (value === null) return null
    const bound = boundAs(column.type, value)
    if (bound === undefined) throw this.fault(column, `takes ${column.type} values, got a ${typeof value}`)
    return bound
  }

  /** Like `bind`, as compared and sorted. */
  bindOrder(column: SqlColumn, value: Scalar): SqlValue {
    const bound = this.bind(column, value)
    return column.type === 'text' && typeof bound === 'string' ? sortKey(bound, this.locale) : bound
  }

  #declared(name: string, type: ColumnType): SqlColumn {
    const column: SqlColumn = { name, type, sql: quoted(name), order: undefined }
    if (!columnName.test(name)) throw this.fault(column, 'is not camelCase')
    if (taken.includes(name)) throw this.fault(column, 'has the name of a part that every row has')
    const inIndex = this.spec.indexes.some((index) => index.includes(name))
    // Searched texts can be long notes: a sort key only where somebody sorts by it.
    if (type === 'text') column.order = name !== this.spec.searches || inIndex ? quoted(`${name}~sort`) : undefined
    else if (!isList(type)) column.order = column.sql
    return column
  }

  #storedAs(column: SqlColumn, indexed: boolean): StoredColumn[] {
    const value = { column, sql: column.sql }
    const followed = column.type === 'ids' || this.searched.includes(column)
    if (!column.order || column.order === column.sql) return [{ ...value, watched: indexed || followed }]
    const hasWords = this.spec.words?.includes(column.name)
    return [
      { ...value, watched: followed },
      { column, sql: column.order, derived: 'key', watched: indexed },
      ...(hasWords ? [{ column, sql: quoted(`${column.name}~words`), derived: 'words' as const, watched: true }] : []),
    ]
  }

  #checkSpec(): void {
    const { spec } = this
    for (const name of spec.indexes.flat()) {
      const column = this.column(name)
      if (!column.order) throw this.fault(column, 'has an index of its own already; leave it out of the index lists')
    }
    if (spec.searches && this.column(spec.searches).type !== 'text')
      throw this.fault(this.column(spec.searches), 'is searched and so has to be of type text')
    for (const name of spec.words ?? []) {
      const column = this.column(name)
      if (column.type !== 'text' || !column.order) throw this.fault(column, 'is no text that is found by its words')
    }
  }
}

/** Nothing for a value of another type; instants are in UTC, with milliseconds. */
function boundAs(type: ColumnType, value: Exclude<Scalar, null>): SqlValue | undefined {
  switch (type) {
    case 'integer':
      return Number.isSafeInteger(value) ? (value as number) : undefined
    case 'number':
      return Number.isFinite(value) ? (value as number) : undefined
    case 'flag':
      return typeof value === 'boolean' ? Number(value) : undefined
    case 'instant':
      return typeof value === 'string' ? msOf(value) : undefined
    default:
      return typeof value === 'string' ? value : undefined
  }
}

function msOf(instant: string): number | undefined {
  const ms = Date.parse(instant)
  return !Number.isNaN(ms) && instantOf(ms) === instant ? ms : undefined
}

const instantOf = (ms: number): string => new Date(ms).toISOString()

/** The value of a column read with `readable`. */
export function scalarOf(type: ColumnType, value: SqlRow[number] | undefined): Scalar {
  if (value === null || value === undefined) return null
  if (type === 'flag') return value === 1
  if (type === 'instant') return instantOf(Number(value))
  return typeof value === 'number' ? value : String(value)
}

/** SQL of a stored value that gives null where it is absent. */
export function readable(sql: string): string {
  return `nullif(${sql}, ${absent})`
}

export function affinity(stored: StoredColumn): string {
  return stored.derived ? 'TEXT' : affinities[stored.column.type]
}

export function quoted(name: string): string {
  return `"${name}"`
}
