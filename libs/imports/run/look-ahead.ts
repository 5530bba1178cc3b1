/** What an import would do, without doing it: the rules and rights of the business asked on a log that keeps nothing. */
import { NobodyWaits, type Sentence, type Viewer } from '#kernel'
import { readMapping } from '../mapping/read-mapping.js'
import { planPieces } from '../plan/plan.js'
import type { RefusedRow } from '../plan/planned-row.js'
import { type Preview, preview } from '../plan/preview.js'
import { mostShown, shortened } from '../plan/shortened.js'
import type { RowPlace, RowProblem } from '../problem.js'
import { compileTargets } from '../records/define-target.js'
import type { ImportFile } from '../tabular/table.js'
import { addedRows, noRows, type RowCounts } from './course/import-stream.js'
import type { MappingFile, SentFiles } from './files/import-files.js'
import { type ImportPorts, rehearsedPorts } from './ports.js'
import { Chunk, chunkPlaceOf, chunkRows, type RowBefore, type WarnedRow } from './rows/chunk.js'
import { RowRun } from './rows/row-run.js'
import type { VanishedOfTarget } from './vanished/vanished.js'
import type { VanishedRecord } from './vanished/vanished-writer.js'

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

export interface RowWarned extends RowPlace {
  code: string
}

export interface ImportPreview extends Preview {
  /** What would become of the rows: what a run that begins here comes to. */
  would: RowCounts
  /** The most frequent first. */
  reasons: RefusalReason[]
  /** Rows that are recorded and to be looked at, by why; the most frequent first. */
  warnings: Record<string, number>
  /** The first of the rows to look at, though they would be recorded. */
  warned: RowWarned[]
  /** Records of which the files say nothing any more, by target; none where the files were not read to their end. */
  vanished: VanishedPreview[]
  /** Whether the time was up: what is said is of the rows up to there alone. */
  cutShort: boolean
}

export interface VanishedPreview extends Pick<VanishedOfTarget, 'target' | 'becomes' | 'known' | 'heldBack'> {
  vanished: number
  /** The first of them, with what would become of each. */
  records: VanishedRecord[]
}

export interface PreviewRequest {
  mapping: MappingFile
  files: SentFiles
  only?: readonly string[]
  viewer: Viewer
  /** Aborted once nobody waits for it. */
  gone?: AbortSignal | undefined
  /** How long rows are looked at; 30 s unless told. */
  budgetMs?: number
}

const usualBudgetMs = 30_000

/**
 * Reads the files and the log, and writes nothing.
 * @throws MappingFault, DomainError `not-allowed`, NobodyWaits
 */
export async function previewImport(request: PreviewRequest, ports: ImportPorts): Promise<ImportPreview> {
  await ports.core.ports.access.requireWrite(request.viewer, 'imports', { customers: [], contacts: [] })
  const mapping = readMapping(request.mapping.text, request.mapping.name)
  const { catalogue } = compileTargets(ports.targets, ports.core.ports.registry)
  const started = await ports.core.ports.log.head()
  const files = whileAwaited(request.files, request.gone)
  const run = { ...request, files, mapping, importId: 'preview', started }
  const rows = await RowRun.open(run, rehearsedPorts(ports))
  const rehearsal = new Rehearsed(rows, request)
  const plan = { mapping, files, catalogue, only: request.only }
  const seen = await preview(plan, mostShown.rows, (row) => rehearsal.take(row))
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
  private readonly warned: RowWarned[] = []
  private readonly warnings = new Map<string, number>()
  private readonly untilMs: number
  private isCutShort = false

  constructor(
    private readonly rows: RowRun,
    private readonly o: Pick<PreviewRequest, 'gone' | 'budgetMs'>,
  ) {
    this.untilMs = performance.now() + (o.budgetMs ?? usualBudgetMs)
  }

  /** Whether there is time for more. */
  async take(row: Parameters<Chunk['add']>[0]): Promise<boolean> {
    this.chunk.add(row)
    if (this.chunk.size >= chunkRows) await this.settle()
    return !this.isCutShort
  }

  async finish(seen: Preview): Promise<ImportPreview> {
    await this.settle()
    this.chunk = new Chunk(2, 0, this.before)
    if (!this.isCutShort) await this.readAgain()
    // Of files that were not read to their end nobody knows what they leave out.
    const vanished = seen.stopped || this.isCutShort ? [] : await this.vanish()
    const reasons = [...this.reasons.values()].sort((a, b) => b.rows - a.rows)
    const samples = { ...seen.samples, refused: this.refused, inPart: this.inPart }
    const { counts: would, isCutShort: cutShort } = this
    const { warned } = this
    const warnings = Object.fromEntries([...this.warnings].sort(([, a], [, b]) => b - a))
    return { ...seen, refusedRows: would.refused, samples, would, reasons, warned, warnings, vanished, cutShort }
  }

  private async readAgain(): Promise<void> {
    for await (const piece of planPieces(this.rows.requestOf(2))) {
      for (const row of piece) {
        if (row.outcome === 'stopped' || this.isCutShort) break
        this.chunk.add(row)
        if (this.chunk.size >= chunkRows) await this.settle()
      }
    }
    await this.settle()
  }

  private async vanish(): Promise<VanishedPreview[]> {
    const writer = await this.rows.vanished()
    const { records, events } = await writer.write(writer.due)
    this.counts = addedRows(this.counts, { events, vanished: records.length })
    return writer.vanished.map(({ records: { length }, ...one }) => ({
      ...one,
      vanished: length,
      records: records.filter(({ target }) => target === one.target).slice(0, mostShown.rows),
    }))
  }

  private async settle(): Promise<void> {
    const { chunk } = this
    await this.rows.settle(chunk)
    for (const { source, problems } of chunk.refused) this.tell(chunk, source, problems)
    for (const row of chunk.warnings()) this.warn(row)
    this.counts = addedRows(this.counts, chunk.total)
    this.chunk = new Chunk(chunk.reading, chunk.upTo, this.before)
    if (this.o.gone?.aborted) throw new NobodyWaits()
    this.isCutShort = performance.now() > this.untilMs
  }

  private warn({ source: { head, line }, code, column, further }: WarnedRow): void {
    if (!further) this.warnings.set(code, (this.warnings.get(code) ?? 0) + 1)
    if (this.warned.length < mostShown.rows) this.warned.push(shortened({ file: head.file, line, column, code }))
  }

  private tell(chunk: Chunk, source: RefusedRow['source'], problems: readonly RowProblem[]): void {
    const isInPart = chunk.isInPart(source)
    const samples = isInPart ? this.inPart : this.refused
    if (samples.length < mostShown.rows) samples.push(shortened({ outcome: 'refused', source, problems }))
    this.before.set(chunkPlaceOf(source.head.file, source.line), isInPart ? 'in-part' : 'refused')
    for (const [reason, [problem]] of Map.groupBy(problems, ({ code, reason = code }) => reason)) {
      const { sentence, file, line } = problem as RowProblem
      const known = this.reasons.get(reason) ?? { code: reason, rows: 0, sentence, file, line }
      this.reasons.set(reason, { ...known, rows: known.rows + 1 })
    }
  }
}

/** The same files, read no further once nobody waits. */
function whileAwaited(files: SentFiles, gone: AbortSignal | undefined): SentFiles {
  if (!gone) return files
  async function* awaited(file: ImportFile) {
    for await (const piece of file.open()) {
      if (gone?.aborted) throw new NobodyWaits()
      yield piece
    }
  }
  const entries = Object.entries(files).map(([name, file]) => [name, { ...file, open: () => awaited(file) }] as const)
  return Object.fromEntries(entries)
}
