/**
 * A declared table as SQLite holds it: which stored columns stand for which declared ones, their
 * names in SQL, and how values go in and come out.
 *
 * An absent value is stored as an empty blob, which SQLite orders after every number and text. So
 * nulls come last in plain index order, and no comparison is ever unknown.
 */
import {
  type ColumnType,
  otherAlphabet,
  otherAlphabets,
  type Scalar,
  type ShapedColumn,
  sortKey,
  TableShape,
  type TableSpec,
} from '#kernel'
import type { SqlRow, SqlValue } from '../store-file.js'

/** The stored form of an absent value. */
export const absent = "x''"

export interface SqlColumn extends ShapedColumn {
  /** The value in SQL. */
  sql: string
  /** What stands for it in comparisons and sorts: the sort key of a text, the value of all else. */
  order: string | undefined
}

/** A column of the SQL table: a declared column's value, or what is derived from a text: its sort key, the terms it is found by. */
export interface StoredColumn {
  column: SqlColumn
  sql: string
  derived?: 'key' | 'words'
  /** Of a key by another alphabet than the file's: whose. */
  locale?: string
  /** What an update compares with the row before, because an index or a side table follows from it. */
  watched: boolean
}

/** A declared index; what makes one trailing is said where they are made. */
export interface SqlIndex {
  /** Its columns before the key, by which its entries are in order. */
  columns: readonly SqlColumn[]
  names: readonly string[]
  /** The index, or the side table of a trailing one. */
  sql: string
  isTrailing: boolean
  /** Of texts in another alphabet than the file's: whose. */
  locale?: string
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

export class SqlTable {
  readonly columns: readonly SqlColumn[]
  readonly stored: readonly StoredColumn[]
  /** What has a side table of its values: columns of ids, and the terms of texts found by them. */
  readonly lists: readonly StoredColumn[]
  readonly indexes: readonly SqlIndex[]
  readonly sql: string
  /** The key in SQL. */
  readonly keySql: string
  /** The row's number, by which side tables name it. */
  readonly rowSql: string
  /** The full-text table, for tables with `searches`. */
  readonly searchSql: string
  /** What the full-text table holds the terms of: the text, and what searches are narrowed by. */
  readonly searched: readonly SqlColumn[]
  /** Reads whole rows: key, position, document, then the columns. */
  readonly selectSql: string
  readonly shape: TableShape
  readonly #byName: ReadonlyMap<string, SqlColumn>

  /** @throws Error naming table and column when the spec cannot be followed */
  constructor(
    readonly spec: TableSpec,
    readonly locale: string,
  ) {
    this.shape = new TableShape(spec)
    this.sql = quoted(spec.name)
    this.searchSql = quoted(`${spec.name}~~words`)
    this.columns = this.shape.columns.map(sqlColumn)
    this.#byName = new Map(this.columns.map((column) => [column.name, column]))
    this.keySql = `${this.sql}.key`
    this.rowSql = `${this.sql}."~row"`
    this.selectSql = this.reading(this.columns)
    this.searched = [spec.searches, spec.searchesWithin].flatMap((name) =>
      name === undefined ? [] : this.column(name),
    )
    const indexed = new Set(spec.indexes.flat())
    this.indexes = spec.indexes.flatMap((names) => this.#indexes(names))
    this.stored = this.columns.flatMap((column) => this.#storedAs(column, indexed.has(column.name)))
    this.lists = this.stored.filter(({ column, derived }) => derived === 'words' || column.type === 'ids')
  }

  get name(): string {
    return this.spec.name
  }

  /** @throws Error when there is no such column */
  column(name: string): SqlColumn {
    return this.#byName.get(this.shape.column(name).name) as SqlColumn
  }

  /**
   * Reads key, position, document, then some columns.
   * @param from the table, said in another way
   */
  reading(columns: readonly SqlColumn[], from = this.sql): string {
    return `SELECT ${[this.keySql, 'position', 'doc', ...columns.map(({ sql }) => readable(sql))].join(', ')} FROM ${from}`
  }

  /** The SQL to compare and sort by, of a column that has an order. */
  order(name: string): { column: SqlColumn; sql: string } {
    const column = this.column(name)
    return { column, sql: column.order as string }
  }

  /** The SQL to sort by as a reader does, and the alphabet of its keys where that is not the file's. */
  orderFor(name: string, reader: string | undefined): { column: SqlColumn; sql: string; locale?: string } {
    const own = this.order(name)
    const locale = otherAlphabet(reader, this.locale)
    if (locale === undefined || !this.#hasAlphabets(own.column)) return own
    return { ...own, sql: orderIn(own.column, locale), locale }
  }

  /** Whether lists are sorted by its texts, so that it has keys by the alphabets of all readers. */
  #hasAlphabets({ name, type }: ShapedColumn): boolean {
    return type === 'text' && this.spec.indexes.some((names) => names.includes(name))
  }

  /** The side table of a list: (value, row). */
  listSql({ column, derived }: Pick<StoredColumn, 'column' | 'derived'>): string {
    return quoted(`${this.name}~${column.name}${derived ? `~${derived}` : ''}`)
  }

  /** The terms of a column whose rows are found by its words. */
  wordsOf(name: string): StoredColumn {
    return this.lists.find(({ column, derived }) => column.name === name && derived === 'words') as StoredColumn
  }

  /** The value as SQLite keeps it; null stands for absent. @throws Error when it is not of the column's type */
  bind(column: SqlColumn, value: Scalar): SqlValue {
    this.shape.requireScalar(column, value)
    return kept(column.type, value)
  }

  /** Like `bind`, as compared and sorted. */
  bindOrder(column: SqlColumn, value: Scalar, locale = this.locale): SqlValue {
    const bound = this.bind(column, value)
    return column.type === 'text' && typeof bound === 'string' ? sortKey(bound, locale) : bound
  }

  /** One by each alphabet where texts stand in it. */
  #indexes(names: readonly string[]): SqlIndex[] {
    const isTrailing = names.some((name) => this.spec.restless?.includes(name))
    const name = `${this.name}~by~${names.join('~')}`
    const columns = names.map((each) => this.column(each))
    const own = { columns, names, sql: quoted(name), isTrailing }
    if (!columns.some(({ type }) => type === 'text')) return [own]
    const others = otherAlphabets(this.locale).map((locale) => ({
      ...own,
      columns: columns.map((column) =>
        column.type === 'text' ? { ...column, order: orderIn(column, locale) } : column,
      ),
      sql: quoted(`${name}~${locale}`),
      locale,
    }))
    return [own, ...others]
  }

  #storedAs(column: SqlColumn, indexed: boolean): StoredColumn[] {
    const value = { column, sql: column.sql }
    const followed = column.type === 'ids' || this.searched.includes(column)
    if (!column.order || column.order === column.sql) return [{ ...value, watched: indexed || followed }]
    const hasWords = this.spec.words?.includes(column.name)
    return [
      { ...value, watched: followed },
      { column, sql: column.order, derived: 'key', watched: indexed },
      ...(indexed ? otherAlphabets(this.locale) : []).map((locale) => ({
        ...{ column, sql: orderIn(column, locale), derived: 'key' as const, locale, watched: true },
      })),
      ...(hasWords ? [{ column, sql: quoted(`${column.name}~words`), derived: 'words' as const, watched: true }] : []),
    ]
  }
}

function sqlColumn(column: ShapedColumn): SqlColumn {
  const sql = quoted(column.name)
  const order = column.type === 'text' ? quoted(`${column.name}~sort`) : sql
  return { ...column, sql, order: column.ordered ? order : undefined }
}

/** The keys of a text by the alphabet of a locale that is not the file's. */
const orderIn = ({ name }: ShapedColumn, locale: string): string => quoted(`${name}~sort~${locale}`)

/** A value of a column's type as SQLite keeps it. */
export function kept(type: ColumnType, value: Scalar): SqlValue {
  if (typeof value === 'boolean') return Number(value)
  return type === 'instant' && typeof value === 'string' ? Date.parse(value) : value
}

/** The value of a column read with `readable`. */
export function scalarOf(type: ColumnType, value: SqlRow[number] | undefined): Scalar {
  if (value === null || value === undefined) return null
  if (type === 'flag') return value === 1
  if (type === 'instant') return new Date(Number(value)).toISOString()
  return typeof value === 'number' ? value : String(value)
}

/** SQL of a stored value that gives null where it is absent. */
export function readable(sql: string): string {
  return `nullif(${sql}, ${absent})`
}

export const affinity = (type: ColumnType): string => affinities[type]

export function quoted(name: string): string {
  return `"${name}"`
}
