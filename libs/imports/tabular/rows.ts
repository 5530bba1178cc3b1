/**
 * From bare records to the rows of a table: finds the header, passes over blank rows and repeated
 * headers, and marks rows that do not fit. CSV files and workbooks share it.
 */
import { setImmediate as turn } from 'node:timers/promises'
import { FileFault, type RowProblem, told } from '../problem.js'
import { isErrorFile, withoutGuard } from './error-column.js'
import { cleanCell, unfitCell } from './hygiene.js'
import type { CellKind, Dialect, FileTable, PassedOver, SourceRow, TableHead } from './table.js'

/** A record as the format's reader found it. */
export interface RawRecord {
  line: number
  cells: string[]
  kinds?: CellKind[]
  problem?: RowProblem
}

export interface RawTable {
  file: string
  dialect: Dialect
  /** In pieces, as they are read. */
  records: AsyncGenerator<RawRecord[]>
}

/** Reads up to the header. Throws FileFault when there is none. */
export async function fileTableOf(raw: RawTable): Promise<FileTable> {
  try {
    const { header, rest } = await firstRecord(raw)
    return tableUnder(header, { ...raw, rest })
  } catch (error) {
    await raw.records.return(undefined)
    throw error
  }
}

function tableUnder(header: RawRecord, raw: RawTable & { rest: RawRecord[] }): FileTable {
  const headers = header.cells.map(cleanCell)
  while (headers.at(-1) === '') headers.pop()
  const head: TableHead = { file: raw.file, dialect: raw.dialect, headers }
  requireFit(head, header.line)
  const passedOver: PassedOver = { repeatedHeaders: 0, blankRows: 0 }
  const close = async () => void (await raw.records.return(undefined))
  return { head, passedOver, pieces: piecesUnder(head, raw, passedOver), close }
}

/** A header is a cell like others, and names its column wherever something is wrong in it. */
function requireFit(head: TableHead, line: number): void {
  for (const [index, header] of head.headers.entries()) {
    const problem = unfitCell(header, { head, line, index })
    if (problem) throw new FileFault({ ...problem, column: `column ${index + 1}` })
  }
}

/** The header, and what came in one piece with it. */
async function firstRecord({ file, dialect, records }: RawTable): Promise<{ header: RawRecord; rest: RawRecord[] }> {
  for (let next = await records.next(); !next.done; next = await records.next()) {
    const piece = next.value
    const at = piece.findIndex(({ line, cells }) => line >= dialect.headerLine && !isBlank(cells))
    const header = piece[at]
    if (!header) continue
    if (header.problem) throw new FileFault(header.problem)
    return { header, rest: piece.slice(at + 1) }
  }
  throw new FileFault({ file, line: dialect.headerLine, code: 'file-empty', sentence: told('file-empty') })
}

async function* piecesUnder(
  head: TableHead,
  { rest, records }: { rest: RawRecord[]; records: AsyncGenerator<RawRecord[]> },
  passedOver: PassedOver,
): AsyncGenerator<SourceRow[]> {
  const unguard = isErrorFile(head)
  const rowsOf = (piece: readonly RawRecord[]) =>
    piece.flatMap((record) => rowIn(record, { head, unguard, passedOver }))
  yield rowsOf(rest)
  for await (const piece of records) {
    // Whoever waits for this program's answers gets a turn in between.
    await turn()
    yield rowsOf(piece)
  }
}

/** None where the record says nothing. */
function rowIn(
  record: RawRecord,
  { head, unguard, passedOver }: { head: TableHead; unguard: boolean; passedOver: PassedOver },
): SourceRow[] {
  if (isBlank(record.cells)) {
    if (record.cells.length > 1) passedOver.blankRows++
    return []
  }
  if (repeatsHeader(head, record.cells)) {
    passedOver.repeatedHeaders++
    return []
  }
  return [rowOf(head, record, unguard)]
}

const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell === '' || cell.trim() === '')

const repeatsHeader = (head: TableHead, cells: readonly string[]): boolean =>
  cells.length >= head.headers.length && head.headers.every((header, index) => cleanCell(cells[index] ?? '') === header)

function rowOf(head: TableHead, record: RawRecord, unguard: boolean): SourceRow {
  const { line, kinds } = record
  const lacking = head.dialect.shortRows === 'fill' ? head.headers.length - record.cells.length : 0
  if (lacking > 0) record.cells.push(...Array<string>(lacking).fill(''))
  let problem = record.problem ?? ragged(head, record)
  const cells = record.cells.map((raw, index) => {
    const cell = cleanCell(unguard ? withoutGuard(raw) : raw)
    problem ??= unfitCell(cell, { head, line, index })
    return cell
  })
  return { head, line, cells, ...(kinds && { kinds }), ...(problem && { problem }) }
}

function ragged(head: TableHead, { line, cells }: RawRecord): RowProblem | undefined {
  const expected = head.headers.length
  let found = cells.length
  while (found > expected && cells[found - 1]?.trim() === '') found--
  if (found === expected) return undefined
  return { file: head.file, line, code: 'ragged-row', sentence: told('ragged-row', { found, expected }) }
}
