/** The tables of filings: narrow rows of integers, and the names that they stand for. */
export const filingsSchema = `
  CREATE TABLE IF NOT EXISTS "~partitions" (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
  CREATE TABLE IF NOT EXISTS "~codes" (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
  CREATE TABLE IF NOT EXISTS "~filings" (
    partition INTEGER NOT NULL, at INTEGER NOT NULL, first INTEGER NOT NULL, position INTEGER NOT NULL,
    until INTEGER, event INTEGER NOT NULL, type INTEGER NOT NULL, unit INTEGER, function INTEGER, actor INTEGER NOT NULL,
    shown INTEGER NOT NULL, PRIMARY KEY (partition, at, first, position)
  ) WITHOUT ROWID`

export const loading = `
  CREATE TABLE IF NOT EXISTS "~filings~loading" (
    partition INTEGER, at INTEGER, first INTEGER, position INTEGER, until INTEGER, event INTEGER, type INTEGER,
    unit INTEGER, function INTEGER, actor INTEGER, shown INTEGER
  )`

export const columns = 'partition, at, first, position, until, event, type, unit, function, actor, shown'
/** As many as columns. */
export const places = columns.replaceAll(/\w+/g, '?')

/** So many digits of an id tell a partition's events apart well enough to look at few in the log. */
const idDigits = 12

/** What stands for an event's id in a filing. */
export function shortOf(event: string): number {
  const short = Number.parseInt(event.replaceAll('-', '').slice(0, idDigits), 16)
  return Number.isNaN(short) ? -1 : short
}
