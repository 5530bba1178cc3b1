/** What an import would do, without doing it: the rules and rights of the business asked on a log that keeps nothing. */
import type { Sentence, Viewer } from '#kernel'
import { readMapping } from '../mapping/read-mapping.js'
import { planPieces } from '../plan/plan.js'
import type { ReadyRow, RefusedRow } from '../plan/planned-row.js'
import { type Preview, preview } from '../plan/preview.js'
import type { RowProblem } from '../problem.js'
import { compileTargets } from '../records/define-target.js'
import { addedRows, noRows, type RowCounts } from './course/import-stream.js'
import type { MappingFile, SentFiles } from './files/import-files.js'
import { type ImportPorts, rehearsedPorts } from './ports.js'
import { Chunk, chunkPlaceOf, chunkRows, type RowBefore } from './rows/chunk.js'
import { RowRun } from './rows/row-run.js'

/** Why rows are refused, whole or in part. */
export interface RefusalReason {
  /** Of the problem, or of the rule that stands against it. */
  code: string
  rows: number
  /** Of the first of them. */
  sentence: Sentence
  file: string
  line: number
}

export interface ImportPreview extends Preview {
  /** What would become of the rows: what a run that begins here comes to. */
  would: RowCounts
  /** The most frequent first. */
  reasons: RefusalReason[]
}

export interface PreviewRequest {
  mapping: MappingFile
  files: SentFiles
  only?: readonly string[]
  viewer: Viewer
}

/** How many rows of each outcome are shown. */
const shownRows = 20

/** Reads the files and the log, and writes nothing. @throws MappingFault, DomainError `not-allowed` */
export async function previewImport(request: PreviewRequest, ports: ImportPorts): Promise<ImportPreview> {
  await ports.core.ports.access.requireWrite(request.viewer, 'imports', { customers: [], contacts: [] })
  const mapping = readMapping(request.mapping.text, request.mapping.name)
  const { catalogue } = compileTargets(ports.targets, ports.core.ports.registry)
  const started = await ports.core.ports.log.head()
  const run = { ...request, mapping, importId: 'preview', started }
  const rows = await RowRun.open(run, rehearsedPorts(ports))
  const rehearsal = new Rehearsed(rows)
  const plan = { mapping, files: request.files, catalogue, only: request.only }
  const seen = await preview(plan, shownRows, (row) => rehearsal.take(row))
  return rehearsal.finish(seen)
}

/** Takes planned rows chunk by chunk through both readings, as a run does. */
class Rehearsed {
  private chunk = new Chunk(1, 0)
  private counts: RowCounts = noRows
  private readonly before = new Map<string, RowBefore>()
  private readonly reasons = new Map<string, RefusalReason>()
  private readonly refused: RefusedRow[] = []
  private readonly inPart: RefusedRow[] = []

  constructor(private readonly rows: RowRun) {}

  async take(row: Parameters<Chunk['add']>[0]): Promise<void> {
    this.chunk.add(row)
    if (this.chunk.size >= chunkRows) await this.settle(1)
  }

  async finish(seen: Preview): Promise<ImportPreview> {
    await this.settle(1)
    this.chunk = new Chunk(2, 0, this.before)
    for await (const piece of planPieces(this.rows.requestOf(2))) {
      for (const row of piece) {
        if (row.outcome === 'stopped') break
        this.chunk.add(row)
        if (this.chunk.size >= chunkRows) await this.settle(2)
      }
    }
    await this.settle(2)
    const reasons = [...this.reasons.values()].sort((a, b) => b.rows - a.rows)
    const samples = { ...seen.samples, refused: this.refused, inPart: this.inPart }
    return { ...seen, refusedRows: this.counts.refused, samples, would: this.counts, reasons }
  }

  private async settle(reading: 1 | 2): Promise<void> {
    const { chunk } = this
    const planned = chunk.planned.map((row) => this.rows.toWrite(row))
    for (const { row, isSaidAgain } of planned) if (isSaidAgain) chunk.warn(row)
    const toWrite = planned.map(({ row }) => row)
    await this.rows.write(toWrite, reading, async (row: ReadyRow, result) => {
      if (reading === 1) chunk.note(row, result)
      else if (result.events + result.problems.length > 0)
        chunk.noteAgain(row, result, await this.rows.outcomeSoFar(row))
    })
    for (const { source, problems } of chunk.refused) this.tell(chunk, source, problems)
    this.counts = addedRows(this.counts, chunk.total)
    this.chunk = new Chunk(reading, chunk.upTo, this.before)
  }

  private tell(chunk: Chunk, source: RefusedRow['source'], problems: readonly RowProblem[]): void {
    const isInPart = chunk.isInPart(source)
    const samples = isInPart ? this.inPart : this.refused
    if (samples.length < shownRows) samples.push({ outcome: 'refused', source, problems })
    this.before.set(chunkPlaceOf(source.head.file, source.line), isInPart ? 'in-part' : 'refused')
    for (const { code, reason = code, sentence, file, line } of problems) {
      const known = this.reasons.get(reason) ?? { code: reason, rows: 0, sentence, file, line }
      this.reasons.set(reason, { ...known, rows: known.rows + 1 })
    }
  }
}
