/** Which imports there are, what became of the rows of one, and what its undo brought back. */
import { type Stall, sharesImport, stalls } from '#imports'
import {
  Choice,
  Code,
  Codes,
  defineQuery,
  holds,
  Id,
  Instant,
  Integer,
  isSystem,
  type JsonObject,
  Label,
  ListAnswer,
  ListOf,
  Nested,
  NoQuery,
  Optional,
  type QueryContext,
  refuse,
  type StoredEvent,
  wholeList,
} from '#kernel'
import { FactKept, FactUndone, RecordedCounts, RowLeft } from './import.events.js'
import { type ImportSummary, importsReference } from './imports.reference.js'

const states = ['running', 'stalled', 'completed', 'undoing', 'undone'] as const

class ImportLine {
  @Id('import') id!: string
  @Label({ max: 80 }) source!: string
  @Choice(states) state!: (typeof states)[number]
  /** Why it, or its undo, cannot go on by itself. */
  @Optional() @Choice(stalls) stalled?: Stall
  /** Member who started it. */
  @Label() by!: string
  /** That its member imports for; left out where for all, empty where for the catalogue alone. */
  @Optional() @Codes({ max: 500 }) units?: string[]
  @Instant() startedAt!: string
  @Instant() lastStepAt!: string
  /** Of its last step: an answer from there on, asked for with `after`, shows all that it has recorded. */
  @Label({ max: 20 }) position!: string
  /** Rows of its files. */
  @Integer({ min: 0, max: 1_000_000_000 }) total!: number
  @Nested(RecordedCounts) counts!: RecordedCounts
}

class ImportList extends ListAnswer {
  /** The newest first. */
  @ListOf(ImportLine, { max: 10_000 }) rows!: ImportLine[]
}

/** Chunks of an import's stream stand for pages: each holds what it was told in one step. */
class ChunkQuery {
  /** As answered by the page before. */
  @Optional() @Code() cursor?: string
}

class ImportRows extends ImportLine {
  @ListOf(RowLeft, { max: 10_000 }) setAside!: RowLeft[]
  @ListOf(RowLeft, { max: 10_000 }) refused!: RowLeft[]
  /** Whose record stands further down in the file once more. */
  @ListOf(RowLeft, { max: 10_000 }) warned!: RowLeft[]
  /** Absent on the last page. */
  @Optional() @Code() next?: string
}

class UndoLists {
  @ListOf(FactUndone, { max: 10_000 }) retracted!: FactUndone[]
  @ListOf(FactUndone, { max: 10_000 }) restored!: FactUndone[]
  @ListOf(FactKept, { max: 10_000 }) kept!: FactKept[]
  @Optional() @Code() next?: string
}

/** Chunks on one page: at most some thousand lines. */
const chunksPerPage = 4

/** Whether any import of others may be seen. */
const readsSome = ({ viewer }: QueryContext): boolean =>
  isSystem(viewer) || holds(viewer, ['manager', 'steward', 'auditor', 'admin'])

/** Who may import for one of its units sees an import, and so do auditors; everybody sees their own. */
const mayRead = ({ viewer }: QueryContext, of: Pick<ImportSummary, 'by' | 'units'>): boolean =>
  holds(viewer, ['auditor']) || sharesImport(viewer, of)

function importAsked(asking: QueryContext): ImportSummary {
  const found = asking.references.get(importsReference).get(asking.params.id ?? '')
  return found && mayRead(asking, found) ? found : refuse('not-found')
}

async function chunksOf(
  asking: QueryContext<ChunkQuery>,
  type: string,
): Promise<{ chunks: StoredEvent[]; next?: string }> {
  const after = Number(asking.query.cursor ?? -1)
  const events = await asking.journals.stream(`import-${importAsked(asking).id}`)
  const chunks = events.filter((event) => event.type === type && event.revision > after)
  const shown = chunks.slice(0, chunksPerPage)
  return { chunks: shown, next: chunks.length > shown.length ? String(shown.at(-1)?.revision) : undefined }
}

const listed = <T>(chunks: readonly StoredEvent[], list: string): T[] =>
  chunks.flatMap(({ data }) => ((data as JsonObject)[list] ?? []) as unknown as T[])

export const importsPage = defineQuery<NoQuery, ImportList>({
  name: 'imports',
  about: 'Which imports there are, and how far each has come.',
  route: '/imports',
  query: NoQuery,
  answer: ImportList,
  async read(asking) {
    const all = [...asking.references.get(importsReference).values()].filter((one) => mayRead(asking, one))
    if (all.length === 0 && !readsSome(asking)) refuse('not-allowed')
    return wholeList(all.reverse())
  },
})

export const importPage = defineQuery<ChunkQuery, ImportRows>({
  name: 'import',
  about: 'What became of the rows of an import: counts, and which rows were set aside or refused.',
  route: '/imports/:id',
  query: ChunkQuery,
  answer: ImportRows,
  async read(asking) {
    const { chunks, next } = await chunksOf(asking, 'import.rows-left')
    return asking.open({
      ...importAsked(asking),
      setAside: listed<RowLeft>(chunks, 'setAside'),
      refused: listed<RowLeft>(chunks, 'refused'),
      warned: listed<RowLeft>(chunks, 'warned'),
      next,
    })
  },
})

export const importUndoPage = defineQuery<ChunkQuery, UndoLists>({
  name: 'import-undo',
  about: 'What the undo of an import retracted, restored and kept, and why.',
  route: '/imports/:id/undo',
  query: ChunkQuery,
  answer: UndoLists,
  async read(asking) {
    const { chunks, next } = await chunksOf(asking, 'import.undo-chunk-done')
    return {
      retracted: listed<FactUndone>(chunks, 'retracted'),
      restored: listed<FactUndone>(chunks, 'restored'),
      kept: listed<FactKept>(chunks, 'kept'),
      next,
    }
  },
})
