/**
 * Turns stream prefixes into a query that reads only what matches: few streams through the index
 * by stream, many through the index by category, merged in recorded order by SQLite.
 */
import type { DatabaseSync, StatementSync } from 'node:sqlite'
import { categoryOf } from './category.js'

/** A select over events `e` and streams `s`: its condition, beyond the bounds of position, and that condition's values. */
export interface Selection {
  condition: string
  values: (string | number)[]
}

/** Up to so many streams of one prefix are read stream by stream. */
const fewStreams = 100

export class Prefixes {
  readonly #categories: StatementSync
  readonly #streams: StatementSync

  constructor(db: DatabaseSync) {
    this.#categories = db.prepare('SELECT id, name FROM categories')
    this.#streams = db.prepare(`SELECT id FROM streams WHERE name >= ? AND name < ? LIMIT ${fewStreams + 1}`)
  }

  /** Selections that together match every stream once; none when no stream matches, undefined when all do. */
  selections(prefixes: readonly string[] | undefined): Selection[] | undefined {
    if (prefixes === undefined || prefixes.includes('')) return undefined
    const rows = this.#categories.all()
    const categories = new Map(rows.map(({ id, name }) => [String(name), Number(id)]))
    const few: number[] = []
    const selections: Selection[] = []
    for (const prefix of withoutOverlap(prefixes)) {
      const narrow = isWholeCategory(prefix) ? undefined : this.#fewStreams(prefix)
      if (narrow) few.push(...narrow)
      else selections.push(...inCategories(prefix, categories))
    }
    if (few.length > 0) {
      selections.push({ condition: 'e.stream_id IN (SELECT value FROM json_each(?))', values: [JSON.stringify(few)] })
    }
    return selections
  }

  #fewStreams(prefix: string): number[] | undefined {
    const rows = this.#streams.all(prefix, after(prefix))
    return rows.length > fewStreams ? undefined : rows.map(({ id }) => Number(id))
  }
}

function withoutOverlap(prefixes: readonly string[]): string[] {
  const kept: string[] = []
  for (const prefix of [...prefixes].sort()) {
    if (!kept.some((shorter) => prefix.startsWith(shorter))) kept.push(prefix)
  }
  return kept
}

function isWholeCategory(prefix: string): boolean {
  return prefix.indexOf('-') === prefix.length - 1
}

function inCategories(prefix: string, categories: ReadonlyMap<string, number>): Selection[] {
  if (!prefix.includes('-')) {
    const matching = [...categories].filter(([name]) => name.startsWith(prefix))
    return matching.map(([, id]) => ({ condition: 'e.category_id = ?', values: [id] }))
  }
  const id = categories.get(categoryOf(prefix))
  if (id === undefined) return []
  return [{ condition: 'e.category_id = ? AND s.name >= ? AND s.name < ?', values: [id, prefix, after(prefix)] }]
}

/** The first name behind all that begin with the prefix. */
function after(prefix: string): string {
  return `${prefix}\u{10ffff}`
}
