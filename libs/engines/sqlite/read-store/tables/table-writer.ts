/**
 * Changes to the rows of one table, inside the transaction of whoever calls. An update touches only
 * the indexes whose columns changed: with keys in no order, every index entry moved is a page written.
 */
import type { StatementSync } from 'node:sqlite'
import type { Position, Row } from '#kernel'
import type { SqlRow, SqlValue, StoreFile } from '../store-file.js'
import { insertSql, insertValues, placeholder } from './row-values.js'
import { readable, type SqlTable, type StoredColumn } from './table.js'
import { TrailingWriter } from './trailing-writer.js'

/** Before the stored columns in `#values`: key, position, document. */
const fixed = 3
/** Before the watched columns in a prior row: row number, position. */
const priorFixed = 2

interface Update {
  statement: StatementSync
  /** Which of `#values` it binds, before the row number. */
  places: readonly number[]
}

/** A trailing index, and where its columns stand in `#values`. */
interface Trailing {
  writer: TrailingWriter
  places: readonly number[]
}

export class TableWriter {
  readonly #watched: readonly { at: number; stored: StoredColumn }[]
  /** Where the searched columns stand in `#values`, and in a prior row. */
  readonly #searched: readonly { at: number; seen: number }[]
  readonly #trailing: readonly Trailing[]
  readonly #prior: StatementSync
  readonly #insert: StatementSync
  /** By the watched columns that changed. */
  readonly #updates = new Map<string, Update>()
  /** Reused for every row: key, position, document, then the stored columns. */
  readonly #values: SqlValue[]

  constructor(
    readonly file: StoreFile,
    readonly table: SqlTable,
  ) {
    this.#watched = table.stored.map((stored, at) => ({ at, stored })).filter(({ stored }) => stored.watched)
    this.#searched = table.searched.map((column) => {
      const seen = this.#watched.findIndex(({ stored }) => stored.column === column && !stored.derived)
      return { at: this.#watched[seen]?.at ?? 0, seen }
    })
    const trailing = table.indexes.filter(({ isTrailing }) => isTrailing)
    this.#trailing = trailing.map((index) => ({
      writer: new TrailingWriter(file, table, index),
      places: index.columns.map(({ order }) => fixed + table.stored.findIndex(({ sql }) => sql === order)),
    }))
    const seen = ['"~row"', 'position', ...this.#watched.map(({ stored }) => readable(stored.sql))]
    this.#prior = file.prepare(`SELECT ${seen.join(', ')} FROM ${table.sql} WHERE key = ?`)
    this.#insert = file.prepare(insertSql(table))
    this.#values = new Array(fixed + table.stored.length).fill(null)
  }

  /** Applied only where the stored position is lower. */
  put(row: Row): void {
    const prior = this.#find(row.key)
    if (prior && Number(prior[1]) >= row.position) return
    insertValues(this.table, row, this.#values)
    if (prior) this.#update(prior)
    else this.#inserted(Number(this.#insert.run(...this.#values).lastInsertRowid))
  }

  /**
   * Applied only where the stored position is no higher. No tombstone is needed against a late `put`:
   * the checkpoint shares the transaction, so what came before the removal is never delivered again.
   */
  remove(key: string, position: Position): void {
    const prior = this.#find(key)
    if (prior && Number(prior[1]) <= position) this.#delete(key, prior)
  }

  #find(key: string): SqlRow | undefined {
    return this.#prior.get(key) as unknown as SqlRow | undefined
  }

  #inserted(row: number): void {
    this.#follow(row, undefined)
    for (const each of this.#trailing) this.#trail(each, row)
  }

  #update(prior: SqlRow): void {
    const row = Number(prior[0])
    const changed = this.#watched.filter(({ at }, seen) => prior[priorFixed + seen] !== this.#values[fixed + at])
    const { statement, places } = this.#updateOf(changed)
    statement.run(...places.map((place) => this.#values[place] as SqlValue), row)
    if (changed.length === 0) return
    this.#follow(row, prior)
    const isChanged = (place: number) => changed.some(({ at }) => fixed + at === place)
    for (const each of this.#trailing) if (each.places.some(isChanged)) this.#trail(each, row)
  }

  /** What a removed row leaves in trailing indexes is swept as all else there. */
  #trail({ writer, places }: Trailing, row: number): void {
    writer.add([...places.map((place) => this.#values[place] as SqlValue), this.#values[0] as SqlValue, row])
  }

  /** Sets what is in no index, and of the rest only what changed. */
  #updateOf(changed: readonly { at: number }[]): Update {
    const which = changed.map(({ at }) => at).join()
    const known = this.#updates.get(which)
    if (known) return known
    const set = this.table.stored
      .map((stored, at) => ({ stored, at }))
      .filter(({ stored, at }) => !stored.watched || changed.some((each) => each.at === at))
    const sets = ['position = ?', 'doc = ?', ...set.map(({ stored }) => `${stored.sql} = ${placeholder}`)]
    const text = `UPDATE ${this.table.sql} SET ${sets.join(', ')} WHERE "~row" = ?`
    const update = { statement: this.file.prepare(text), places: [1, 2, ...set.map(({ at }) => fixed + at)] }
    this.#updates.set(which, update)
    return update
  }

  #delete(key: string, prior: SqlRow): void {
    this.#values.fill(null)
    this.#values[0] = key
    this.file.run(`DELETE FROM ${this.table.sql} WHERE "~row" = ?`, Number(prior[0]))
    this.#follow(Number(prior[0]), prior)
  }

  /** Brings the side tables from the prior row to `#values`. */
  #follow(row: number, prior: SqlRow | undefined): void {
    this.#watched.forEach(({ at, stored }, seen) => {
      const before = prior?.[priorFixed + seen] ?? null
      const after = this.#values[fixed + at] ?? null
      if (before !== after && this.table.lists.includes(stored))
        this.#followList(row, stored, { before: listed(before), after: listed(after) })
    })
    if (this.table.spec.searches) this.#followWords(row, prior)
  }

  #followList(row: number, stored: StoredColumn, { before, after }: { before: Set<string>; after: Set<string> }): void {
    const sql = this.table.listSql(stored)
    for (const value of before)
      if (!after.has(value)) this.file.run(`DELETE FROM ${sql} WHERE value = ? AND row = ?`, value, row)
    for (const value of after) if (!before.has(value)) this.file.run(`INSERT INTO ${sql} VALUES (?, ?)`, value, row)
  }

  /** The full-text table keeps no text: what goes is found by what it was. */
  #followWords(row: number, prior: SqlRow | undefined): void {
    const before = this.#searched.map(({ seen }) => prior?.[priorFixed + seen] ?? null)
    const after = this.#searched.map(({ at }) => this.#values[fixed + at] ?? null)
    if (before.every((value, at) => value === after[at])) return
    const { searchSql: sql, searched } = this.table
    const columns = searched.map((column) => column.sql).join(', ')
    const places = searched.map(() => '?').join(', ')
    const gone = `INSERT INTO ${sql} (${sql}, rowid, ${columns}) VALUES ('delete', ?, ${places})`
    const come = `INSERT INTO ${sql} (rowid, ${columns}) VALUES (?, ${places})`
    // Without a text there is nothing to find.
    if (before[0] !== null) this.file.run(gone, row, ...before)
    if (after[0] !== null) this.file.run(come, row, ...after)
  }
}

function listed(json: SqlValue): Set<string> {
  return new Set<string>(typeof json === 'string' ? JSON.parse(json) : [])
}
