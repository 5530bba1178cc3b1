/**
 * The stream of one import: its checkpoints, and the state that follows from them. Appends state the
 * revision seen, so that of two processes which run the same import one stops.
 */

import { metadataOf, stamped } from '#commands'
import { type Json, type JsonObject, type Position, refuse, type StoredEvent, utc, type Viewer } from '#kernel'
import type { Said } from '../files/said.js'
import type { ImportPorts } from '../ports.js'

/** What became of rows; each row is counted once. */
export interface RowCounts {
  rows: number
  recorded: number
  changed: number
  unchanged: number
  /** Of which nothing was recorded, and something was refused. */
  refused: number
  setAside: number
  events: number
  /** Of those that were recorded or changed: rows of which a cell or a record was refused. */
  inPart: number
  /** Of all: rows whose record stands further down once more. */
  saidAgain: number
  /** Records of which the files say nothing any more. */
  vanished: number
}

export const noRows: RowCounts = {
  rows: 0,
  recorded: 0,
  changed: 0,
  unchanged: 0,
  refused: 0,
  setAside: 0,
  events: 0,
  inPart: 0,
  saidAgain: 0,
  vanished: 0,
}

export type Course = 'none' | 'running' | 'completed' | 'undoing' | 'undone'

/** Why an import or an undo cannot go on by itself; it is taken up again when it is asked for, and at the next start. */
export const stalls = ['starter-gone', 'not-allowed', 'files-gone', 'failed'] as const
export type Stall = (typeof stalls)[number]

/** Where an import stands. */
export interface ImportState {
  course: Course
  source: string
  /** Member who started it. */
  by: string
  /** Units that its starter imported for; all when absent, none but the catalogue when empty. */
  units?: string[]
  /** Rows of its files. */
  total: number
  only?: string[]
  /** What was asked for, by fingerprints. */
  said: Said
  /** Reading of the files, and rows of it that are done. */
  reading: 1 | 2
  upTo: number
  counts: RowCounts
  /** Positions between which its facts lie; the later one grows while it runs. */
  from: Position
  until: Position
  /** Position of the last undo that was started. */
  undo: Position
  /** The event that started it, who asked for it is its actor. */
  undoStarted?: StoredEvent
  /** Absent while it goes on. */
  stalled?: Stall
  startedAt: string
}

const initial: ImportState = {
  course: 'none',
  source: '',
  by: '',
  total: 0,
  said: { mapping: '', files: [] },
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
    said: { mapping: data.mapping, files: data.files, only: data.only } as unknown as Said,
    units: data.units as string[] | undefined,
    from: position,
    startedAt: metadata.recordedAt,
  }),
  'import.chunk-done': (state, { data, position }) => ({
    ...state,
    reading: data.reading as 1 | 2,
    upTo: data.upTo as number,
    counts: addedRows(state.counts, data.counts as unknown as RowCounts),
    until: position,
    stalled: undefined,
  }),
  'import.records-vanished': (state, { data, position }) => ({
    ...state,
    counts: addedRows(state.counts, { events: data.events as number, vanished: (data.records as Json[]).length }),
    until: position,
    stalled: undefined,
  }),
  'import.stalled': (state, { data }) => ({ ...state, stalled: data.reason as Stall }),
  'import.completed': (state, { position }) => ({ ...state, course: 'completed', until: position, stalled: undefined }),
  'import.undo-started': (state, event) => ({
    ...state,
    course: 'undoing',
    until: state.undo > 0 ? state.until : event.position,
    undo: event.position,
    undoStarted: event,
    stalled: undefined,
  }),
  'import.undo-chunk-done': (state) => ({ ...state, stalled: undefined }),
  'import.undone': (state) => ({ ...state, course: 'undone', stalled: undefined }),
}

export function addedRows(a: Partial<RowCounts>, b: Partial<RowCounts>): RowCounts {
  const names = Object.keys(noRows) as (keyof RowCounts)[]
  return Object.fromEntries(names.map((name) => [name, (a[name] ?? 0) + (b[name] ?? 0)])) as unknown as RowCounts
}

const stateOf = (state: ImportState, event: StoredEvent): ImportState => steps[event.type]?.(state, event) ?? state

const pageSize = 1000

/** Where each import stands, by id and in the order in which they were started. */
export async function statesOf({ core: { ports } }: ImportPorts): Promise<Map<string, ImportState>> {
  const states = new Map<string, ImportState>()
  for (let after: Position = 0; ; ) {
    const page = await ports.log.readAll({ after, limit: pageSize, prefixes: ['import-'] })
    for (const event of page) {
      const id = event.stream.slice('import-'.length)
      states.set(id, stateOf(states.get(id) ?? initial, event))
    }
    if (page.length < pageSize) return states
    after = page.at(-1)?.position ?? after
  }
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
    this.state = events.reduce(stateOf, initial)
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
    // Only the same facts are a repeat; others at the same revision are a conflict.
    const said = ports.hash.fingerprint({ facts: facts.map(({ type, data }) => ({ type, data })) })
    const commandId = ports.hash.uuid('import', this.id, String(this.revision + 1), said)
    const stream = `import-${this.id}`
    const events = facts.map(({ type, data }) => {
      if (!ports.registry.catalogue.fits(type, data))
        throw new Error(`${type} was raised with a payload of another shape`)
      const stated = { occurredAt: now, occurredPrecision: 'instant' } as const
      const fingerprint = ports.hash.fingerprint(data)
      const caller = { viewer, commandId, importId: this.id }
      const metadata = metadataOf({ ports, caller, fingerprint, stated, filed, moments: [], now, type })
      return { id: ports.hash.freshId(), type, stream, data, metadata }
    })
    const sealed = await ports.sealer.sealAll(events)
    const expected = this.revision < 0 ? 'no-stream' : this.revision
    const { revision, position } = await ports.log.append(
      stream,
      expected,
      stamped(
        events.map(({ id, type, metadata }, at) => ({ id, type, data: sealed[at] as JsonObject, metadata })),
        ports.clock,
      ),
    )
    // What was appended in one piece has nothing between it: each of them may stand where the last does.
    for (const [index, event] of events.entries()) {
      const stored = { ...event, position, revision: this.revision + 1 + index }
      this.state = stateOf(this.state, stored)
    }
    this.revision = revision
  }

  /** @throws DomainError `not-found` unless the import stands at one of these */
  require(...courses: Course[]): void {
    if (!courses.includes(this.state.course)) refuse('not-found')
  }
}
