/**
 * Opens one sheet of a workbook. The file is held whole, because a workbook's index stands at its end; its size is limited
 * for that reason. Its rows are read as they are asked for.
 */
import { FileFault, type ProblemCode, type ProblemText, told } from '../problem.js'
import { fileTableOf, type RawRecord } from './rows.js'
import type { Dialect, FileTable, ImportFile } from './table.js'
import { unpackedSize } from './workbook/zip.js'
import { sheetRecords } from './xlsx-sheet.js'

const megabyte = 1024 * 1024
const maxWorkbookBytes = 64 * megabyte
const maxUnpackedBytes = 64 * megabyte
/** What goes on together, by whichever of the two is reached first. */
const piece = { rows: 500, characters: 2_000_000 }

export async function openXlsx(file: ImportFile, dialect: Dialect): Promise<FileTable> {
  const bytes = await wholeFile(file)
  const records = inPieces(sheetRecords({ file: file.name, bytes, dialect }))
  return fileTableOf({ file: file.name, dialect, records })
}

async function* inPieces(rows: AsyncIterable<RawRecord>): AsyncGenerator<RawRecord[]> {
  let [records, characters] = [[] as RawRecord[], 0]
  for await (const row of rows) {
    for (const { length } of row.cells) characters += length
    if (records.push(row) < piece.rows && characters < piece.characters) continue
    yield records
    records = []
    characters = 0
  }
  yield records
}

async function wholeFile(file: ImportFile): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of file.open()) {
    bytes += chunk.length
    if (bytes > maxWorkbookBytes) throw fault(file, 'file-unreadable', 'workbook-too-large')
    chunks.push(chunk)
  }
  if (bytes === 0) throw fault(file, 'file-empty', 'workbook-empty')
  const whole = Buffer.concat(chunks)
  if (unpackedSize(whole) > maxUnpackedBytes) throw fault(file, 'file-unreadable', 'workbook-too-large')
  return whole
}

const fault = ({ name }: Pick<ImportFile, 'name'>, code: ProblemCode, what: ProblemText): FileFault =>
  new FileFault({ file: name, line: 1, code, sentence: told(what) })
