/** Checkpoints of a file of read models, and what was changed on the way: the last writes, each with what they touched. */
import {
  type Checkpoint,
  type FollowProgress,
  type Position,
  type ProgressStep,
  stepsAfter,
  storedPosition,
} from '#kernel'
import { type Arrivals, firstPollMs, lastPollMs } from '../../embedded/arrivals.js'
import type { StoreFile } from './store-file.js'

export const progressSchema = `
  CREATE TABLE IF NOT EXISTS "~checkpoints" (name TEXT PRIMARY KEY, position INTEGER NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS "~progress" (id INTEGER PRIMARY KEY, name TEXT NOT NULL, before INTEGER NOT NULL,
    position INTEGER NOT NULL, partitions TEXT NOT NULL)`

/** Writes that are kept, and how many more are let come before those are removed together. */
const kept = 1000
const removedTogether = 250
const readTogether = 500

const keeping = 'INSERT INTO "~checkpoints" VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET position = excluded.position'
const telling = 'INSERT INTO "~progress" (name, before, position, partitions) VALUES (?, ?, ?, ?)'
const following = `SELECT id, before, position, partitions FROM "~progress"
  WHERE id > ? AND name = ? AND position > ? ORDER BY id LIMIT ${readTogether}`

export class SqliteProgress {
  constructor(private readonly file: StoreFile) {}

  checkpoint(name: string): Position {
    const sql = { text: 'SELECT position FROM "~checkpoints" WHERE name = ?', values: [name] }
    return storedPosition(this.file.all(sql)[0]?.[0] ?? 0)
  }

  /** Inside the transaction of whoever calls. */
  keep({ name, position, partitions }: Checkpoint): void {
    const before = this.checkpoint(name)
    this.file.run(keeping, name, position)
    if (partitions === undefined) return
    const told = this.file.prepare(telling).run(name, before, position, JSON.stringify(partitions))
    const id = Number(told.lastInsertRowid)
    if (id % removedTogether === 0) this.file.run('DELETE FROM "~progress" WHERE id <= ?', id - kept)
  }

  /** @param polls whether to look again by oneself: another connection writes */
  async *follow(
    { name, after, signal }: FollowProgress,
    { arrivals, polls }: { arrivals: Arrivals; polls: boolean },
  ): AsyncGenerator<ProgressStep, void, undefined> {
    let place = { position: after, id: 0 }
    let pollMs = firstPollMs
    while (!signal.aborted && this.file.db.isOpen) {
      const { steps, id } = this.file.guard(() => this.stepsFrom(name, place))
      for (const step of steps) {
        yield step
        if (signal.aborted) return
      }
      place = { position: steps.at(-1)?.position ?? place.position, id }
      // Nothing was awaited since the file was read, so no announcement can have been missed.
      if (steps.length === 0) await arrivals.next(signal, polls ? pollMs : undefined)
      pollMs = steps.length > 0 ? firstPollMs : Math.min(2 * pollMs, lastPollMs)
    }
  }

  /** With the last write among them. */
  private stepsFrom(name: string, { position, id }: { position: Position; id: number }) {
    // Before the writes, which are then there for everything up to it.
    const last = this.checkpoint(name)
    // Once the place is one of a write, others that stayed there may follow it.
    const rows = this.file.all({ text: following, values: [id, name, id === 0 ? position : -1] })
    const writes = rows.map(([, before, to, partitions]) => ({
      before: storedPosition(before),
      position: storedPosition(to),
      partitions: JSON.parse(String(partitions)) as string[],
    }))
    const isAll = rows.length < readTogether
    const steps = stepsAfter(position, writes, isAll ? last : 0)
    return { steps, id: Number(rows.at(-1)?.[0] ?? id) }
  }
}
