/**
 * A declared table as MongoDB holds it: a document for each row, with the values of its columns typed as the engine
 * orders them, and the row's own document as text, since what stands in it is its readers' affair.
 *
 * An absent value is stored as MaxKey, which is ordered after every other and is in no range. So nulls come last, and
 * no condition is ever unknown.
 */
import { MaxKey } from 'mongodb'
import {
  isListType,
  otherAlphabet,
  otherAlphabets,
  type Row,
  type Scalar,
  type ShapedColumn,
  sortKey,
  storedPosition,
  TableShape,
  type TableSpec,
  termsOf,
} from '#kernel'

export const absentValue = new MaxKey()

/** A value as it is kept and compared. */
export type StoredValue = string | number | boolean | MaxKey

export interface StoredRow {
  _id: string
  position: number
  doc: string | null
  columns: Record<string, StoredValue | string[]>
  /** Sort keys of texts. */
  keys: Record<string, string | MaxKey>
  /** Terms of texts that are found by their words. */
  words: Record<string, string[]>
}

export class MongoTable {
  readonly shape: TableShape

  /** @throws Error naming table and column when the spec cannot be followed */
  constructor(
    readonly spec: TableSpec,
    readonly locale: string,
  ) {
    this.shape = new TableShape(spec)
  }

  get name(): string {
    return this.spec.name
  }

  /** The field that a column is compared and sorted by. @throws Error when it has no order */
  ordered(name: string): { column: ShapedColumn; field: string } {
    const column = this.shape.ordered(name)
    return { column, field: column.type === 'text' ? `keys.${name}` : fieldOf(name) }
  }

  /** The field that a reader sorts by, and the alphabet of its keys where that is not the database's. */
  orderedFor(name: string, reader: string | undefined): { column: ShapedColumn; field: string; locale?: string } {
    const own = this.ordered(name)
    const locale = otherAlphabet(reader, this.locale)
    if (locale === undefined || !this.hasAlphabets(own.column)) return own
    return { ...own, field: fieldIn(own.field, locale), locale }
  }

  /** Whether lists are sorted by its texts, so that it has keys by the alphabets of all readers. */
  private hasAlphabets({ name, type }: ShapedColumn): boolean {
    return type === 'text' && this.spec.indexes.some((names) => names.includes(name))
  }

  /** Keys of the indexes: the declared ones, and one for each list that rows are found by. */
  indexKeys(): Record<string, 1>[] {
    const lists = this.shape.columns.filter(({ type }) => type === 'ids').map(({ name }) => fieldOf(name))
    const words = (this.spec.words ?? []).map((name) => `words.${name}`)
    const declared = this.spec.indexes.flatMap((names) => this.indexFields(names))
    const all = [...declared, ...[...lists, ...words].map((field) => [field])]
    return all.map((fields) => Object.fromEntries([...fields, '_id'].map((field) => [field, 1])))
  }

  /** One by each alphabet where texts stand in it. */
  private indexFields(names: readonly string[]): string[][] {
    const isOfTexts = names.some((name) => this.shape.column(name).type === 'text')
    const readers = isOfTexts ? [undefined, ...otherAlphabets(this.locale)] : [undefined]
    return readers.map((reader) => names.map((name) => this.orderedFor(name, reader).field))
  }

  /** @throws Error when the row does not fit the table */
  stored({ key, position, doc, columns }: Row): StoredRow {
    this.shape.requireColumns(columns)
    const row: StoredRow = {
      ...{ _id: key, position, doc: doc && JSON.stringify(doc) },
      ...{ columns: {}, keys: {}, words: {} },
    }
    for (const { name, type, ordered, always } of this.shape.columns) {
      const value = columns[name]
      row.columns[name] = isListType(type) ? ((value as string[]) ?? []) : storedScalar(type, (value as Scalar) ?? null)
      if (type === 'text' && ordered) this.keep(row.keys, { name, type, ordered, always }, value)
    }
    for (const name of this.spec.words ?? []) row.words[name] = termsOf(String(columns[name] ?? ''))
    return row
  }

  private keep(keys: StoredRow['keys'], column: ShapedColumn, value: Scalar | string[] | undefined): void {
    const keyIn = (locale: string) => (typeof value === 'string' ? sortKey(value, locale) : absentValue)
    keys[column.name] = keyIn(this.locale)
    if (!this.hasAlphabets(column)) return
    for (const locale of otherAlphabets(this.locale)) keys[fieldIn(column.name, locale)] = keyIn(locale)
  }

  /** @param columns that were read; all unless told */
  given({ _id, position, doc, columns: stored }: Omit<StoredRow, 'keys' | 'words'>, columns?: readonly string[]): Row {
    const found: Row['columns'] = {}
    for (const { name, type } of columns?.map((name) => this.shape.column(name)) ?? this.shape.columns) {
      const value = stored[name] as StoredRow['columns'][string]
      found[name] = Array.isArray(value) ? value : givenScalar(type, value)
    }
    return { key: _id, position: storedPosition(position), doc: doc === null ? null : JSON.parse(doc), columns: found }
  }

  /** What is read of rows that give these columns; all unless told. */
  reading(columns?: readonly string[]): Record<string, 0 | 1> {
    if (!columns) return { keys: 0, words: 0 }
    return Object.fromEntries([...['position', 'doc'], ...columns.map(fieldOf)].map((field) => [field, 1] as const))
  }
}

const fieldIn = (field: string, locale: string): string => `${field}~${locale}`

/** The field of a column's value. */
export const fieldOf = (column: string): string => `columns.${column}`

/** A value of a column's type as it is kept. */
export function storedScalar(type: ShapedColumn['type'], value: Scalar): StoredValue {
  if (value === null) return absentValue
  // As milliseconds, which reach as far as years do; some drivers' times do not.
  return type === 'instant' ? Date.parse(String(value)) : value
}

/** The value of a column as it was kept. */
export function givenScalar(type: ShapedColumn['type'], value: unknown): Scalar {
  if (value === null || value === undefined || isAbsent(value)) return null
  return type === 'instant' ? new Date(Number(value)).toISOString() : (value as Scalar)
}

const isAbsent = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && '_bsontype' in value && value._bsontype === 'MaxKey'
