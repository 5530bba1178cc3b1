/** Opens a file as a table by its declared format. */
import { openCsv } from './csv.js'
import type { Dialect, FileTable, ImportFile } from './table.js'
import { openXlsx } from './xlsx.js'

/** Throws FileFault when the file is empty, unreadable, or not what was declared. */
export const openTable = (file: ImportFile, dialect: Dialect): Promise<FileTable> =>
  dialect.format === 'xlsx' ? openXlsx(file, dialect) : openCsv(file, dialect)
