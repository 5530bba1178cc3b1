/** The rows of an import on their way to commands: of each what is still to be said, dealt into waves, written. */
import { NamedRecords, type Position, type Viewer } from '#kernel'
import type { MappingDocument } from '../../mapping/read-mapping.js'
import type { PlannedRecord, ReadyRow, RecordGone } from '../../plan/planned-row.js'
import type { PlanRequest } from '../../plan/prepare.js'
import { compileTargets, type ImportTargets } from '../../records/define-target.js'
import { ReadableIds } from '../../records/readable-ids.js'
import { recordIds } from '../../records/record-ids.js'
import { isErrorFile } from '../../tabular/error-column.js'
import type { SentFiles } from '../files/import-files.js'
import { wavesOf } from '../order/waves.js'
import { type ImportPorts, rehearsedPorts } from '../ports.js'
import { StepWriter } from '../steps/step-writer.js'
import { Whereabouts } from '../steps/whereabouts.js'
import { vanishedFrom } from '../vanished/vanished.js'
import { VanishedWriter } from '../vanished/vanished-writer.js'
import type { Chunk } from './chunk.js'
import { KeysOfFiles } from './keys-of-files.js'
import { hasCome, type RowResult, type RowSteps, RowWriter } from './row-writer.js'

export interface RowRunRequest {
  importId: string
  mapping: MappingDocument
  files: SentFiles
  only?: readonly string[]
  viewer: Viewer
  /** Position before which an import of the source counts as an earlier one. */
  started: Position
}

interface Parts {
  request: PlanRequest
  targets: ImportTargets
  keys: KeysOfFiles
  isFirst: boolean
  rows: RowWriter
  /** Records of which the files say nothing any more. */
  vanished(): Promise<VanishedWriter>
  /** Writes a row where nothing is kept. */
  rehearse(steps: RowSteps): Promise<RowResult>
}

/** A planned row with what of it is to be written. */
interface RowToWrite {
  row: ReadyRow
  /** A row further down says the same record once more. */
  isSaidAgain: boolean
}

export class RowRun {
  private constructor(private readonly parts: Parts) {}

  /** Reads the files to their end once. @throws MappingFault */
  static async open(run: RowRunRequest, ports: ImportPorts): Promise<RowRun> {
    const { hash, log, registry } = ports.core.ports
    const { mapping } = run.mapping
    const { source } = mapping
    const targets = compileTargets(ports.targets, registry)
    const request = { mapping: run.mapping, files: run.files, catalogue: targets.catalogue, only: run.only }
    const isFirst = await isFirstOf(source, run.started, ports)
    const keys = await KeysOfFiles.of(request, targets)
    const whereabouts = await Whereabouts.of(source, typesLookedUp(run.mapping, { targets, keys, isFirst }), log)
    const readable = new ReadableIds(whereabouts)
    const ids = recordIds(source, hash, { namingOf: targets.namingOf, readable })
    for (const { target, key } of keys.named) ids.own(target, key)
    readable.settle()
    const { importId, viewer } = run
    const rowsOn = (on: Pick<ImportPorts, 'core'>) => {
      const writer = new StepWriter(on, { importId, viewer, source, isFirst, whereabouts })
      return new RowWriter(targets, { ids, source, whereabouts }, writer, on)
    }
    const rehearse = async (steps: RowSteps): Promise<RowResult> => {
      const [result] = await rowsOn(rehearsedPorts(ports)).writeAll([steps])
      return result as RowResult
    }
    const vanished = async () => {
      const found = isFirst ? [] : await vanishedFrom(mapping, { importId, targets, keys, ids, log })
      const references = new NamedRecords(registry.catalogue)
      return new VanishedWriter(ports, { importId, source, viewer, targets, references }, found)
    }
    return new RowRun({ request, targets, keys, isFirst, rows: rowsOn(ports), vanished, rehearse })
  }

  /** Records that have vanished from the files, with what does with them what the mapping says. */
  vanished(): Promise<VanishedWriter> {
    return this.parts.vanished()
  }

  /** What one reading of the files needs: the second only those whose rows are looked at again. */
  requestOf(reading: 1 | 2): PlanRequest {
    const { request, targets } = this.parts
    if (reading === 1) return request
    const again = request.mapping.mapping.rows.filter(({ records }) =>
      records.some(({ target, fields }) => targets.isReadTwice(target, Object.keys(fields))),
    )
    const only = again.map(({ file }) => file).filter((file) => request.only?.includes(file) ?? true)
    return { ...request, only }
  }

  /** Writes the planned rows of a chunk and notes in it what became of them. */
  async settle(chunk: Chunk): Promise<void> {
    const { reading } = chunk
    const planned = chunk.planned.map((row) => this.toWrite(row))
    for (const { row, isSaidAgain } of planned) if (isSaidAgain) chunk.warn(row)
    const rows = planned.map(({ row }) => row)
    await this.write(rows, reading, async (row, result) => {
      if (reading === 1) chunk.note(row, result)
      else if (hasCome(result)) chunk.noteAgain(row, result, await this.parts.rows.outcomeSoFar(row))
    })
  }

  private toWrite(row: ReadyRow): RowToWrite {
    const { keys, isFirst } = this.parts
    const records = row.records.filter((record) => !keys.isSaidAgain(record))
    const gone = isFirst ? [] : row.gone.filter((record) => this.isGone(record, row))
    const isSaidAgain = records.length < row.records.length
    return { row: isSaidAgain || gone.length < row.gone.length ? { ...row, records, gone } : row, isSaidAgain }
  }

  private isGone(gone: RecordGone, { records, source }: ReadyRow): boolean {
    const { keys, targets } = this.parts
    const isPart = isErrorFile(source.head)
    return keys.isGone(gone, records as readonly PlannedRecord[], { isPart, parent: targets.parentOf(gone.target) })
  }

  /** In order where rows have to do with each other. @param noted told of each as soon as it is written */
  private async write(
    rows: readonly ReadyRow[],
    reading: 1 | 2,
    noted: (row: ReadyRow, result: RowResult) => Promise<void>,
  ): Promise<void> {
    const { rows: writer } = this.parts
    const writings = rows.map((row) => ({
      row,
      steps: writer.stepsOf(row, reading),
    }))
    for (const wave of wavesOf(writings, (writing) => writer.placeOf(writing))) {
      const free: typeof wave = []
      for (const writing of wave) {
        const refused = writing.row.allOrNothing && (await this.refusalOf(writing))
        if (refused) await noted(writing.row, refused)
        else free.push(writing)
      }
      const results = await writer.writeAll(free)
      for (const [at, { row }] of free.entries()) await noted(row, results[at] as RowResult)
    }
  }

  /** What is refused of a row that is to be written whole or not at all. */
  private async refusalOf({ steps }: RowSteps): Promise<RowResult | undefined> {
    const result = await this.parts.rehearse({ steps: steps.map((step) => ({ ...step, isWhole: true })) })
    return result.problems.length > 0 ? { ...result, outcome: 'unchanged', events: 0 } : undefined
  }
}

/**
 * Stored types by which records are found of which the mapping speaks, and those with readable codes. Where a source
 * comes for the first time, nothing of its own can be there, but others' records may be called as its own would be.
 */
function typesLookedUp(
  { mapping }: MappingDocument,
  { targets, keys, isFirst }: Pick<Parts, 'targets' | 'keys' | 'isFirst'>,
): Set<string> {
  if (isFirst) return new Set(keys.named.flatMap(({ target }) => targets.typesNamed(target)))
  const placed = mapping.rows.flatMap(({ records }) =>
    records.flatMap(({ target, fields }) => targets.typesPlacedBy(target, Object.keys(fields))),
  )
  const named = Object.keys(targets.catalogue).flatMap((target) => targets.typesNamed(target))
  return new Set([...placed, ...named])
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
