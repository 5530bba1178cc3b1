/**
 * The rows of one sheet of a workbook's bytes. Dates become ISO, numbers plain decimals, and a formula
 * is not taken for a fact unless the mapping says that its last value is one.
 */
import { type Cell, type CellValue, readXlsx, type Sheet } from 'hucre/xlsx'
import { FileFault, type RowProblem } from '../problem.js'
import { plainDecimal } from '../values/decimal.js'
import type { RawRecord } from './rows.js'
import type { CellKind, Dialect } from './table.js'

export interface Workbook {
  /** As its sender named it. */
  file: string
  bytes: Uint8Array
  dialect: Dialect
}

/** Reads the workbook whole, and then gives its rows one by one. Throws FileFault. */
export async function* sheetRecords({ file, bytes, dialect }: Workbook): AsyncGenerator<RawRecord> {
  yield* records(file, dialect, await readSheet({ file, bytes, dialect }))
}

async function readSheet({ file, bytes, dialect: { sheet } }: Workbook): Promise<Sheet> {
  let sheets: Sheet[]
  try {
    sheets = (await readXlsx(bytes)).sheets
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    const sentence = `not a whole XLSX workbook (${reason}): save it again and send that`
    throw new FileFault({ file, line: 1, code: 'file-unreadable', sentence })
  }
  const found = sheet ? sheets.find(({ name }) => name === sheet) : sheets.find(isShown)
  if (found) return found
  if (!sheet && sheets.length > 0) {
    const sentence = 'every sheet of the workbook is hidden: name the one that is meant, by "sheet" in the mapping'
    throw new FileFault({ file, line: 1, code: 'sheet-missing', sentence })
  }
  const present = sheets.map(({ name }) => `"${name}"`).join(', ')
  const sentence = `there is no sheet "${sheet}"; the workbook has ${present || 'none'}`
  throw new FileFault({ file, line: 1, code: 'sheet-missing', sentence })
}

/** What nobody sees in the workbook is taken only when the mapping names it. */
const isShown = ({ hidden, veryHidden }: Sheet): boolean => !hidden && !veryHidden

/** Cells may share one text: what a small workbook comes to as rows is bounded, and so is one row of it, in characters. */
const most = { ofSheet: 256_000_000, ofRow: 1_000_000 }

const charactersOf = (cells: readonly string[]): number => cells.reduce((sum, { length }) => sum + length, 0)

function* records(file: string, dialect: Dialect, sheet: Sheet): Generator<RawRecord> {
  let characters = 0
  for (const record of unboundedRecords(file, dialect, sheet)) {
    const own = charactersOf(record.cells)
    characters += own
    const place = { file, line: record.line }
    if (own > most.ofRow)
      throw new FileFault({ ...place, code: 'row-too-long', sentence: 'the row is longer than a million characters' })
    if (characters > most.ofSheet) {
      const sentence = 'the cells up to here hold more than 256 million characters: save the sheet as CSV and send that'
      throw new FileFault({ ...place, code: 'file-unreadable', sentence })
    }
    yield record
  }
}

function* unboundedRecords(file: string, dialect: Dialect, sheet: Sheet): Generator<RawRecord> {
  let headers: readonly CellValue[] | undefined
  for (const [index, found] of sheet.rows.entries()) {
    if (index + 1 < dialect.headerLine || !found.some((value) => value !== null)) continue
    headers ??= found
    // A workbook leaves out the empty cells at the end of a row.
    const missing = Array.from({ length: Math.max(0, headers.length - found.length) }, () => null)
    yield recordOf({ file, dialect, headers, line: index + 1 }, [...found, ...missing], sheet)
  }
}

interface RowSite {
  file: string
  dialect: Dialect
  headers: readonly CellValue[]
  line: number
}

function recordOf(
  { file, dialect, headers, line }: RowSite,
  values: CellValue[],
  { cells: details }: Sheet,
): RawRecord {
  const detailOf = (column: number) => details?.get(`${line - 1},${column}`)
  const refusals = values.map((_, column) => refusal(detailOf(column), dialect))
  const at = refusals.findIndex((one) => one !== undefined)
  const column = String(headers[at] ?? `column ${at + 1}`)
  const cells = values.map((value, index) => textOf(value, detailOf(index), dialect))
  const refused = refusals[at]
  return { line, cells, kinds: values.map(kindOf), ...(refused && { problem: { file, line, column, ...refused } }) }
}

type Refusal = Pick<RowProblem, 'code' | 'sentence'>

function refusal(cell: Cell | undefined, { formulas }: Dialect): Refusal | undefined {
  if (cell?.type === 'error') {
    return { code: 'cell-error', sentence: 'the cell holds a spreadsheet error: correct it' }
  }
  if (cell?.formula === undefined) return undefined
  if (formulas === 'refuse') {
    const sentence = 'the cell holds a formula: replace it by its value, or declare "formulas: cached" in the mapping'
    return { code: 'formula-cell', sentence }
  }
  if (cell.value !== null && cell.value !== undefined) return undefined
  return { code: 'formula-cell', sentence: 'the formula was saved without a value: open and save the workbook' }
}

const kindOf = (value: CellValue): CellKind => {
  if (value instanceof Date) return 'date'
  return typeof value === 'number' ? 'number' : 'text'
}

function textOf(value: CellValue, cell: Cell | undefined, { formulas }: Dialect): string {
  if (cell?.formula !== undefined && formulas === 'refuse') return `=${cell.formula}`
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return isoOf(value)
  return typeof value === 'number' ? plainDecimal(value) : String(value)
}

/** A workbook knows no time zone: a date is a day, or a day with a time of day. */
function isoOf(value: Date): string {
  if (Number.isNaN(value.getTime())) return 'invalid date'
  const iso = value.toISOString()
  return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 19)
}
