/**
 * Reads one sheet of a workbook. The file is held whole, because a workbook's index stands at its
 * end; its size is limited for that reason. Dates become ISO, numbers plain decimals, and a formula
 * is not taken for a fact unless the mapping says that its last value is one.
 */
import { type Cell, type CellValue, readXlsx, type Sheet } from 'hucre/xlsx'
import { FileFault, type Problem, type ProblemCode } from '../problem.js'
import { plainDecimal } from '../values/decimal.js'
import { type RawRecord, tableOf } from './rows.js'
import type { CellKind, Dialect, ImportFile, Table } from './table.js'
import { unpackedSize } from './unpacked-size.js'

const megabyte = 1024 * 1024
const maxWorkbookBytes = 64 * megabyte
const maxUnpackedBytes = 512 * megabyte

export async function openXlsx(file: ImportFile, dialect: Dialect): Promise<Table> {
  const sheet = await readSheet(file, dialect)
  return tableOf({ file: file.name, dialect, records: records(file.name, dialect, sheet) })
}

async function readSheet(file: ImportFile, { sheet }: Dialect): Promise<Sheet> {
  const bytes = await wholeFile(file)
  let sheets: Sheet[]
  try {
    sheets = (await readXlsx(bytes)).sheets
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw fault(file, 'file-unreadable', `not a whole XLSX workbook (${reason}): save it again and send that`)
  }
  const found = sheet ? sheets.find(({ name }) => name === sheet) : sheets[0]
  if (found) return found
  const present = sheets.map(({ name }) => `"${name}"`).join(', ')
  throw fault(file, 'sheet-missing', `there is no sheet "${sheet}"; the workbook has ${present || 'none'}`)
}

async function wholeFile(file: ImportFile): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of file.open()) {
    bytes += chunk.length
    if (bytes > maxWorkbookBytes) throw fault(file, 'file-unreadable', tooLarge)
    chunks.push(chunk)
  }
  if (bytes === 0) throw fault(file, 'file-empty', 'the file is empty: a workbook is expected')
  const whole = Buffer.concat(chunks)
  if (unpackedSize(whole) > maxUnpackedBytes) throw fault(file, 'file-unreadable', tooLarge)
  return whole
}

const tooLarge = 'the workbook is larger than 64 MB, or 512 MB unpacked: save the sheet as CSV and send that'

const fault = (file: ImportFile, code: ProblemCode, sentence: string): FileFault =>
  new FileFault({ file: file.name, line: 1, code, sentence })

async function* records(file: string, dialect: Dialect, sheet: Sheet): AsyncGenerator<RawRecord> {
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

type Refusal = Pick<Problem, 'code' | 'sentence'>

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
