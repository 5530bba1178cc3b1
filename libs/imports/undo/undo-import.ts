/**
 * Undoes an import: by corrections, so that what was known before the undo stays to be seen. What
 * others have built on is kept and listed. An undo that was stopped goes on when it is asked for again.
 */
import type { JsonObject, Viewer } from '#kernel'
import { compileTargets } from '../records/define-target.js'
import { ImportStream } from '../run/import-stream.js'
import { Lanes } from '../run/lanes.js'
import type { ImportPorts } from '../run/ports.js'
import { footprintOf } from './footprint.js'
import { ReferencesOf } from './references.js'
import { FactUndoer, type UndoLists } from './undo-fact.js'
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
const width = 128

/**
 * Progress after every chunk; the last one says `undone`. The three lists stand in the import's own
 * stream, a part of them with each chunk.
 * @throws DomainError `not-found`, or `not-allowed` when the viewer may not undo imports
 */
export async function* undoImport(request: UndoRequest, ports: ImportPorts): AsyncGenerator<UndoProgress> {
  const { importId, viewer, because } = request
  const stream = await ImportStream.load(ports, importId)
  stream.require('running', 'completed', 'undoing', 'undone')
  if (stream.state.course !== 'undoing') {
    await stream.append([{ type: 'import.undo-started', data: { because } }], viewer)
  }
  const { registry, log } = ports.core.ports
  const footprint = await footprintOf(importId, stream.state, { log, references: new ReferencesOf(registry.catalogue) })
  const planned = undoPlan(footprint, compileTargets(ports.targets, registry).edits)
  const undoing = { importId, undo: stream.state.undo, because, viewer }
  const undoer = new FactUndoer(ports, undoing)
  const progress: UndoProgress = {
    import: importId,
    facts: planned.length,
    done: 0,
    retracted: 0,
    restored: 0,
    kept: 0,
    state: 'undoing',
  }
  const listed = await listedBefore(undoing, ports)
  const left = planned.filter(({ fact }) => !listed.has(fact.id))
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
async function listedBefore(
  { importId, undo }: { importId: string; undo: number },
  ports: ImportPorts,
): Promise<Set<string>> {
  const events = await ports.core.ports.log.readStream(`import-${importId}`)
  const chunks = events.filter(({ type, position }) => type === 'import.undo-chunk-done' && position > undo)
  const lines = chunks.flatMap(({ data }) => Object.values(data as unknown as UndoLists).flat() as { event: string }[])
  return new Set(lines.map(({ event }) => event))
}

async function undoChunk(chunk: readonly Planned[], undoer: FactUndoer): Promise<UndoLists> {
  const lists: UndoLists = { retracted: [], restored: [], kept: [] }
  const lanes = new Lanes(width)
  for (const planned of chunk) {
    const place = { writes: [planned.fact.stream], refersTo: [] }
    await lanes.run(place, () => undoer.undo(planned, lists))
  }
  await lanes.idle()
  return lists
}
