/**
 * Runs an import from where it stands: chunk after chunk of planned rows becomes commands, and each
 * chunk ends with a checkpoint. After a death it goes on behind the last one; what had been done
 * since then is recognised and left as it is.
 */
import type { JsonObject, Viewer } from '#kernel'
import { planPieces } from '../plan/plan.js'
import { ImportStream, type RowCounts } from './course/import-stream.js'
import { tellingStalls } from './course/stall.js'
import { FilesOfImport } from './files/import-files.js'
import { ahead } from './order/ahead.js'
import { allOpenedBy, type ImportPorts } from './ports.js'
import { Chunk, chunkPlaceOf, chunkRows, type RowBefore } from './rows/chunk.js'
import { RowRun } from './rows/row-run.js'

export interface Progress extends RowCounts {
  import: string
  /** Rows of the files. */
  total: number
  state: 'running' | 'completed'
}

/**
 * Progress after every chunk; the last one says `completed`. Whoever stops iterating pauses the
 * import; it can be resumed. `viewer` is who started it, with the roles of today.
 * @throws DomainError `not-found` when there is no such import, RevisionConflict when it runs elsewhere
 */
export async function* runImport(id: string, viewer: Viewer, ports: ImportPorts): AsyncGenerator<Progress> {
  const stream = await ImportStream.load(ports, id)
  stream.require('running', 'completed')
  yield* tellingStalls(id, runFrom(stream, viewer, ports), ports)
}

async function* runFrom(stream: ImportStream, viewer: Viewer, ports: ImportPorts): AsyncGenerator<Progress> {
  if (stream.state.course === 'running') {
    const run = await ImportRun.open(stream, viewer, ports)
    for (const reading of [1, 2] as const) {
      if (stream.state.reading > reading) continue
      for await (const _ of run.read(reading)) yield progressOf(stream)
    }
    for await (const _ of run.vanish()) yield progressOf(stream)
    await stream.append([{ type: 'import.completed', data: {} }], viewer)
  }
  yield progressOf(stream)
}

const progressOf = ({ id, state }: ImportStream): Progress => ({
  ...state.counts,
  import: id,
  total: state.total,
  state: state.course === 'running' ? 'running' : 'completed',
})

class ImportRun {
  private constructor(
    private readonly stream: ImportStream,
    private readonly viewer: Viewer,
    private readonly parts: { files: FilesOfImport; rows: RowRun; ports: ImportPorts },
  ) {}

  static async open(stream: ImportStream, viewer: Viewer, ports: ImportPorts): Promise<ImportRun> {
    const { id, state } = stream
    const files = new FilesOfImport(ports, id)
    const { mapping, sent } = await files.load(state.said)
    const run = { importId: id, mapping, files: sent, only: state.only, viewer, started: state.from }
    return new ImportRun(stream, viewer, { files, rows: await RowRun.open(run, ports), ports })
  }

  /** One reading of the files, from the checkpoint on; yields after every chunk. */
  async *read(reading: 1 | 2): AsyncGenerator<void> {
    for await (const chunk of ahead(this.chunks(reading))) yield await this.settle(chunk)
  }

  /** What is to become of records of which the files say nothing any more; yields after every chunk. */
  async *vanish(): AsyncGenerator<void> {
    const writer = await this.parts.rows.vanished()
    const told = await this.vanishedSoFar()
    const due = writer.due.filter(({ stream, target }) => !told.has(`${target} ${stream}`))
    for (let at = 0; at < due.length; at += chunkRows) {
      const { records, events } = await writer.write(due.slice(at, at + chunkRows))
      const data = { records: records.map((record) => ({ ...record })), events }
      yield await this.stream.append([{ type: 'import.records-vanished', data }], this.viewer)
    }
  }

  private async vanishedSoFar(): Promise<Set<string>> {
    const events = await this.parts.ports.core.ports.log.readStream(`import-${this.stream.id}`)
    const told = events.filter(({ type }) => type === 'import.records-vanished')
    return new Set(
      told.flatMap(({ data }) => (data.records as JsonObject[]).map(({ target, stream }) => `${target} ${stream}`)),
    )
  }

  private async *chunks(reading: 1 | 2): AsyncGenerator<Chunk> {
    const { state } = this.stream
    let passed = state.reading === reading ? state.upTo : 0
    const before = reading === 2 ? await this.refusedSoFar() : new Map<string, RowBefore>()
    let chunk = new Chunk(reading, passed, before)
    for await (const piece of planPieces(this.parts.rows.requestOf(reading))) {
      for (const row of piece) {
        if (passed-- > 0) continue
        chunk.add(row)
        if (chunk.size < chunkRows) continue
        yield chunk
        chunk = new Chunk(reading, chunk.upTo, before)
      }
    }
    if (chunk.size > 0) yield chunk
  }

  private async refusedSoFar(): Promise<Map<string, RowBefore>> {
    const { ports } = this.parts
    const events = await ports.core.ports.log.readStream(`import-${this.stream.id}`)
    const told = events.filter(({ type }) => type === 'import.rows-left')
    const left = await allOpenedBy(ports, told)
    const rows = left.flatMap(({ data }) => data.refused as JsonObject[])
    return new Map(
      rows.map(({ file, line, inPart }) => [
        chunkPlaceOf(String(file), Number(line)),
        inPart === true ? 'in-part' : 'refused',
      ]),
    )
  }

  private async settle(chunk: Chunk): Promise<void> {
    const { files, rows } = this.parts
    await rows.settle(chunk)
    await files.keepRefused(`${chunk.reading}-${String(chunk.upTo).padStart(9, '0')}`, chunk.refused)
    await this.stream.append(chunk.facts(), this.viewer)
  }
}
