/**
 * The refused rows of a file in that file's own format, with what is wrong in one more column at the
 * end: to be corrected and sent again with the same mapping. CSV comes as UTF-8 with a byte-order mark,
 * which the reader honours whatever encoding is declared.
 */
import type { CellValue } from 'hucre/xlsx'
import { said, type TextLanguage } from '#kernel'
import type { RowProblem } from '../problem.js'
import { errorColumn, withGuard } from '../tabular/error-column.js'
import type { CellKind, SourceRow, TableHead } from '../tabular/table.js'

/** A refused row: as planned, or refused later by the rules of the business. */
export interface RowToCorrect {
  source: SourceRow
  problems: readonly RowProblem[]
}

/**
 * The rows must be of one file; those of others are passed over. Nothing comes out when there are
 * none. What is wrong stands in one language. The content may be personal: the caller seals and expires it.
 */
export async function* errorFile(
  file: string,
  rows: AsyncIterable<RowToCorrect> | Iterable<RowToCorrect>,
  language: TextLanguage,
): AsyncGenerator<Uint8Array> {
  const workbook: RowToCorrect[] = []
  let begun = false
  for await (const row of rows) {
    if (row.source.head.file !== file) continue
    if (row.source.head.dialect.format === 'xlsx') workbook.push(row)
    else {
      const text = begun ? '' : `\ufeff${preamble(row.source.head)}`
      begun = true
      yield Buffer.from(text + csvLine(withProblems(row, language), row.source.head))
    }
  }
  if (workbook[0]) yield await workbookOf(workbook, workbook[0].source.head, language)
}

/** Lines above a declared header are kept empty, so that the header stands where the mapping says. */
const preamble = (head: TableHead): string =>
  '\n'.repeat(head.dialect.headerLine - 1) + csvLine([...ownHeaders(head), errorColumn], head)

const hasErrorColumn = ({ headers }: TableHead): boolean => headers.at(-1)?.toLowerCase() === errorColumn

const ownHeaders = (head: TableHead): readonly string[] =>
  hasErrorColumn(head) ? head.headers.slice(0, -1) : head.headers

/**
 * The cells with the problems after them. A row that did not fit its header must not begin to fit by
 * the column that is added, or it would be taken uncorrected.
 */
function withProblems(row: RowToCorrect, language: TextLanguage): string[] {
  const { head, cells } = row.source
  const width = ownHeaders(head).length
  if (row.source.problem?.code !== 'ragged-row') return [...cells.slice(0, width), sentences(row, language)]
  const filler = cells.length === width ? [''] : []
  return [...cells, ...filler, sentences(row, language)]
}

/** What is wrong in a line of another file says where that is. */
const sentences = ({ source: { head }, problems }: RowToCorrect, language: TextLanguage): string =>
  problems
    .map(({ file, line, column, sentence }) => {
      const places = [...(file === head.file ? [] : [`${file}:${line}`]), ...(column ? [column] : [])]
      return [...places, said(sentence, language)].join(': ')
    })
    .join(' · ')

function csvLine(cells: readonly string[], { dialect: { delimiter, quote } }: TableHead): string {
  const written = (cell: string): string => {
    const safe = withGuard(cell)
    if (!quote) return safe.replaceAll('\n', ' ').replaceAll(delimiter, ' ')
    const plain = !safe.includes(delimiter) && !safe.includes(quote) && !/^\s|\s$|\n/.test(safe)
    return plain ? safe : quote + safe.replaceAll(quote, quote + quote) + quote
  }
  return `${cells.map(written).join(delimiter)}\n`
}

/** Who writes workbooks is loaded with the first of them: many threads know of imports, and few write any. */
async function workbookOf(rows: RowToCorrect[], head: TableHead, language: TextLanguage): Promise<Uint8Array> {
  const { writeXlsx } = await import('hucre/xlsx')
  const above = Array.from({ length: head.dialect.headerLine - 1 }, (): CellValue[] => [])
  const cells = rows.map((row) =>
    withProblems(row, language).map((cell, index) => stored(cell, row.source.kinds?.[index])),
  )
  const name = head.dialect.sheet || 'Rows'
  return writeXlsx({ sheets: [{ name, rows: [...above, [...ownHeaders(head), errorColumn], ...cells] }] })
}

function stored(cell: string, kind: CellKind = 'text'): CellValue {
  if (cell === '' || kind === 'text') return cell || null
  return kind === 'number' ? Number(cell) : new Date(cell.length === 10 ? cell : `${cell}Z`)
}
