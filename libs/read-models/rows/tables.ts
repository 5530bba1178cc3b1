/** The tables of the read models, one per view and those that the engine keeps for itself, and those of plaintext. */
import type { Registry, Row, StoreReads, TableSpec, View } from '#kernel'
import { MARKS, marksTable } from './marks.js'
import { PROCESSES, processesTable } from './processes.js'
import { REFERENCES, referencesTable } from './stored-references.js'

export const WRITINGS = 'writings-3'
export const PARKED = 'parked-1'

/** Column of the currencies that a row is valued in: of amounts that are worth what the rates say. */
export const VALUED_IN = 'valuedin'

/** Column of plaintext by which documents are alike, where their view says so. */
export const TRAITS = 'traits'

/** Table of a view's documents. */
export const tableOf = (view: View): string => `${view.name}-${view.version}`

/** Table of a view's opened fields. */
export const clearTableOf = (view: View): string => `${view.name}-clear-${view.version}`

/** What people wrote, opened, for the search, by the position of the first event; withdrawn when a person in it is erased. */
const writings: TableSpec = {
  name: WRITINGS,
  columns: { customer: 'id', at: 'instant', kind: 'code', unit: 'id', subjects: 'ids', keys: 'list', text: 'text' },
  always: ['customer', 'at', 'kind', 'text'],
  indexes: [],
  searches: 'text',
  searchesWithin: 'customer',
}

/** Partitions, or single views of them, that stopped because something could not be folded. */
const parked: TableSpec = {
  name: PARKED,
  columns: { partition: 'id', view: 'code', since: 'instant' },
  always: ['partition', 'view', 'since'],
  indexes: [['since']],
}

export const engineTables: readonly TableSpec[] = [parked, marksTable, processesTable, referencesTable]

const viewTable = (view: View): TableSpec => ({
  name: tableOf(view),
  columns: {
    partition: 'id',
    foldedat: 'instant',
    foldedposition: 'integer',
    ...view.columns,
    ...view.joins?.columns,
    ...(view.valued && { ...view.valued.columns, [VALUED_IN]: 'ids' as const }),
  },
  always: ['partition', 'foldedat', 'foldedposition'],
  // Keyed by its partition a row is found by its key: see `standingIn`.
  indexes: [
    ...(view.keyedBy === 'partition' ? [] : [['partition']]),
    ...view.indexes,
    ...(view.joins?.indexes ?? []),
    ...(view.valued?.indexes ?? []),
  ],
  restless: view.restless,
  words: [...view.words, ...(view.joins?.words ?? [])],
})

/**
 * Rows of a view's documents that stand of partitions: where each has one under its own key, found by that, so that no
 * index is kept for it.
 * @param partitions ids of customers or contacts
 */
export async function* standingIn(
  view: View,
  partitions: readonly string[],
  store: Pick<StoreReads, 'getMany' | 'scan'>,
): AsyncGenerator<Row[]> {
  if (partitions.length === 0) return
  const table = tableOf(view)
  if (view.keyedBy === 'partition') yield (await store.getMany([{ table, keys: partitions }]))[0] ?? []
  else yield* store.scan(table, { where: { column: 'partition', in: [...partitions] } })
}

/** One row per document that holds any of the view's `clear` fields, or is like others: those, all its columns, and whose they are. */
const clearTable = (view: View): TableSpec => ({
  name: clearTableOf(view),
  columns: {
    ...view.columns,
    ...Object.fromEntries(view.clear.map((field) => [field, 'text' as const])),
    words: 'text',
    subjects: 'ids',
    keys: 'list',
    ...(view.likeness && { [TRAITS]: 'ids' as const }),
  },
  indexes: view.clear.map((field) => [field]),
  searches: 'words',
})

const keptViews = (registry: Registry): View[] => [...registry.views.values()].filter(({ kept }) => kept)

export const tablesOf = (registry: Registry): TableSpec[] => [...engineTables, ...keptViews(registry).map(viewTable)]

/** The tables of plaintext, which stand in a store of their own. */
export const clearTablesOf = (registry: Registry): TableSpec[] => [
  writings,
  ...keptViews(registry)
    .filter(({ clear }) => clear.length > 0)
    .map(clearTable),
]

/** The tables that a share of a rebuild fills: all but what is parked, and what follows from the log as a whole. */
export const sharedTables = (registry: Registry): TableSpec[] =>
  tablesOf(registry).filter(({ name }) => ![PARKED, MARKS, PROCESSES, REFERENCES].includes(name))
