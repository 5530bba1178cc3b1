/**
 * The stream of one import: its checkpoints, and the state that follows from them. Appends state the
 * revision seen, so that of two processes which run the same import one stops.
 */
import { type JsonObject, metadataOf, refuse, type StoredEvent, stamped, utc, type Viewer } from '#kernel'
import type { ImportPorts } from './ports.js'

/** What became of rows; each row is counted once. */
export interface RowCounts {
  rows: number
  recorded: number
  changed: number
  unchanged: number
  refused: number
  setAside: number
  events: number
}

export const noRows: RowCounts = { rows: 0, recorded: 0, changed: 0, unchanged: 0, refused: 0, setAside: 0, events: 0 }

export type Course = 'none' | 'running' | 'completed' | 'undoing' | 'undone'

/** Where an import stands. */
export interface ImportState {
  course: Course
  source: string
  /** Member who started it. */
  by: string
  /** Rows of its files. */
  total: number
  only?: string[]
  /** Reading of the files, and rows of it that are done. */
  reading: 1 | 2
  upTo: number
  counts: RowCounts
  /** Positions between which its facts lie; the later one grows while it runs. */
  from: number
  until: number
  /** Position of the last undo that was started. */
  undo: number
  startedAt: string
}

const initial: ImportState = {
  course: 'none',
  source: '',
  by: '',
  total: 0,
  reading: 1,
  upTo: 0,
  counts: noRows,
  from: 0,
  until: 0,
  undo: 0,
  startedAt: '',
}

type Step = (state: ImportState, event: StoredEvent) => ImportState

const steps: Readonly<Record<string, Step>> = {
  'import.started': (state, { data, metadata, position }) => ({
    ...state,
    course: 'running',
    source: data.source as string,
    by: metadata.actor,
    total: data.rows as number,
    only: data.only as string[] | undefined,
    from: position,
    startedAt: metadata.recordedAt,
  }),
  'import.chunk-done': (state, { data, position }) => ({
    ...state,
    reading: data.reading as 1 | 2,
    upTo: data.upTo as number,
    counts: addedRows(state.counts, data.counts as unknown as RowCounts),
    until: position,
  }),
  'import.completed': (state, { position }) => ({ ...state, course: 'completed', until: position }),
  'import.undo-started': (state, { position }) => ({
    ...state,
    course: 'undoing',
    until: state.undo > 0 ? state.until : position,
    undo: position,
  }),
  'import.undone': (state) => ({ ...state, course: 'undone' }),
}

export function addedRows(a: RowCounts, b: RowCounts): RowCounts {
  const names = Object.keys(noRows) as (keyof RowCounts)[]
  return Object.fromEntries(names.map((name) => [name, a[name] + b[name]])) as unknown as RowCounts
}

export interface ImportFact {
  type: string
  data: JsonObject
}

export class ImportStream {
  private revision: number
  state: ImportState

  private constructor(
    private readonly ports: ImportPorts,
    readonly id: string,
    events: readonly StoredEvent[],
  ) {
    this.revision = events.length - 1
    this.state = events.reduce((so, event) => steps[event.type]?.(so, event) ?? so, initial)
  }

  static async load(ports: ImportPorts, id: string): Promise<ImportStream> {
    return new ImportStream(ports, id, await ports.core.ports.log.readStream(`import-${id}`))
  }

  /**
   * Appends facts of this import, as done by the viewer.
   * @throws RevisionConflict when another process runs it too; DomainError when the viewer may not
   */
  async append(facts: readonly ImportFact[], viewer: Viewer): Promise<void> {
    const { ports } = this.ports.core
    const filed = { customers: [], contacts: [] }
    await ports.access.requireWrite(viewer, 'imports', filed)
    const now = utc(ports.clock())
    const commandId = ports.hash.uuid('import', this.id, String(this.revision + 1))
    const stream = `import-${this.id}`
    const events = await Promise.all(
      facts.map(async ({ type, data }, index) => {
        if (!ports.registry.catalogue.fits(type, data))
          throw new Error(`${type} was raised with a payload of another shape`)
        const stated = { occurredAt: now, occurredPrecision: 'instant' } as const
        const fingerprint = ports.hash.fingerprint(data)
        const caller = { viewer, commandId, importId: this.id }
        const metadata = metadataOf({ ports, caller, fingerprint, stated, filed, moments: [], now, type })
        const event = { id: ports.hash.uuid('event', commandId, String(index)), type, stream, data, metadata }
        return { ...event, data: await ports.sealer.seal(event) }
      }),
    )
    const expected = this.revision < 0 ? 'no-stream' : this.revision
    const { revision, positions } = await ports.log.append(
      stream,
      expected,
      stamped(
        events.map(({ id, type, data, metadata }) => ({ id, type, data, metadata })),
        ports.clock,
      ),
    )
    for (const [index, event] of events.entries()) {
      const stored = { ...event, position: positions[index] ?? 0, revision: this.revision + 1 + index }
      this.state = steps[event.type]?.(this.state, stored) ?? this.state
    }
    this.revision = revision
  }

  /** @throws DomainError `not-found` unless the import stands at one of these */
  require(...courses: Course[]): void {
    if (!courses.includes(this.state.course)) refuse('not-found')
  }
}
