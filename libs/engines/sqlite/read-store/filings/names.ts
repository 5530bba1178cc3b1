/** Names that many rows share, kept once under small numbers. */
import type { SqlRow, StoreFile } from '../store-file.js'

/** Ids of names, kept at hand; names are never removed. */
export class FilingNames {
  readonly #ids = new Map<string, number>()
  readonly #names = new Map<number, string>()
  /** Not there when they were looked for last, nor made since: only this connection makes any. */
  readonly #missing = new Set<string>()

  constructor(
    private readonly file: StoreFile,
    private readonly table: '"~partitions"' | '"~codes"',
    /** How many are kept at hand. */
    private readonly most: number,
  ) {}

  /** The id of a name, made if there is none. */
  made(name: string): number {
    const known = this.#missing.delete(name) ? undefined : this.find(name)
    if (known !== undefined) return known
    const made = this.file.prepare(`INSERT INTO ${this.table} (name) VALUES (?)`).run(name)
    return this.#keep(name, Number(made.lastInsertRowid))
  }

  /** Those of the names that are not there. */
  missing(names: readonly string[]): Set<string> {
    this.#missing.clear()
    for (const name of names) if (this.find(name) === undefined) this.#missing.add(name)
    return new Set(this.#missing)
  }

  find(name: string): number | undefined {
    const known = this.#ids.get(name)
    if (known !== undefined) return known
    const [row] = this.file.all({ text: `SELECT id FROM ${this.table} WHERE name = ?`, values: [name] })
    return row && this.#keep(name, Number(row[0]))
  }

  nameOf(id: SqlRow[number] | undefined): string | undefined {
    if (id === null || id === undefined) return undefined
    const known = this.#names.get(Number(id))
    if (known !== undefined) return known
    const [row] = this.file.all({ text: `SELECT name FROM ${this.table} WHERE id = ?`, values: [id] })
    if (!row) return undefined
    this.#keep(String(row[0]), Number(id))
    return String(row[0])
  }

  /** What a transaction that failed had made is gone. */
  forget(): void {
    this.#ids.clear()
    this.#names.clear()
    this.#missing.clear()
  }

  #keep(name: string, id: number): number {
    if (this.#ids.size >= this.most) this.forget()
    this.#ids.set(name, id)
    this.#names.set(id, name)
    return id
  }
}
