/** A list as a file, CSV or XLSX: the rows of all its pages, as they are shown, written while they are sent. */
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { InvalidInput, type Query } from '#kernel'
import type { FileRows } from '#queries'

export const exportFormats = ['csv', 'xlsx'] as const
export type ExportFormat = (typeof exportFormats)[number]

export const typeOf: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** @throws InvalidInput where the format is none */
export function requireFormat(format: unknown): ExportFormat {
  const known = exportFormats.find((one) => one === format)
  if (known) return known
  throw new InvalidInput([{ path: 'format', code: 'not-a-choice', limit: exportFormats.join(', ') }])
}

export async function exported(page: Query, format: ExportFormat, { columns, pages }: FileRows): Promise<Readable> {
  // Few programs ever write a file.
  const { writeCsvStream, writeXlsxStream } = await import('hucre')
  const utf8 = new TextDecoder()
  function* lines() {
    yield columns
    for (const rows of pages) yield* JSON.parse(utf8.decode(rows)) as (string | number | null)[][]
  }
  // What people wrote is no formula: in a workbook it is typed as text, in CSV it has to be marked.
  const bytes =
    format === 'csv'
      ? writeCsvStream(lines(), { bom: true, escapeFormulae: true })
      : writeXlsxStream(lines(), { name: page.name.slice(0, 31) })
  return Readable.fromWeb(bytes as ReadableStream)
}
