/** What holds for a file once its own declarations are laid over those for all files. */
import type { Dialect } from '../tabular/table.js'
import type { Formats, Mapping } from './mapping.js'

export const formatsOf = ({ formats, files }: Mapping, file: string): Formats => ({
  ...formats,
  ...declaredFile(files, file)?.formats,
})

const declaredFile = (files: Mapping['files'], name: string) => (Object.hasOwn(files, name) ? files[name] : undefined)

export function dialectOf(mapping: Mapping, name: string): Dialect {
  const { encoding = 'utf-8', delimiter = ',', quote = '"' } = formatsOf(mapping, name)
  const file = declaredFile(mapping.files, name)
  return {
    format: file?.format ?? 'csv',
    encoding: encoding.toLowerCase(),
    delimiter,
    quote,
    sheet: file?.sheet ?? '',
    formulas: file?.formulas ?? 'refuse',
    headerLine: Number(file?.headerLine ?? '1'),
    shortRows: file?.shortRows ?? 'refuse',
  }
}
