/** A list as a file, CSV or XLSX: the rows of all its pages, as they are shown, read while they are sent. */
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { writeCsvStream, writeXlsxStream } from 'hucre'
import { InvalidInput, type JsonObject, type JsonSchema, ListAnswer, type Query, shownSchemaOf } from '#kernel'
import { exportColumnsOf } from './columns.js'

export const exportFormats = ['csv', 'xlsx'] as const
export type ExportFormat = (typeof exportFormats)[number]

/** Which list of an answer can be had as a file: the rows of a list, or those that the query says; of others none. */
export const fileRowsOf = ({ answer, fileRows }: Pick<Query, 'answer' | 'fileRows'>): string | undefined =>
  fileRows ?? (answer.prototype instanceof ListAnswer ? 'rows' : undefined)

export const typeOf: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** An answer whose list of rows has the name that `fileRowsOf` gives. */
export type ExportPage = JsonObject & { next?: string }

/** @throws InvalidInput where the query answers no list, or the format is none */
export function requireExport(format: unknown, page: Query): ExportFormat {
  const known = exportFormats.find((one) => one === format)
  const isList = fileRowsOf(page) !== undefined
  if (known && isList) return known
  const limit = isList ? exportFormats.join(', ') : 'only lists are exported'
  throw new InvalidInput([{ path: 'format', code: 'not-a-choice', limit }])
}

/**
 * @param first the first page, read before anything is sent, so that a refusal is one
 * @param next reads the page of a cursor
 */
export function exported(
  page: Query,
  format: ExportFormat,
  { first, next }: { first: ExportPage; next(cursor: string): Promise<ExportPage> },
): Readable {
  const rows = fileRowsOf(page) ?? ''
  const columns = exportColumnsOf(rowSchemaOf(page, rows))
  async function* lines() {
    yield columns.map(({ name }) => name)
    for (let at: ExportPage | undefined = first; at; at = at.next === undefined ? undefined : await next(at.next))
      for (const row of at[rows] as JsonObject[]) yield columns.map(({ cell }) => cell(row))
  }
  // What people wrote is no formula: in a workbook it is typed as text, in CSV it has to be marked.
  const bytes =
    format === 'csv'
      ? writeCsvStream(lines(), { bom: true, escapeFormulae: true })
      : writeXlsxStream(lines(), { name: page.name.slice(0, 31) })
  return Readable.fromWeb(bytes as ReadableStream)
}

function rowSchemaOf({ answer }: Query, rows: string): JsonSchema {
  const { properties } = shownSchemaOf(answer) as { properties: Record<string, JsonSchema> }
  return (properties[rows]?.items ?? {}) as JsonSchema
}
