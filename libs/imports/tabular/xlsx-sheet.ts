/**
 * The rows of one sheet of a workbook's bytes. Dates become ISO, numbers plain decimals, and a formula
 * is not taken for a fact unless the mapping says that its last value is one.
 */
import { FileFault, type RowProblem, told } from '../problem.js'
import { plainDecimal } from '../values/decimal.js'
import type { RawRecord } from './rows.js'
import type { CellKind, Dialect } from './table.js'
import { type SheetPart, workbookIn } from './workbook/parts.js'
import { type CellValue, rowsOfSheet, type SheetCell, type SheetRow } from './workbook/sheet.js'

export interface Workbook {
  /** As its sender named it. */
  file: string
  bytes: Buffer
  dialect: Dialect
}

/** Gives the rows one by one as they stand in the file. Throws FileFault. */
export async function* sheetRecords({ file, bytes, dialect }: Workbook): AsyncGenerator<RawRecord> {
  try {
    const parts = await workbookIn(bytes)
    yield* records(file, dialect, rowsOfSheet(bytes, sheetOf(file, parts.sheets, dialect), parts))
  } catch (error) {
    if (error instanceof FileFault) throw error
    throw new FileFault({ file, line: 1, code: 'file-unreadable', sentence: told('workbook-broken') })
  }
}

/** What nobody sees in the workbook is taken only when the mapping names it. */
function sheetOf(file: string, sheets: readonly SheetPart[], { sheet }: Dialect): SheetPart {
  const found = sheets.find(({ name, isHidden }) => (sheet ? name === sheet : !isHidden))
  if (found) return found
  if (!sheet && sheets.length > 0) {
    throw new FileFault({ file, line: 1, code: 'sheet-missing', sentence: told('sheets-hidden') })
  }
  const present = sheets.map(({ name }) => `"${name}"`).join(', ')
  const missing = told('sheet-missing', { sheet, present: present || told('none') })
  throw new FileFault({ file, line: 1, code: 'sheet-missing', sentence: missing })
}

/** Cells may share one text: what a small workbook comes to as rows is bounded, and so is one row of it, in characters. */
const most = { ofSheet: 256_000_000, ofRow: 1_000_000 }

/** Empty cells take memory as well. */
const charactersOf = (cells: readonly string[]): number => cells.reduce((sum, { length }) => sum + length + 1, 0)

async function* records(file: string, dialect: Dialect, rows: AsyncIterable<SheetRow>): AsyncGenerator<RawRecord> {
  let characters = 0
  let headers: readonly (SheetCell | undefined)[] | undefined
  for await (const { line, cells } of rows) {
    if (line < dialect.headerLine || !cells.some((cell) => (cell?.value ?? null) !== null)) continue
    headers ??= cells
    // A workbook leaves out the empty cells at the end of a row.
    const record = recordOf({ file, dialect, headers, line }, filled(cells, headers.length))
    const own = charactersOf(record.cells)
    characters += own
    const place = { file, line }
    if (own > most.ofRow) throw new FileFault({ ...place, code: 'row-too-long', sentence: told('long-row') })
    if (characters > most.ofSheet)
      throw new FileFault({ ...place, code: 'file-unreadable', sentence: told('sheet-too-large') })
    yield record
  }
}

const empty: SheetCell = { value: null }
const filled = (cells: readonly (SheetCell | undefined)[], least: number): SheetCell[] =>
  Array.from({ length: Math.max(cells.length, least) }, (_, column) => cells[column] ?? empty)

interface RowSite {
  file: string
  dialect: Dialect
  headers: readonly (SheetCell | undefined)[]
  line: number
}

function recordOf({ file, dialect, headers, line }: RowSite, found: readonly SheetCell[]): RawRecord {
  const refusals = found.map((cell) => refusal(cell, dialect))
  const at = refusals.findIndex((one) => one !== undefined)
  const column = String(headers[at]?.value ?? `column ${at + 1}`)
  const cells = found.map((cell) => textOf(cell, dialect))
  const refused = refusals[at]
  const kinds = found.map(({ value }) => kindOf(value))
  return { line, cells, kinds, ...(refused && { problem: { file, line, column, ...refused } }) }
}

type Refusal = Pick<RowProblem, 'code' | 'sentence'>

function refusal({ value, formula, isError }: SheetCell, { formulas }: Dialect): Refusal | undefined {
  if (isError) {
    return { code: 'cell-error', sentence: told('cell-error') }
  }
  if (formula === undefined) return undefined
  if (formulas === 'refuse') return { code: 'formula-cell', sentence: told('formula-cell') }
  if (value !== null) return undefined
  return { code: 'formula-cell', sentence: told('formula-without-value') }
}

const kindOf = (value: CellValue): CellKind => {
  if (value instanceof Date) return 'date'
  return typeof value === 'number' ? 'number' : 'text'
}

function textOf({ value, formula }: SheetCell, { formulas }: Dialect): string {
  if (formula !== undefined && formulas === 'refuse') return `=${formula}`
  if (value === null) return ''
  if (value instanceof Date) return isoOf(value)
  return typeof value === 'number' ? plainDecimal(value) : String(value)
}

/** A workbook knows no time zone: a date is a day, or a day with a time of day. */
function isoOf(value: Date): string {
  if (Number.isNaN(value.getTime())) return 'invalid date'
  const iso = value.toISOString()
  return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 19)
}
