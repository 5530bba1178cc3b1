/**
 * Undoes an import: by corrections, so that what was known before the undo stays to be seen. What
 * others have built on is kept and listed. An undo that was stopped goes on when it is asked for again.
 */
import { type JsonObject, NamedRecords, type StoredEvent, type Viewer } from '#kernel'
import { compileTargets } from '../records/define-target.js'
import { ImportStream, statesOf } from '../run/course/import-stream.js'
import { requireShare } from '../run/course/rights.js'
import { tellingStalls } from '../run/course/stall.js'
import { wavesOf } from '../run/order/waves.js'
import { type ImportPorts, openedBy } from '../run/ports.js'
import { footprintOf } from './footprint.js'
import { UndoCorrections } from './undo-corrections.js'
import { FactUndoer } from './undo-fact.js'
import { type UndoLists, type UndoTold, undoListsOf } from './undo-lists.js'
import { type Planned, undoPlan } from './undo-plan.js'

export interface UndoRequest {
  importId: string
  viewer: Viewer
  /** Stands in every correction. */
  because: string
}

export interface UndoProgress {
  import: string
  /** Facts of the import, and how many of them are done with. */
  facts: number
  done: number
  /** Lines in each of the three lists so far. */
  retracted: number
  restored: number
  kept: number
  state: 'undoing' | 'undone'
}

const chunkFacts = 400

/** @throws DomainError `not-found`, also when the import is none that the viewer may see; `not-allowed` when it is not the viewer's to undo */
export async function requireUndo(
  { importId, viewer }: Omit<UndoRequest, 'because'>,
  ports: ImportPorts,
): Promise<void> {
  await undoable(importId, viewer, ports)
}

async function undoable(importId: string, viewer: Viewer, ports: ImportPorts): Promise<ImportStream> {
  const stream = await ImportStream.load(ports, importId)
  stream.require('running', 'completed', 'undoing', 'undone')
  requireShare(viewer, stream.state)
  await ports.core.ports.access.requireWrite(viewer, 'imports', { customers: [], contacts: [] })
  return stream
}

/**
 * Records that an undo has begun, unless one is going on: nothing more is recorded for the import but
 * by its undo. No chunk of the import may be under way.
 * @throws as `requireUndo`
 */
export async function beginUndo(request: UndoRequest, ports: ImportPorts): Promise<ImportStream> {
  const { importId, viewer, because } = request
  const stream = await undoable(importId, viewer, ports)
  const { course, stalled, undoStarted } = stream.state
  // Whoever asks for a stalled one may be able to do what the other could not.
  const takesOver = stalled !== undefined && undoStarted?.metadata.actor !== viewer.member
  if (course !== 'undoing' || takesOver) {
    await stream.append([{ type: 'import.undo-started', data: { because } }], viewer)
  }
  return stream
}

/**
 * Progress after every chunk; the last one says `undone`. The three lists stand in the import's own
 * stream, a part of them with each chunk. One that goes on does so for the reason given at its start.
 * @throws as `requireUndo`
 */
export async function* undoImport(request: UndoRequest, ports: ImportPorts): AsyncGenerator<UndoProgress> {
  const stream = await beginUndo(request, ports)
  yield* tellingStalls(stream.id, undone(stream, request.viewer, ports), ports)
}

async function* undone(stream: ImportStream, viewer: Viewer, ports: ImportPorts): AsyncGenerator<UndoProgress> {
  const { registry, log } = ports.core.ports
  const importId = stream.id
  const undoneFrom = new Map([...(await statesOf(ports))].map(([id, { until }]) => [id, until]))
  const references = new NamedRecords(registry.catalogue)
  const footprint = await footprintOf(importId, { from: stream.state.from, undoneFrom }, { log, references })
  const planned = undoPlan(footprint, compileTargets(ports.targets, registry).edits)
  const { undo, undoStarted } = stream.state
  const { because } = (await openedBy(ports, undoStarted as StoredEvent)).data
  const corrections = new UndoCorrections(ports, { importId, undoneFrom, undo, because: String(because), viewer })
  const undoer = new FactUndoer(corrections, references)
  const progress: UndoProgress = {
    import: importId,
    facts: planned.length,
    done: 0,
    retracted: 0,
    restored: 0,
    kept: 0,
    state: 'undoing',
  }
  const told = await toldBefore({ importId, undo }, ports)
  const left = planned.filter(({ fact }) => !told.has(fact.id))
  progress.done = planned.length - left.length
  for (let at = 0; at < left.length; at += chunkFacts) {
    const chunk = left.slice(at, at + chunkFacts)
    const lists = await undoChunk(chunk, undoer)
    await stream.append([{ type: 'import.undo-chunk-done', data: { ...lists } as unknown as JsonObject }], viewer)
    progress.done += chunk.length
    for (const name of ['retracted', 'restored', 'kept'] as const) progress[name] += lists[name].length
    yield { ...progress }
  }
  await stream.append([{ type: 'import.undone', data: {} }], viewer)
  yield { ...progress, state: 'undone' }
}

/** Facts that this undo has told of before it was stopped. */
async function toldBefore(
  { importId, undo }: { importId: string; undo: number },
  ports: ImportPorts,
): Promise<Set<string>> {
  const events = await ports.core.ports.log.readStream(`import-${importId}`)
  const chunks = events.filter(({ type, position }) => type === 'import.undo-chunk-done' && position > undo)
  const lines = chunks.flatMap(({ data }) => Object.values(data as unknown as UndoLists).flat() as { event: string }[])
  return new Set(lines.map(({ event }) => event))
}

async function undoChunk(chunk: readonly Planned[], undoer: FactUndoer): Promise<UndoLists> {
  const told: UndoTold[] = []
  // A record is written once all that names it is taken back.
  const waves = wavesOf(chunk, ({ fact: { stream, names } }) => ({ writes: [stream], refersTo: [...names] }))
  for (const wave of waves) told.push(...(await undoer.undoAll(wave)))
  // Records that do not name each other are taken back side by side; what is told keeps the order of the plan.
  return undoListsOf(
    told,
    chunk.map(({ fact }) => fact),
  )
}
