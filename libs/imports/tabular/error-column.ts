/**
 * The mark by which an error file is known when it comes back, and the guard that keeps spreadsheet
 * programs from running what its cells hold.
 */
import type { TableHead } from './table.js'

/** Header of the last column of an error file. */
export const errorColumn = 'error'

const runnable = /^'*[=+\-@\t\r]/
const guarded = /^'+[=+\-@\t\r]/

export const isErrorFile = ({ headers, dialect }: Pick<TableHead, 'headers' | 'dialect'>): boolean =>
  dialect.format === 'csv' && headers.at(-1)?.toLowerCase() === errorColumn

export const withGuard = (cell: string): string => (runnable.test(cell) ? `'${cell}` : cell)

export const withoutGuard = (cell: string): string => (guarded.test(cell) ? cell.slice(1) : cell)
