/**
 * Changes to the rows of one table, inside the transaction of whoever calls. An update touches only
 * the indexes whose columns changed: with keys in no order, every index entry moved is a page written.
 */
import type { StatementSync } from 'node:sqlite'
import type { Position, Row } from '#kernel'
import type { SqlRow, SqlValue, StoreFile } from '../store-file.js'
import { insertSql, insertValues, placeholder } from './row-values.js'
import { searchedTerms } from './searched-terms.js'
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

/** What takes something out of a side table, and puts it in. */
interface SideTable {
  gone: StatementSync
  come: StatementSync
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
  readonly #lists: ReadonlyMap<StoredColumn, SideTable>
  /** Of the texts that are searched. */
  readonly #words: SideTable | undefined
  readonly #prior: StatementSync
  readonly #insert: StatementSync
  /** By the watched columns that changed. */
  readonly #updates = new Map<string, Update>()
  /** Reused for every row: key, position, document, then the stored columns. */
  readonly #values: SqlValue[]
  /** Whether the row put last was new: then the next most often is, and is not looked for first. */
  #isNewOften = false

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
    this.#lists = new Map(table.lists.map((stored) => [stored, listOf(file, table.listSql(stored))]))
    this.#words = table.spec.searches ? wordsOf(file, table) : undefined
    const seen = ['"~row"', 'position', ...this.#watched.map(({ stored }) => readable(stored.sql))]
    this.#prior = file.prepare(`SELECT ${seen.join(', ')} FROM ${table.sql} WHERE key = ?`)
    this.#insert = file.prepare(`${insertSql(table)} ON CONFLICT DO NOTHING`)
    this.#values = new Array(fixed + table.stored.length).fill(null)
  }

  /** Applied only where the stored position is lower. */
  put(row: Row): void {
    if (this.#isNewOften && this.#insertNew(row)) return
    const prior = this.#find(row.key)
    this.#isNewOften = !prior
    if (!prior) this.#insertNew(row)
    else if (Number(prior[1]) < row.position) this.#update(row, prior)
  }

  /** Whether there was no row of its key. */
  #insertNew(row: Row): boolean {
    const { changes, lastInsertRowid } = this.#insert.run(...insertValues(this.table, row, this.#values))
    if (changes !== 0) this.#inserted(Number(lastInsertRowid))
    return changes !== 0
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

  #update(written: Row, prior: SqlRow): void {
    insertValues(this.table, written, this.#values)
    const row = Number(prior[0])
    const changed = this.#watched.filter(({ at }, seen) => prior[priorFixed + seen] !== this.#values[fixed + at])
    const { statement, places } = this.#updateOf(changed)
    statement.run(...places.map((place) => this.#values[place] as SqlValue), row)
    if (changed.length === 0) return
    this.#follow(row, prior)
    const isChanged = (place: number) => changed.some(({ at }) => fixed + at === place)
    for (const each of this.#trailing) {
      if (!each.places.some(isChanged)) continue
      this.#trail(each, row)
      each.writer.leave()
    }
  }

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
    for (const { writer } of this.#trailing) writer.leave()
  }

  /** Brings the side tables from the prior row to `#values`. */
  #follow(row: number, prior: SqlRow | undefined): void {
    this.#watched.forEach(({ at, stored }, seen) => {
      const before = prior?.[priorFixed + seen] ?? null
      const after = this.#values[fixed + at] ?? null
      if (before !== after && this.#lists.has(stored))
        this.#followList(row, stored, { before: listed(before), after: listed(after) })
    })
    if (this.#words) this.#followWords(row, prior)
  }

  #followList(row: number, stored: StoredColumn, { before, after }: { before: Set<string>; after: Set<string> }): void {
    const { gone, come } = this.#lists.get(stored) as SideTable
    for (const value of before) if (!after.has(value)) gone.run(value, row)
    for (const value of after) if (!before.has(value)) come.run(value, row)
  }

  /** The full-text table keeps terms alone: what goes is found by what it was. */
  #followWords(row: number, prior: SqlRow | undefined): void {
    const before = this.#searched.map(({ seen }) => prior?.[priorFixed + seen] ?? null)
    const after = this.#searched.map(({ at }) => this.#values[fixed + at] ?? null)
    if (before.every((value, at) => value === after[at])) return
    // Without a text there is nothing to find.
    if (before[0] !== null) this.#words?.gone.run(row, searchedTerms(String(before[0]), before[1]))
    if (after[0] !== null) this.#words?.come.run(row, searchedTerms(String(after[0]), after[1]))
  }
}

function listOf(file: StoreFile, sql: string): SideTable {
  return {
    gone: file.prepare(`DELETE FROM ${sql} WHERE value = ? AND row = ?`),
    come: file.prepare(`INSERT INTO ${sql} VALUES (?, ?)`),
  }
}

const wordsOf = (file: StoreFile, { searchSql: sql }: SqlTable): SideTable => ({
  gone: file.prepare(`INSERT INTO ${sql} (${sql}, rowid, terms) VALUES ('delete', ?, ?)`),
  come: file.prepare(`INSERT INTO ${sql} (rowid, terms) VALUES (?, ?)`),
})

function listed(json: SqlValue): Set<string> {
  return new Set<string>(typeof json === 'string' ? JSON.parse(json) : [])
}
