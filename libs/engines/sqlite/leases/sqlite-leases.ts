/**
 * Leases of a single machine. The data folder is held by one program, so whoever held a lease before has ended: it
 * is always had. What is kept, in a small file, is the epoch, which must grow over starts.
 */
import { rmSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { type Lease, type Leases, type Position, type ReportedWork, storedPosition } from '#kernel'

const lockWaitMs = 5_000

// Where the file was removed, the clock is ahead of what it said: nothing was taken once a second for long.
const taking = `INSERT INTO leases VALUES (?, unixepoch())
  ON CONFLICT (name) DO UPDATE SET epoch = max(epoch + 1, unixepoch()) RETURNING epoch`
const releasing = 'UPDATE leases SET epoch = epoch + 1 WHERE name = ? AND epoch = ?'
const holding = 'SELECT 1 FROM leases WHERE name = ? AND epoch = ?'

const reporting = `INSERT INTO reported VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET reached = excluded.reached`
const schema = `
  CREATE TABLE IF NOT EXISTS leases (name TEXT PRIMARY KEY, epoch INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS reported (name TEXT PRIMARY KEY, reached INTEGER NOT NULL) STRICT, WITHOUT ROWID`

export class SqliteLeases implements Leases {
  readonly termMs = 60_000

  private constructor(private readonly database: DatabaseSync) {}

  /** Made anew where it is missing or damaged: nothing in it is needed. */
  static open(file: string): SqliteLeases {
    try {
      return new SqliteLeases(opened(file))
    } catch (error) {
      if (!isDamage(error)) throw error
      for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(`${file}${suffix}`, { force: true })
      return new SqliteLeases(opened(file))
    }
  }

  async take(name: string): Promise<Lease> {
    const row = this.database.prepare(taking).get(name)
    return { name, epoch: Number(row?.epoch) }
  }

  async renew({ name, epoch }: Lease): Promise<boolean> {
    return this.database.prepare(holding).get(name, epoch) !== undefined
  }

  async release({ name, epoch }: Lease): Promise<void> {
    this.database.prepare(releasing).run(name, epoch)
  }

  async report(lease: Lease, reached: Position): Promise<boolean> {
    if (!(await this.renew(lease))) return false
    this.database.prepare(reporting).run(lease.name, reached)
    return true
  }

  async reported(prefix: string): Promise<ReportedWork[]> {
    const rows = this.database.prepare('SELECT name, reached FROM reported').all()
    const all = rows.map(({ name, reached }) => ({ name: String(name), reached: storedPosition(reached) }))
    return all.filter(({ name }) => name.startsWith(prefix))
  }

  async retire(name: string): Promise<void> {
    this.database.prepare('DELETE FROM reported WHERE name = ?').run(name)
  }

  async close(): Promise<void> {
    if (this.database.isOpen) this.database.close()
  }
}

function opened(file: string): DatabaseSync {
  const database = new DatabaseSync(file, { timeout: lockWaitMs })
  try {
    database.exec(schema)
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

/** SQLite's codes of a malformed database, and of a file that is none. */
const isDamage = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'errcode' in error && [11, 26].includes(Number(error.errcode) & 0xff)
