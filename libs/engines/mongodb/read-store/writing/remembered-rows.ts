/**
 * Rows as this store has read or written them last, while nobody else may write: they need not be read again, and a
 * write need not look what it changes, since it is done only where they stand so. The longest unused make room.
 */
import { LRUCache } from 'lru-cache'
import type { StoredRow } from '../tables/stored-rows.js'

/** As it is read. */
export type RememberedRow = Pick<StoredRow, '_id' | 'position' | 'doc' | 'columns'>

interface Remembered {
  /** Null where none stands. */
  row: RememberedRow | null
}

/** In characters. */
const mostSize = 16_000_000
/** Of a row beside its document, about. */
const besideDocument = 500

export class RememberedRows {
  private readonly rows = new LRUCache<string, Remembered>({ maxSize: mostSize })
  private begun = false
  private changes = 0

  /** From here on nobody else writes. */
  begin(): void {
    this.forget()
    this.begun = true
  }

  /** Undefined where it is not known; null where it is known that none stands. */
  row(table: string, key: string): RememberedRow | null | undefined {
    return this.rows.get(placeOf(table, key))?.row
  }

  /** Taken before rows are read, by which it is told whether what was read still holds. */
  get moment(): number {
    return this.changes
  }

  /** Rows that were read from a moment on, those that were not found among them. */
  read(table: string, keys: Iterable<string>, { found, since }: { found: readonly RememberedRow[]; since: number }) {
    if (since !== this.changes) return
    const byKey = new Map(found.map((row) => [row._id, row]))
    for (const key of keys) this.keep(table, key, byKey.get(key) ?? null)
  }

  written(rows: Iterable<{ table: string; key: string; row: StoredRow | null }>): void {
    this.changes++
    for (const { table, key, row } of rows) this.keep(table, key, row)
  }

  forget(): void {
    this.changes++
    this.rows.clear()
  }

  private keep(table: string, key: string, row: RememberedRow | null): void {
    if (!this.begun) return
    const kept = row && { _id: row._id, position: row.position, doc: row.doc, columns: row.columns }
    this.rows.set(placeOf(table, key), { row: kept }, { size: besideDocument + (kept?.doc?.length ?? 0) })
  }
}

const placeOf = (table: string, key: string): string => `${table} ${key}`
