/** What stands in the database before a transaction changes it, read by one question: by that it is told what to write, never by an error. */
import type { ClientSession, Db, Document } from 'mongodb'
import { lookUpBeside } from '../tables/together.js'
import { type Reached, reachedAt } from './checkpoints.js'

export interface StandingAsked {
  /** Names of claims, of checkpoints, of counters and of writers. */
  claims: readonly string[]
  checkpoints: readonly string[]
  counters: readonly string[]
  writers: readonly string[]
  /** Keys of rows, by their tables. */
  keys: ReadonlyMap<string, readonly string[]>
}

export interface Standing {
  /** Epochs by name. */
  claims: ReadonlyMap<string, number>
  checkpoints: ReadonlyMap<string, Reached>
  counters: ReadonlyMap<string, number>
  /** What each has written last. */
  writers: ReadonlyMap<string, number>
  /** Positions of rows by their keys, by their tables. */
  positions: ReadonlyMap<string, ReadonlyMap<string, number>>
}

export async function readStanding(
  of: { db: Db; session: ClientSession },
  { claims, checkpoints, counters, writers, keys }: StandingAsked,
): Promise<Standing> {
  const tables = [...keys]
  const wanted: LookedUp[] = [
    { from: '~claims', ids: claims, field: 'epoch' },
    { from: '~checkpoints', ids: checkpoints, field: 'position' },
    { from: '~checkpoints', ids: checkpoints, field: 'told' },
    { from: '~counters', ids: counters, field: 'last' },
    { from: '~writers', ids: writers, field: 'turn' },
    ...tables.map(([from, ids]): LookedUp => ({ from, ids, field: 'position' })),
  ]
  const asked = wanted.filter(({ ids }) => ids.length > 0)
  // Also where nothing is asked it is read: not every server takes many writes for the beginning of a transaction.
  const rowsOf = await lookUpBeside(
    of,
    asked.map(({ from, ids, field }) => ({ from, ids, stages: [{ $project: { [field]: 1 } }] })),
  )
  const found = wanted.map((each) => valuesIn(rowsOf[asked.indexOf(each)], each.field))
  const [epochs = none, positions = none, told = none, lasts = none, turns = none, ...rows] = found
  return {
    claims: epochs,
    checkpoints: new Map([...positions].map(([name, at]) => [name, reachedAt(at, told.get(name))])),
    counters: lasts,
    writers: turns,
    positions: new Map(tables.map(([table], at) => [table, rows[at] ?? none])),
  }
}

interface LookedUp {
  from: string
  ids: readonly string[]
  field: string
}

const none: ReadonlyMap<string, number> = new Map()
const valuesIn = (rows: readonly Document[] = [], field: string): Map<string, number> =>
  new Map(rows.map((row) => [row._id, Number(row[field])]))
