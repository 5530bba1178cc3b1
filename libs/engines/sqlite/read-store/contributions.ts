/** Contributions of metrics in SQLite: one row per part, whose heads an index holds so that choosing parts reads none of them. */
import { type Contributions, type Part, type PartHead, storedPosition } from '#kernel'
import type { SqlRow, SqlValue, StoreFile } from './store-file.js'

const heads = ['metric', 'count', 'firstCause', 'lastCause', 'firstDay', 'lastDay'] as const

// What questions read precedes what they pass over, which then is not read from the disk.
const schema = `
  CREATE TABLE IF NOT EXISTS "~contributions" (id INTEGER PRIMARY KEY, metric TEXT, count INTEGER NOT NULL,
    firstCause INTEGER NOT NULL, lastCause INTEGER NOT NULL, firstDay TEXT NOT NULL, lastDay TEXT NOT NULL,
    columns BLOB NOT NULL, origins BLOB);
  CREATE INDEX IF NOT EXISTS "~contributions~heads" ON "~contributions" (${heads.join(', ')})`

const headsSql = `SELECT id, ${heads.join(', ')} FROM "~contributions" INDEXED BY "~contributions~heads"`
const appending = `INSERT INTO "~contributions" (${heads.join(', ')}, columns, origins) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`

export class SqliteContributions implements Contributions {
  constructor(
    private readonly file: StoreFile,
    { readOnly }: { readOnly: boolean },
  ) {
    if (!readOnly) file.db.exec(schema)
  }

  async heads(metric?: string): Promise<PartHead[]> {
    const values: SqlValue[] = metric === undefined ? [] : [metric]
    const where = metric === undefined ? '' : ' WHERE metric = ? OR metric IS NULL'
    return this.file.guard(() =>
      this.file
        .all({ text: headsSql + where, values })
        .map(headOf)
        .sort(byId),
    )
  }

  async read(ids: readonly number[], piece: 'columns' | 'origins'): Promise<(Uint8Array | null | undefined)[]> {
    const text = `SELECT ${piece} FROM "~contributions" WHERE id = ?`
    return this.file.guard(() =>
      ids.map((id) => this.file.all({ text, values: [id] })[0]?.[0] as Uint8Array | null | undefined),
    )
  }

  async replace(ids: readonly number[], by: readonly Part[]): Promise<void> {
    this.file.guard(() =>
      this.file.transaction(() => {
        // The new ones first, so that no id is given again.
        for (const part of by) this.append(part)
        for (const id of ids) this.#remove(id)
        if (by.length === 0) throw new Error('contributions are replaced by nothing')
      }),
    )
  }

  /** Inside the transaction of whoever calls. */
  append(part: Part): void {
    this.file.run(appending, ...heads.map((name) => part[name]), part.columns, part.origins)
  }

  #remove(id: number): void {
    const removed = this.file.run('DELETE FROM "~contributions" WHERE id = ?', id)
    if (removed === 0) throw new Error(`there is no part ${id} of contributions to replace`)
  }
}

const byId = (a: PartHead, b: PartHead): number => a.id - b.id

function headOf(row: SqlRow): PartHead {
  const [id, metric, count, firstCause, lastCause, firstDay, lastDay] = row
  return {
    id: Number(id),
    metric: metric === null ? null : String(metric),
    count: Number(count),
    firstCause: storedPosition(firstCause),
    lastCause: storedPosition(lastCause),
    firstDay: String(firstDay),
    lastDay: String(lastDay),
  }
}
