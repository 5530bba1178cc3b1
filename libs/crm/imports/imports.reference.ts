/** Which imports there are, how far they came, and which were undone. */
import { addedRows, noRows, type Stall } from '#imports'
import { type AnyFact, defineReference } from '#kernel'
import { importEvents, type RecordedCounts } from './import.events.js'

export interface ImportSummary {
  id: string
  source: string
  state: 'running' | 'stalled' | 'completed' | 'undoing' | 'undone'
  /** Why it is stalled, or its undo. */
  stalled?: Stall
  by: string
  startedAt: string
  /** Instant of its last step, and that step's position. */
  lastStepAt: string
  position: string
  /** Rows of its files. */
  total: number
  counts: RecordedCounts
}

type Imports = ReadonlyMap<string, ImportSummary>

const place = ({ at, position }: AnyFact) => ({ lastStepAt: at, position: String(position) })

function stepped(imports: Imports, fact: AnyFact, step: Partial<ImportSummary>): Imports {
  const known = imports.get(fact.entity)
  return known ? new Map(imports).set(known.id, { ...known, stalled: undefined, ...place(fact), ...step }) : imports
}

export const importsReference = defineReference<Imports>()({
  name: 'imports',
  of: [importEvents],
  initial: new Map(),
  on: {
    'import.started': (imports, fact) =>
      new Map(imports).set(fact.entity, {
        id: fact.entity,
        source: fact.data.source,
        state: 'running',
        by: fact.actor,
        startedAt: fact.at,
        ...place(fact),
        total: fact.data.rows,
        counts: noRows,
      }),
    'import.chunk-done': (imports, fact) => {
      const counts = addedRows(imports.get(fact.entity)?.counts ?? noRows, fact.data.counts)
      return stepped(imports, fact, { state: 'running', counts })
    },
    'import.records-vanished': (imports, fact) => {
      const { records, events } = fact.data
      const counts = addedRows(imports.get(fact.entity)?.counts ?? noRows, { events, vanished: records.length })
      return stepped(imports, fact, { state: 'running', counts })
    },
    'import.stalled': (imports, fact) => stepped(imports, fact, { state: 'stalled', stalled: fact.data.reason }),
    'import.completed': (imports, fact) => stepped(imports, fact, { state: 'completed' }),
    'import.undo-started': (imports, fact) => stepped(imports, fact, { state: 'undoing' }),
    'import.undo-chunk-done': (imports, fact) => stepped(imports, fact, { state: 'undoing' }),
    'import.undone': (imports, fact) => stepped(imports, fact, { state: 'undone' }),
  },
})
