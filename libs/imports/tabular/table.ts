/**
 * A file seen as rows under one header, whatever its format. Rows stream: a table holds no more than
 * its reader must.
 */
import { FileFault, type RowProblem, told } from '../problem.js'

/** A file to import. `open` gives the bytes from the start each time it is called. */
export interface ImportFile {
  /** As the sender knows it, with extension; named in problems. */
  name: string
  open(): AsyncIterable<Uint8Array>
}

/** What is declared about a file; nothing of it is guessed. */
export interface Dialect {
  format: 'csv' | 'xlsx'
  /** A WHATWG encoding label. A file that starts with a UTF-8 byte-order mark is UTF-8 whatever is declared. */
  encoding: string
  delimiter: string
  /** One character, or '' where the file quotes nothing. */
  quote: string
  /** Name of the sheet of a workbook; '' is the first that is not hidden. */
  sheet: string
  /** A formula's last computed value may stand for it, or the cell is refused. */
  formulas: 'refuse' | 'cached'
  /** 1-based line of the header; lines above it are not read. */
  headerLine: number
  /** What becomes of a row that ends before its header does; it is refused when nothing is said. */
  shortRows?: 'refuse' | 'fill'
}

/** How a cell was stored: a workbook's dates and numbers need no declared format. */
export type CellKind = 'text' | 'number' | 'date'

/** What every row of a table shares. */
export interface TableHead {
  file: string
  dialect: Dialect
  /** Trimmed, in the file's order. */
  headers: readonly string[]
}

export interface SourceRow {
  head: TableHead
  /** Where the row begins, 1-based; of a workbook the row number. */
  line: number
  /** In the order of the headers. A workbook's dates are ISO, its numbers plain decimals. */
  cells: readonly string[]
  /** Absent when all are text. */
  kinds?: readonly CellKind[]
  /** What is wrong with the row as a row; its cells are then for showing only. */
  problem?: RowProblem
}

export interface FileTable {
  head: TableHead
  /** The rows, in pieces as they are read; to be iterated once. Throws FileFault where the file cannot be read further. */
  pieces: AsyncIterable<SourceRow[]>
  /** Final when the rows have been iterated. */
  passedOver: PassedOver
  /** Lets go of the file; iterating to the end does so too. */
  close(): Promise<void>
}

/** Rows that say nothing and are passed over. */
export interface PassedOver {
  repeatedHeaders: number
  blankRows: number
}

export const normalisedHeader = (header: string): string => header.normalize('NFC').trim().toLowerCase()

/** The index of a column, matched without regard to case and surrounding space. Throws FileFault. */
export function columnIndex(head: TableHead, column: string): number {
  const wanted = normalisedHeader(column)
  const found = head.headers.flatMap((header, index) => (normalisedHeader(header) === wanted ? [index] : []))
  if (found.length === 1) return found[0] as number
  const place = { file: head.file, line: head.dialect.headerLine, column }
  if (found.length > 1) {
    const ambiguous = told('column-ambiguous', { column, times: found.length })
    throw new FileFault({ ...place, code: 'column-ambiguous', sentence: ambiguous })
  }
  const present = head.headers.filter(Boolean).map((header) => `"${header}"`)
  const missing = told('column-missing', { column, present: present.join(', ') || told('no-column') })
  throw new FileFault({ ...place, code: 'column-missing', sentence: missing })
}
