/** Which imports there are, what became of the rows of one, and what its undo brought back. */
import { type Stall, sharesImport, stalls } from '#imports'
import {
  Choice,
  Code,
  CodeOf,
  Codes,
  defineQuery,
  type Guarded,
  holds,
  Id,
  Instant,
  Integer,
  isSystem,
  type JsonObject,
  type KeyedRow,
  Label,
  LabelOf,
  ListAnswer,
  ListOf,
  ListQuery,
  type ListShape,
  Nested,
  Optional,
  Personal,
  type QueryContext,
  refuse,
  type StoredEvent,
  Title,
} from '#kernel'
import { inTurn, rowsAsked } from '../pages/shown/lists/asked-list.js'
import { NamedCustomer, NamedMember, Names } from '../pages/shown/names.js'
import { RecordNames } from '../pages/shown/records/record-named.js'
import { type FactKept, type FactUndone, RecordedCounts, RecordVanished, RowLeft } from './import.events.js'
import { type ImportSummary, importsReference } from './imports.reference.js'
import { KeptShown, ShownUndo, UndoneShown } from './undo-shown.js'
import { importStates, leftLists } from './words/imports.words.js'

class ImportLine {
  @Id('import') id!: string
  @Label({ max: 80 }) source!: string
  @Choice(importStates) state!: (typeof importStates)[number]
  /** Why it, or its undo, cannot go on by itself. */
  @Optional() @Choice(stalls) stalled?: Stall
  /** Who started it. */
  @Nested(NamedMember) by!: NamedMember
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
  @ListOf(ImportLine, { max: 200 }) rows!: ImportLine[]
}

/** Chunks of an import's stream stand for pages: each holds what it was told in one step. */
class ChunkQuery {
  /** As answered by the page before. */
  @Optional() @Code() cursor?: string
}

/** What is wrong first, or the rule that set a row aside, has a word where it is ours. */
class RowShown extends RowLeft {
  @LabelOf('row-left', { max: 120 }) override why!: string
}

/** A record that has vanished, by name. */
class VanishedShown extends RecordVanished {
  @CodeOf('import-target') override target!: string
  @Optional() @CodeOf('row-left') override why?: string
  @Optional() @Title() name?: Guarded<string>
  /** Whose it is. */
  @Optional() @Nested(NamedCustomer) customer?: NamedCustomer
}

/** Rows that were left for one reason, on all pages. */
class ReasonLeft {
  @Choice(leftLists) list!: (typeof leftLists)[number]
  /** Name of the rule that set them aside, or code of what is wrong first: of the rule of the business where one stands against it. */
  @LabelOf('row-left', { max: 120 }) why!: string
  @Integer({ min: 1, max: 1_000_000_000 }) rows!: number
  /** Where the first of them stands. */
  @Personal({ subject: 'import' }) @Label() file!: Guarded<string>
  @Integer({ min: 0, max: 100_000_000 }) line!: number
}

class ImportRows extends ImportLine {
  /** Why rows were left, the most frequent first. */
  @ListOf(ReasonLeft, { max: 1000 }) reasons!: ReasonLeft[]
  @ListOf(RowShown, { max: 10_000 }) setAside!: RowShown[]
  @ListOf(RowShown, { max: 10_000 }) refused!: RowShown[]
  /** Whose record stands further down in the file once more. */
  @ListOf(RowShown, { max: 10_000 }) warned!: RowShown[]
  /** Records of which the files say nothing any more. */
  @ListOf(VanishedShown, { max: 10_000 }) vanished!: VanishedShown[]
  /** Absent on the last page. */
  @Optional() @Code() next?: string
}

class UndoLists {
  @ListOf(UndoneShown, { max: 10_000 }) retracted!: UndoneShown[]
  @ListOf(UndoneShown, { max: 10_000 }) restored!: UndoneShown[]
  /** As the last undo left them. */
  @ListOf(KeptShown, { max: 10_000 }) kept!: KeptShown[]
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
  ...types: readonly string[]
): Promise<{ chunks: StoredEvent[]; next?: string; events: readonly StoredEvent[] }> {
  const after = Number(asking.query.cursor ?? -1)
  const events = await asking.journals.stream(`import-${importAsked(asking).id}`)
  const chunks = events.filter((event) => types.includes(event.type) && event.revision > after)
  const shown = chunks.slice(0, chunksPerPage)
  return { chunks: shown, next: chunks.length > shown.length ? String(shown.at(-1)?.revision) : undefined, events }
}

const listed = <T>(chunks: readonly StoredEvent[], list: string): T[] =>
  chunks.flatMap(({ data }) => ((data as JsonObject)[list] ?? []) as unknown as T[])

function reasonsIn(events: readonly StoredEvent[]): ReasonLeft[] {
  const left = events.filter(({ type }) => type === 'import.rows-left')
  const found = new Map<string, ReasonLeft>()
  for (const list of leftLists) {
    for (const { why, file, line, further } of listed<RowLeft>(left, list)) {
      const known = found.get(`${list} ${why}`)
      if (known && !further) known.rows++
      else if (!known) found.set(`${list} ${why}`, { list, why, rows: 1, file, line })
    }
  }
  return [...found.values()].sort((a, b) => b.rows - a.rows).slice(0, mostReasons)
}

const mostReasons = 1000

async function named(records: readonly RecordVanished[], asking: QueryContext): Promise<VanishedShown[]> {
  const names = new RecordNames(asking, new Names(asking))
  return Promise.all(records.map(async (record) => ({ ...record, ...(await names.of(record.stream)) })))
}

const shape: ListShape<QueryContext> = {
  fields: {
    source: { type: 'code' },
    state: { type: 'code', choices: importStates },
    by: { type: 'id' },
    startedAt: { type: 'instant' },
    total: { type: 'integer' },
  },
  sorts: { startedAt: 'startedAt', lastStepAt: 'lastStepAt', source: 'source', state: 'state', total: 'total' },
  usual: '-startedAt',
}

const lineOf = (summary: ImportSummary, names: Names): ImportLine => ({ ...summary, by: names.member(summary.by) })

export const importsPage = defineQuery<ListQuery, ImportList>({
  name: 'imports',
  about: 'Which imports there are, and how far each has come.',
  route: '/imports',
  query: ListQuery,
  answer: ImportList,
  lists: [shape],
  async read(asking) {
    const all = [...asking.references.get(importsReference).values()].filter((one) => mayRead(asking, one))
    if (all.length === 0 && !readsSome(asking)) refuse('not-allowed')
    const names = new Names(asking)
    const rows = all.map(
      (one, turn): KeyedRow<ImportLine> => ({ key: inTurn(turn), columns: one, row: lineOf(one, names) }),
    )
    return asking.open(rowsAsked(rows, asking, shape))
  },
})

export const importPage = defineQuery<ChunkQuery, ImportRows>({
  name: 'import',
  about: 'What became of the rows of an import: counts, and which rows were set aside or refused.',
  route: '/imports/:id',
  query: ChunkQuery,
  answer: ImportRows,
  async read(asking) {
    const { chunks, next, events } = await chunksOf(asking, 'import.rows-left', 'import.records-vanished')
    return asking.open({
      ...lineOf(importAsked(asking), new Names(asking)),
      reasons: reasonsIn(events),
      setAside: listed<RowLeft>(chunks, 'setAside'),
      refused: listed<RowLeft>(chunks, 'refused'),
      warned: listed<RowLeft>(chunks, 'warned'),
      vanished: await named(listed<RecordVanished>(chunks, 'records'), asking),
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
    const { chunks, next, events } = await chunksOf(asking, 'import.undo-chunk-done')
    // What one undo kept, the next has looked at again.
    const begun = events.findLast(({ type }) => type === 'import.undo-started')?.revision ?? 0
    const last = chunks.filter(({ revision }) => revision > begun)
    const shown = new ShownUndo(asking)
    const undone = (list: string) => Promise.all(listed<FactUndone>(chunks, list).map((fact) => shown.undone(fact)))
    return asking.open({
      retracted: await undone('retracted'),
      restored: await undone('restored'),
      kept: await Promise.all(listed<FactKept>(last, 'kept').map((fact) => shown.kept(fact))),
      next,
    })
  },
})
