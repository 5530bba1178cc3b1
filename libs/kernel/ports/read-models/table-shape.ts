/**
 * What a table declares, checked once for all engines: which columns there are, what may be asked of each,
 * and which values they take. Engines ask here before they turn anything into their own language.
 */
import type { ColumnType, Row, Scalar, TableSpec } from './read-store.js'

export interface ShapedColumn {
  readonly name: string
  readonly type: ColumnType
  /** Whether every row has a value in it. */
  readonly always: boolean
  /** Whether it can be compared and sorted by. */
  readonly ordered: boolean
}

const tableName = /^[a-z][a-z0-9-]*$/
const columnName = /^[a-z][A-Za-z0-9]*$/
const taken = ['key', 'position', 'doc']

export class TableShape {
  readonly columns: readonly ShapedColumn[]
  readonly #byName: ReadonlyMap<string, ShapedColumn>

  /** @throws Error naming table and column when the spec cannot be followed */
  constructor(readonly spec: TableSpec) {
    if (!tableName.test(spec.name)) throw new Error(`table name "${spec.name}" is not kebab-case`)
    this.columns = Object.entries(spec.columns).map(([name, type]) => this.#declared(name, type))
    this.#byName = new Map(this.columns.map((column) => [column.name, column]))
    this.#requireSpec()
  }

  get name(): string {
    return this.spec.name
  }

  /** Two specs are of one shape when this is the same; the order in which columns are named does not matter. */
  get identity(): string {
    const { name, columns, always, indexes, restless, words, searches, searchesWithin } = this.spec
    const entries = Object.entries(columns).sort(([one], [other]) => (one < other ? -1 : 1))
    return JSON.stringify({
      name,
      columns: Object.fromEntries(entries),
      always,
      indexes,
      restless,
      words,
      searches,
      searchesWithin,
    })
  }

  /** @throws Error when there is no such column */
  column(name: string): ShapedColumn {
    const found = this.#byName.get(name)
    if (!found) throw new Error(`table "${this.name}" has no column "${name}"`)
    return found
  }

  /** @throws Error when the column has no order */
  ordered(name: string): ShapedColumn {
    const column = this.column(name)
    if (column.ordered) return column
    if (isListType(column.type)) throw this.fault(column, 'holds lists: at most "has" asks for it')
    throw this.fault(column, 'is searched; to filter or sort by it, declare an index on it')
  }

  /** @throws Error when the column holds no lists */
  list(name: string): ShapedColumn {
    const column = this.column(name)
    if (column.type !== 'ids') throw this.fault(column, 'is no list of ids: "has" does not apply')
    return column
  }

  /** @throws Error when rows are not found by the words of the column */
  worded(name: string): ShapedColumn {
    const column = this.column(name)
    if (!this.spec.words?.includes(name))
      throw this.fault(column, 'is not found by its words: declare it under "words"')
    return column
  }

  /** @throws Error when no column is searched */
  searched(): ShapedColumn {
    if (!this.spec.searches) throw new Error(`table "${this.name}" declares no column that it searches`)
    return this.column(this.spec.searches)
  }

  /** The columns by which rows are forgotten. @throws Error when there are none */
  forgottenBy(): readonly ShapedColumn[] {
    const columns = this.columns.filter(
      ({ name, type }) => isListType(type) && (name === 'subjects' || name === 'keys'),
    )
    if (columns.length > 0) return columns
    throw new Error(`table "${this.name}" has no column "subjects" of ids to forget by`)
  }

  fault({ name }: Pick<ShapedColumn, 'name'>, problem: string): Error {
    return new Error(`column "${name}" of table "${this.name}" ${problem}`)
  }

  /** @throws Error, which does not repeat the value, when it is not of the column's type; an absent one is of any */
  requireScalar(column: Pick<ShapedColumn, 'name' | 'type'>, value: Scalar): void {
    if (value !== null && !isOf(column.type, value))
      throw this.fault(column, `takes ${column.type} values, got a ${typeof value}`)
  }

  /** @throws Error when a row has another column, lacks one that is always there, or a value is of another type */
  requireColumns(columns: Row['columns']): void {
    let given = 0
    for (const column of this.columns) {
      const value = columns[column.name]
      if (value !== undefined) given++
      if (value !== undefined && value !== null) this.#requireValue(column, value)
      else if (column.always) throw this.fault(column, 'has a value in every row')
    }
    if (given === Object.keys(columns).length) return
    for (const [name, value] of Object.entries(columns)) if (value !== undefined) this.column(name)
  }

  #requireValue(column: ShapedColumn, value: NonNullable<Scalar> | string[]): void {
    if (isListType(column.type)) {
      const isList = Array.isArray(value) && value.every((id) => typeof id === 'string')
      if (!isList) throw this.fault(column, 'takes lists of ids')
    } else if (Array.isArray(value)) throw this.fault(column, `takes ${column.type} values, got a list`)
    else this.requireScalar(column, value)
  }

  #declared(name: string, type: ColumnType): ShapedColumn {
    const { spec } = this
    if (!columnName.test(name)) throw this.fault({ name }, 'is not camelCase')
    if (taken.includes(name)) throw this.fault({ name }, 'has the name of a part that every row has')
    const inIndex = spec.indexes.some((index) => index.includes(name))
    // Searched texts can be long notes: they are sorted by only where somebody asks for it.
    const ordered = !isListType(type) && (name !== spec.searches || inIndex)
    return { name, type, ordered, always: spec.always?.includes(name) ?? false }
  }

  #requireSpec(): void {
    const { spec } = this
    for (const name of spec.indexes.flat()) {
      const column = this.column(name)
      if (!column.ordered) throw this.fault(column, 'has an index of its own already; leave it out of the index lists')
    }
    this.#requireRestless()
    this.#requireSearch()
    for (const name of spec.words ?? []) {
      const column = this.column(name)
      if (column.type !== 'text' || !column.ordered) throw this.fault(column, 'is no text that is found by its words')
    }
    for (const name of spec.always ?? [])
      if (isListType(this.column(name).type)) throw this.fault({ name }, 'holds lists, which are always there')
  }

  #requireRestless(): void {
    const indexed = new Set(this.spec.indexes.flat())
    for (const name of this.spec.restless ?? [])
      if (!indexed.has(name)) throw this.fault(this.column(name), 'is restless and stands in no index')
  }

  #requireSearch(): void {
    const { spec } = this
    if (spec.searches && this.column(spec.searches).type !== 'text')
      throw this.fault(this.column(spec.searches), 'is searched and so has to be of type text')
    if (spec.searchesWithin && !['id', 'code'].includes(this.column(spec.searchesWithin).type))
      throw this.fault(this.column(spec.searchesWithin), 'narrows searches and so has to be an id or a code')
  }
}

export const isListType = (type: ColumnType): boolean => type === 'ids' || type === 'list'

/** Instants are in UTC, with milliseconds. */
function isInstantValue(value: Scalar): boolean {
  if (typeof value !== 'string') return false
  const ms = Date.parse(value)
  return !Number.isNaN(ms) && new Date(ms).toISOString() === value
}

function isOf(type: ColumnType, value: Scalar): boolean {
  switch (type) {
    case 'integer':
      return Number.isSafeInteger(value)
    case 'number':
      return Number.isFinite(value)
    case 'flag':
      return typeof value === 'boolean'
    case 'instant':
      return isInstantValue(value)
    default:
      return typeof value === 'string'
  }
}
