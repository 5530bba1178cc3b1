/** Takes up what a death, or an obstacle that is gone, has stopped: imports and undos alike. */
import { ImportStream, statesOf } from './run/course/import-stream.js'
import { tellStall } from './run/course/stall.js'
import { type ImportPorts, importViewerOf, openedBy } from './run/ports.js'
import { type Progress, runImport } from './run/run-import.js'
import { type UndoProgress, undoImport } from './undo/undo-import.js'

/** Ids of the imports that are begun and not ended, or whose undo is; the oldest first. */
export async function importsUnderWay(ports: ImportPorts): Promise<string[]> {
  const states = await statesOf(ports)
  return [...states].flatMap(([id, { course }]) => (course === 'running' || course === 'undoing' ? [id] : []))
}

/**
 * Runs an import or its undo to the end, as whoever asked for it and with their roles of today; nothing
 * is done where both are over. Whoever stops iterating pauses it.
 * @throws Error when it cannot go on; then its stream says so
 */
export async function* resumeImport(id: string, ports: ImportPorts): AsyncGenerator<Progress | UndoProgress> {
  const { state } = await ImportStream.load(ports, id)
  const { course, undoStarted } = state
  if (course !== 'running' && course !== 'undoing') return
  const viewer = importViewerOf(ports, undoStarted?.metadata.actor ?? state.by)
  if (!viewer) return tellStall(id, 'starter-gone', ports)
  if (!undoStarted) return yield* runImport(id, viewer, ports)
  const because = String(openedBy(ports, undoStarted).data.because)
  yield* undoImport({ importId: id, viewer, because }, ports)
}
