/**
 * Runs an import from where it stands: chunk after chunk of planned rows becomes commands, and each
 * chunk ends with a checkpoint. After a death it goes on behind the last one; what had been done
 * since then is recognised and left as it is.
 */
import type { JsonObject, Position, Viewer } from '#kernel'
import type { MappingDocument } from '../mapping/read-mapping.js'
import { planPieces } from '../plan/plan.js'
import type { ReadyRow } from '../plan/planned-row.js'
import type { PlanRequest } from '../plan/prepare.js'
import { compileTargets, type ImportTargets } from '../records/define-target.js'
import { recordIds } from '../records/record-ids.js'
import { Chunk, chunkPlaceOf, chunkRows } from './chunk.js'
import { ImportStream, type RowCounts } from './course/import-stream.js'
import { tellingStalls } from './course/stall.js'
import { FilesOfImport } from './files/import-files.js'
import { ahead } from './order/ahead.js'
import { wavesOf } from './order/waves.js'
import { allOpenedBy, type ImportPorts } from './ports.js'
import { type RowResult, RowWriter } from './row-writer.js'
import { StepWriter } from './step-writer.js'

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
    private readonly parts: {
      files: FilesOfImport
      targets: ImportTargets
      request: PlanRequest
      rows: RowWriter
      ports: ImportPorts
    },
  ) {}

  static async open(stream: ImportStream, viewer: Viewer, ports: ImportPorts): Promise<ImportRun> {
    const files = new FilesOfImport(ports, stream.id)
    const { mapping, sent } = await files.load(stream.state.said)
    const targets = compileTargets(ports.targets, ports.core.ports.registry)
    const request = { mapping, files: sent, catalogue: targets.catalogue, only: stream.state.only }
    const isFirst = await isFirstOf(mapping.mapping.source, stream.state.from, ports)
    const rows = rowWriterOf(mapping, { importId: stream.id, viewer, targets, isFirst }, ports)
    return new ImportRun(stream, viewer, { files, targets, request, rows, ports })
  }

  /** One reading of the files, from the checkpoint on; yields after every chunk. */
  async *read(reading: 1 | 2): AsyncGenerator<void> {
    for await (const chunk of ahead(this.chunks(reading))) yield await this.settle(chunk)
  }

  private async *chunks(reading: 1 | 2): AsyncGenerator<Chunk> {
    const { state } = this.stream
    let passed = state.reading === reading ? state.upTo : 0
    const left = reading === 2 ? await this.refusedSoFar() : new Set<string>()
    let chunk = new Chunk(reading, passed, left)
    for await (const piece of planPieces(this.requestOf(reading))) {
      for (const row of piece) {
        if (passed-- > 0) continue
        chunk.add(row)
        if (chunk.size < chunkRows) continue
        yield chunk
        chunk = new Chunk(reading, chunk.upTo, left)
      }
    }
    if (chunk.size > 0) yield chunk
  }

  private async refusedSoFar(): Promise<Set<string>> {
    const { ports } = this.parts
    const events = await ports.core.ports.log.readStream(`import-${this.stream.id}`)
    const told = events.filter(({ type }) => type === 'import.rows-left')
    const left = await allOpenedBy(ports, told)
    const rows = left.flatMap(({ data }) => data.refused as JsonObject[])
    return new Set(rows.map(({ file, line }) => chunkPlaceOf(String(file), Number(line))))
  }

  /** The second reading needs only files whose records refer to rows further down. */
  private requestOf(reading: 1 | 2): PlanRequest {
    const { request, targets } = this.parts
    if (reading === 1) return request
    const declared = request.mapping.mapping.rows
    const late = declared.filter(({ records }) =>
      records.some(({ target, fields }) => targets.lateFields(target).some((name) => name in fields)),
    )
    const only = late.map(({ file }) => file).filter((file) => request.only?.includes(file) ?? true)
    return { ...request, only }
  }

  private async settle(chunk: Chunk): Promise<void> {
    const { files, rows } = this.parts
    const { reading } = chunk
    const writings = chunk.planned.map((row) => ({ row, steps: rows.stepsOf(row, reading) }))
    for (const wave of wavesOf(writings, ({ steps }) => rows.placeOf(steps))) {
      const results = await rows.writeAll(wave.map(({ steps }) => steps))
      for (const [at, { row }] of wave.entries()) await this.note(chunk, row, results[at] as RowResult)
    }
    await files.keepRefused(`${reading}-${String(chunk.upTo).padStart(9, '0')}`, chunk.refused)
    await this.stream.append(chunk.facts(), this.viewer)
  }

  private async note(chunk: Chunk, row: ReadyRow, result: RowResult): Promise<void> {
    const isTurned = chunk.reading === 2 && result.outcome === 'refused'
    chunk.note(row, result, isTurned ? await this.parts.rows.outcomeSoFar(row) : undefined)
  }
}

/** What turns planned rows into commands, for a run or a look ahead. */
export function rowWriterOf(
  mapping: MappingDocument,
  of: { importId: string; viewer: Viewer; targets: ImportTargets; isFirst: boolean },
  ports: ImportPorts,
): RowWriter {
  const { source } = mapping.mapping
  const ids = recordIds(source, ports.core.ports.hash, of.targets.namingOf)
  const writer = new StepWriter(ports, { ...of, source })
  return new RowWriter(of.targets, { ids, source }, writer)
}

/** Whether no import of the source had been started before a position. */
async function isFirstOf(source: string, started: Position, { core: { ports } }: ImportPorts): Promise<boolean> {
  for (let after: Position = 0; ; ) {
    const page = await ports.log.readAll({ after, until: started, limit: 1000, prefixes: ['import-'] })
    const earlier = page.filter(({ type, position }) => type === 'import.started' && position < started)
    if (earlier.some(({ data }) => data.source === source)) return false
    if (page.length < 1000) return true
    after = page.at(-1)?.position ?? started
  }
}
