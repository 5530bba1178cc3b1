/**
 * A file of which nothing is declared yet, looked at for a first mapping: its encoding, its delimiter, and
 * what its columns hold. What is seen is told to a person, who decides; no import goes by it.
 */
import { TextDecoder } from 'node:util'
import { decodedText } from '../../tabular/decode.js'
import { openTable } from '../../tabular/open-table.js'
import type { Dialect, ImportFile } from '../../tabular/table.js'
import { SeenColumn } from './seen-column.js'

export interface SeenFile {
  /** As it is to be called in the mapping. */
  name: string
  file: string
  dialect: Dialect
  columns: readonly SeenColumn[]
  rows: number
}

const delimiters = [',', ';', '\t', '|']

/** @throws FileFault where the file cannot be read */
export async function seenFile(name: string, file: ImportFile): Promise<SeenFile> {
  const dialect = await dialectSeen(file)
  const table = await openTable(file, dialect)
  const columns = table.head.headers.map((header) => new SeenColumn(header))
  let rows = 0
  for await (const piece of table.pieces) {
    for (const { cells, kinds } of piece) {
      rows++
      for (const [index, column] of columns.entries()) column.add(cells[index] ?? '', kinds?.[index] ?? 'text')
    }
  }
  return { name, file: file.name, dialect, columns, rows }
}

async function dialectSeen(file: ImportFile): Promise<Dialect> {
  const isWorkbook = file.name.toLowerCase().endsWith('.xlsx')
  const encoding = isWorkbook || (await isUtf8(file)) ? 'utf-8' : 'windows-1252'
  const delimiter = isWorkbook ? ',' : delimiterIn(await firstLine(file, encoding))
  const format = isWorkbook ? 'xlsx' : 'csv'
  return { format, encoding, delimiter, quote: '"', sheet: '', formulas: 'cached', headerLine: 1 }
}

async function isUtf8(file: ImportFile): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for await (const chunk of file.open()) decoder.decode(chunk, { stream: true })
    decoder.decode()
    return true
  } catch {
    return false
  }
}

async function firstLine(file: ImportFile, encoding: string): Promise<string> {
  let text = ''
  for await (const piece of decodedText(file, encoding)) {
    text += piece
    if (text.trimStart().includes('\n')) break
  }
  return text.trimStart().split('\n')[0] ?? ''
}

/** The one that stands most often outside quotes. */
function delimiterIn(header: string): string {
  const bare = header.replaceAll(/"[^"]*"/g, '')
  const counts = delimiters.map((sign) => bare.split(sign).length)
  return delimiters[counts.indexOf(Math.max(...counts))] as string
}
