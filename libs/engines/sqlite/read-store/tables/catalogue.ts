/**
 * Which tables the file has and of what shape, and the SQL that makes and removes them. The shapes
 * are kept in the file, so that a reader in another thread needs no declarations.
 */
import { ReadStoreRefused, TableShape, type TableSpec } from '#kernel'
import { progressSchema } from '../progress.js'
import { resultCode, type SqlRow, type StoreFile } from '../store-file.js'
import { creationOf, fillingOf } from './indexes.js'
import { searchedTerms } from './searched-terms.js'
import { absent, affinity, quoted, SqlTable } from './table.js'

interface Entry {
  table: SqlTable
  shape: string
  /** False while it is being loaded in bulk. */
  ready: boolean
}

/** SQLITE_CONSTRAINT_UNIQUE and SQLITE_CONSTRAINT_PRIMARYKEY */
const keptTwice = [2067, 1555]

const schema = `
  CREATE TABLE IF NOT EXISTS "~tables" (name TEXT PRIMARY KEY, shape TEXT NOT NULL, ready INTEGER NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS "~settings" (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  ${progressSchema}`

export class TableCatalogue {
  readonly locale: string
  readonly #entries = new Map<string, Entry>()
  /** Version of the schema that was looked at last. */
  #seen: SqlRow[number] | undefined

  /** @throws ReadStoreRefused when the file was sorted for another locale */
  constructor(
    readonly file: StoreFile,
    options: { readOnly: boolean; locale: string | undefined },
  ) {
    if (!options.readOnly) {
      file.db.exec(schema)
      file.db.function(termsSql, { deterministic: true }, (text, narrowing) => searchedTerms(String(text), narrowing))
    }
    this.locale = this.#settleLocale(options)
    this.#load()
  }

  /** Makes the missing ones. @throws Error when one exists with another shape */
  declare(specs: readonly TableSpec[], unindexed: boolean): void {
    if (unindexed) this.file.startFilling()
    this.file.transaction(() => {
      for (const spec of specs) this.#declare(spec, unindexed)
    })
    this.#load()
  }

  /** Looks again where another connection has made or removed tables since. */
  refresh(): void {
    const [row] = this.file.all({ text: 'PRAGMA schema_version', values: [] })
    if (row?.[0] === this.#seen) return
    this.#seen = row?.[0]
    this.#load()
  }

  /** A table that can be read and written. @throws Error when there is none, or it is being loaded */
  ready(name: string): SqlTable {
    const entry = this.#entry(name)
    // Another thread's connection may have finished the load since this one looked.
    if (!entry.ready) this.#load()
    if (!this.#entry(name).ready) throw new Error(`table "${name}" is being loaded: call finishLoad first`)
    return entry.table
  }

  /** A table that rows are loaded into. @throws Error when there is none, or it is in use */
  loading(name: string): SqlTable {
    const entry = this.#entry(name)
    if (entry.ready) throw new Error(`table "${name}" is in use: bulkLoad takes tables declared as unindexed`)
    return entry.table
  }

  names(): string[] {
    this.#load()
    return [...this.#entries.keys()]
  }

  /** Whether it has just these, of these shapes, all of them to be read. */
  holds(specs: readonly TableSpec[]): boolean {
    this.#load()
    const isHeld = (spec: TableSpec) => {
      const entry = this.#entries.get(spec.name)
      return entry?.ready === true && entry.shape === new TableShape(spec).identity
    }
    return specs.length === this.#entries.size && specs.every(isHeld)
  }

  /** Builds the indexes and side tables of loaded tables, each in a transaction of its own. */
  finish(names: readonly string[]): void {
    for (const name of names) {
      const { table, ready } = this.#entry(name)
      if (ready) continue
      this.file.transaction(() => {
        this.#index(table)
        this.file.run('UPDATE "~tables" SET ready = 1 WHERE name = ?', name)
      })
    }
    this.#load()
    if ([...this.#entries.values()].every(({ ready }) => ready)) this.file.endFilling()
  }

  /**
   * Moves the rows to fresh pages, without those of the subjects; answers how many went. Deleting
   * them is not enough: secure_delete overwrites a deleted row, but not the copies that stay in the
   * unused part of pages when SQLite moves rows about. Dropped, the old pages are overwritten whole.
   */
  rewriteWithout(name: string, forgotten: readonly string[]): number {
    const { table, ready } = this.#entry(name)
    const lists = table.shape.forgottenBy().map((column) => table.column(column.name))
    return this.file.transaction(() => {
      const fresh = quoted(`${name}~fresh`)
      const before = this.#size(table.sql)
      this.file.db.exec(creation(table, fresh))
      const kept = lists.map(
        ({ sql }) =>
          `NOT EXISTS (SELECT 1 FROM json_each(${sql}) item WHERE item.value IN (SELECT value FROM json_each(?)))`,
      )
      const copy = `INSERT INTO ${fresh} SELECT * FROM ${table.sql} WHERE ${kept.join(' AND ')} ORDER BY "~row"`
      this.file.run(copy, ...lists.map(() => JSON.stringify(forgotten)))
      this.file.db.exec(`${removal(table)}; ALTER TABLE ${fresh} RENAME TO ${table.sql}`)
      if (ready) this.#index(table)
      return before - this.#size(table.sql)
    })
  }

  drop(names: readonly string[]): void {
    this.#load()
    const existing = names.filter((name) => this.#entries.has(name))
    this.file.transaction(() => {
      for (const name of existing) {
        this.file.db.exec(removal(this.#entry(name).table))
        this.file.run('DELETE FROM "~tables" WHERE name = ?', name)
      }
    })
    this.#load()
  }

  #declare(spec: TableSpec, unindexed: boolean): void {
    const existing = this.#entries.get(spec.name)
    const shape = new TableShape(spec).identity
    if (existing?.shape === shape) return
    if (existing) throw new Error(`table "${spec.name}" exists with another shape: give the new one another version`)
    // From the shape, as after a restart, so that the columns are always in one order.
    const table = new SqlTable(JSON.parse(shape), this.locale)
    this.file.db.exec(creation(table, table.sql))
    if (!unindexed) this.#index(table)
    this.file.run('INSERT INTO "~tables" VALUES (?, ?, ?)', spec.name, shape, unindexed ? 0 : 1)
  }

  #size(sql: string): number {
    return Number(this.file.all({ text: `SELECT count(*) FROM ${sql}`, values: [] })[0]?.[0])
  }

  #index(table: SqlTable): void {
    const key = `CREATE UNIQUE INDEX ${quoted(`${table.name}~key`)} ON ${table.sql} (key)`
    this.#once(table, () => this.file.db.exec(key))
    this.file.db.exec([...indexing(table), ...filling(table)].join(';'))
  }

  /** Does what finds a key that is there twice. */
  #once(table: SqlTable, work: () => void): void {
    try {
      work()
    } catch (error) {
      if (keptTwice.includes(resultCode(error)))
        throw new Error(`table "${table.name}" was loaded with the same key twice: drop it and load it again`)
      throw error
    }
  }

  #entry(name: string): Entry {
    if (!this.#entries.has(name)) this.#load()
    const entry = this.#entries.get(name)
    if (!entry) throw new Error(`there is no table "${name}": declare it first`)
    return entry
  }

  #load(): void {
    const rows: SqlRow[] = this.file.all({ text: 'SELECT name, shape, ready FROM "~tables" ORDER BY name', values: [] })
    const kept = new Map(this.#entries)
    this.#entries.clear()
    for (const row of rows) {
      const [name, shape, ready] = [String(row[0]), String(row[1]), row[2] === 1]
      const known = kept.get(name)
      // The same Table object stays, since writers are kept by it.
      const table = known?.shape === shape ? known.table : new SqlTable(JSON.parse(shape), this.locale)
      this.#entries.set(name, { table, shape, ready })
    }
  }

  #settleLocale({ readOnly, locale }: { readOnly: boolean; locale: string | undefined }): string {
    const [row] = this.file.all({ text: `SELECT value FROM "~settings" WHERE name = 'locale'`, values: [] })
    const kept = row && String(row[0])
    if (kept && locale && kept !== locale) {
      const reason = `is sorted for locale ${kept}, not ${locale}. Read models can be derived again: delete the file`
      throw new ReadStoreRefused(`${this.file.path} ${reason}.`)
    }
    const settled = kept ?? locale ?? 'en'
    if (!kept && !readOnly) this.file.run(`INSERT INTO "~settings" VALUES ('locale', ?)`, settled)
    return settled
  }
}

/** `searchedTerms` in SQL. */
const termsSql = 'kumppani_terms'

function creation(table: SqlTable, sql: string): string {
  const columns = table.stored.map(
    (stored) => `${stored.sql} ${affinity(stored.derived ? 'text' : stored.column.type)} NOT NULL`,
  )
  // SQLite walks over all that precedes a value in its row: the document, the longest of them, stands last.
  const all = ['"~row" INTEGER PRIMARY KEY', 'key TEXT NOT NULL', 'position INTEGER NOT NULL', ...columns, 'doc TEXT']
  return `CREATE TABLE ${sql} (${all.join(', ')})`
}

function removal(table: SqlTable): string {
  const trailing = table.indexes.filter(({ isTrailing }) => isTrailing)
  const lists = table.lists.map((list) => table.listSql(list))
  const all = [table.sql, table.searchSql, ...lists, ...trailing.map(({ sql }) => sql)]
  return all.map((sql) => `DROP TABLE IF EXISTS ${sql}`).join(';')
}

/** The indexes beside the key's and the side tables; a bulk load makes them last. */
function indexing(table: SqlTable): string[] {
  const list = (sql: string) =>
    `CREATE TABLE ${sql} (value TEXT NOT NULL, row INTEGER NOT NULL, PRIMARY KEY (value, row)) WITHOUT ROWID`
  return [
    ...table.indexes.map((index) => creationOf(table, index)),
    ...table.lists.map((stored) => list(table.listSql(stored))),
    ...(table.spec.searches ? [searching(table)] : []),
  ]
}

/**
 * The index of the terms of a searched text, which stand nowhere else; where in a text they are is not kept. What is deleted may stay in it until it is dropped
 * with the whole table, when somebody is forgotten: its own secure-delete goes through all that stands under each word.
 */
const searching = ({ searchSql }: SqlTable): string =>
  `CREATE VIRTUAL TABLE ${searchSql} USING fts5(terms, content = '', columnsize = 0, detail = none, tokenize = 'ascii')`

/** What the side tables of a loaded table hold. */
function filling(table: SqlTable): string[] {
  const list = (listSql: string, columnSql: string) =>
    `INSERT OR IGNORE INTO ${listSql} SELECT item.value, ${table.rowSql} FROM ${table.sql}, json_each(${columnSql}) item WHERE ${columnSql} <> ${absent} ORDER BY 1, 2`
  const trailing = table.indexes.filter(({ isTrailing }) => isTrailing)
  const lists = [
    ...table.lists.map((stored) => list(table.listSql(stored), `${table.sql}.${stored.sql}`)),
    ...trailing.map((index) => fillingOf(table, index)),
  ]
  if (!table.spec.searches) return lists
  const words = table.column(table.spec.searches).sql
  const values = table.searched.map(({ sql }) => sql)
  const terms = `${termsSql}(${values[0]}, ${values[1] ?? 'NULL'})`
  const search = `INSERT INTO ${table.searchSql} (rowid, terms) SELECT "~row", ${terms} FROM ${table.sql} WHERE ${words} <> ${absent}`
  return [...lists, search]
}
