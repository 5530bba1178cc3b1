/** Which imports there are, how far they came, and which were undone. */
import { addedRows, noRows, type Stall } from '#imports/index.js'
import { defineReference } from '#kernel'
import { importEvents, type RowCounts } from './import.events.js'

export interface ImportSummary {
  id: string
  source: string
  state: 'running' | 'stalled' | 'completed' | 'undoing' | 'undone'
  /** Why it is stalled, or its undo. */
  stalled?: Stall
  by: string
  startedAt: string
  /** Instant of its last step. */
  lastStepAt: string
  /** Rows of its files. */
  total: number
  counts: RowCounts
}

type Imports = ReadonlyMap<string, ImportSummary>

function stepped(imports: Imports, id: string, step: Partial<ImportSummary>): Imports {
  const known = imports.get(id)
  return known ? new Map(imports).set(id, { ...known, stalled: undefined, ...step }) : imports
}

export const importsReference = defineReference<Imports>()({
  name: 'imports',
  of: [importEvents],
  initial: new Map(),
  on: {
    'import.started': (imports, { entity, actor, at, data }) =>
      new Map(imports).set(entity, {
        id: entity,
        source: data.source,
        state: 'running',
        by: actor,
        startedAt: at,
        lastStepAt: at,
        total: data.rows,
        counts: noRows,
      }),
    'import.chunk-done': (imports, { entity, at, data }) => {
      const counts = addedRows(imports.get(entity)?.counts ?? noRows, data.counts)
      return stepped(imports, entity, { state: 'running', counts, lastStepAt: at })
    },
    'import.stalled': (imports, { entity, at, data }) =>
      stepped(imports, entity, { state: 'stalled', stalled: data.reason, lastStepAt: at }),
    'import.completed': (imports, { entity, at }) => stepped(imports, entity, { state: 'completed', lastStepAt: at }),
    'import.undo-started': (imports, { entity, at }) => stepped(imports, entity, { state: 'undoing', lastStepAt: at }),
    'import.undo-chunk-done': (imports, { entity, at }) =>
      stepped(imports, entity, { state: 'undoing', lastStepAt: at }),
    'import.undone': (imports, { entity, at }) => stepped(imports, entity, { state: 'undone', lastStepAt: at }),
  },
})
