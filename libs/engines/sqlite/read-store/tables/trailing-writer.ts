/** Keeps a trailing index: adds an entry where a row is new or has changed, and as entries cease to hold sweeps a few of them. */
import type { StatementSync } from 'node:sqlite'
import type { SqlRow, SqlValue, StoreFile } from '../store-file.js'
import { entryColumns, entryHolds } from './indexes.js'
import { placeholder } from './row-values.js'
import type { SqlIndex, SqlTable } from './table.js'

/** Entries looked at for each that no longer holds, each with a look at its row: about one of these many stands there in vain. */
const sweptPerEntry = 2
/** So many lie on a few neighbouring pages. */
const stretch = 256

export class TrailingWriter {
  readonly #add: StatementSync
  /** The entries after one, each with whether it holds. */
  readonly #next: StatementSync
  readonly #first: StatementSync
  readonly #remove: StatementSync
  /** The last entry that was looked at; none at the beginning of a round. */
  #swept: SqlValue[] | undefined
  /** Entries that ceased to hold since. */
  #vain = 0

  constructor(file: StoreFile, table: SqlTable, index: SqlIndex) {
    const names = entryColumns(index)
    const key = names.slice(0, -1)
    const places = key.map(() => '?').join(', ')
    this.#add = file.prepare(
      `INSERT OR REPLACE INTO ${index.sql} VALUES (${index.columns.map(() => placeholder).join(', ')}, ?, ?)`,
    )
    const held = `EXISTS (SELECT 1 FROM ${table.sql} WHERE ${entryHolds(table, index)})`
    const entries = (where: string) =>
      `SELECT ${[...key, held].join(', ')} FROM ${index.sql} ${where} ORDER BY ${key.join(', ')} LIMIT ${stretch}`
    this.#first = file.prepare(entries(''))
    this.#next = file.prepare(entries(`WHERE (${key.join(', ')}) > (${places})`))
    this.#remove = file.prepare(`DELETE FROM ${index.sql} WHERE (${key.join(', ')}) = (${places})`)
  }

  /** The entry of a row as it is now, after those of the index's columns its key and its number. */
  add(entry: readonly SqlValue[]): void {
    this.#add.run(...entry)
  }

  /** The entry that a row had until now holds no longer; what is new leaves none. */
  leave(): void {
    if (++this.#vain * sweptPerEntry < stretch) return
    this.#vain = 0
    this.#sweep()
  }

  /** Goes on where it stopped; after the last entry it begins anew. */
  #sweep(): void {
    const found = (this.#swept ? this.#next.all(...this.#swept) : this.#first.all()) as unknown as SqlRow[]
    const entries = found.map((row) => ({ key: row.slice(0, -1) as SqlValue[], isHeld: row.at(-1) === 1 }))
    for (const { key, isHeld } of entries) if (!isHeld) this.#remove.run(...key)
    this.#swept = entries.length < stretch ? undefined : entries.at(-1)?.key
  }
}
