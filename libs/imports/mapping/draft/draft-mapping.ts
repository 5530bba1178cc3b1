/**
 * A mapping to begin with, as text: what was seen in the files is filled in, what only a person knows stands
 * in comments. It reads as a mapping, so that its preview says what is still to be told.
 */
import type { Notation } from '../../values/decimal.js'
import type { SeenColumn } from './seen-column.js'
import type { SeenFile } from './seen-file.js'

const opening = `# A mapping to begin with. Whatever is told of the files was seen in them and may be wrong: check it.
# Then say what each column means: docs/how-to/import.md, and docs/reference/import-targets.md for targets and fields.
kumppani-mapping: 1
source: my-source # a name for the system that the files come from
`

export function draftMapping(files: readonly SeenFile[]): string {
  const tables = files.flatMap(tablesOf)
  const values = tables.length > 0 ? ['', 'values: # what a cell says: what is meant', ...tables] : []
  const lines = [opening, 'files:', ...files.flatMap(fileLines), ...values, '', 'rows:', ...files.flatMap(rowsLines)]
  return `${lines.join('\n')}\n`
}

function fileLines({ name, file, dialect, columns }: SeenFile): string[] {
  const isWorkbook = dialect.format === 'xlsx'
  const notation = readingMost(columns.map((column) => column.numberNotations))
  const dates = readingMost(columns.map((column) => column.dateFormats))
  const formats = [
    ...(isWorkbook ? [] : [`encoding: ${dialect.encoding}`, `delimiter: ${scalar(dialect.delimiter)}`]),
    ...(dates === undefined || isWorkbook ? [] : [`dates: ${scalar(dates)}`]),
    ...(notation === undefined || isWorkbook ? [] : notationParts(notation)),
  ]
  const format = isWorkbook ? ', format: xlsx' : ''
  const declared = formats.length > 0 ? `, formats: { ${formats.join(', ')} }` : ''
  return [`  ${name}: { name: ${scalar(file)}${format}${declared} }`]
}

function notationParts({ decimal, thousands }: Notation): string[] {
  const grouped = thousands ? [`thousands: ${scalar(thousands)}`] : []
  return [`decimal: ${scalar(decimal)}`, ...grouped]
}

function tablesOf(file: SeenFile): string[] {
  return file.columns.flatMap((column, index) => {
    const entries = [...column.valuesToMap]
    if (entries.length === 0) return []
    const lines = entries.map(([text, rows]) => `    ${scalar(text)}: ${scalar(text)} # ${rows} rows`)
    return [`  ${tableName(file, index)}: # ${comment(column.header)}`, ...lines]
  })
}

const tableName = ({ name }: SeenFile, column: number): string => `${name}-${column + 1}`

function rowsLines(file: SeenFile): string[] {
  const { name, columns, rows } = file
  const told = columns.map((column, index) => `  #   ${comment(column.header)}: ${seenIn(column, file, index)}`)
  const named = columns.filter(({ header }) => header !== '')
  const complete = named.filter(({ filled }) => filled === rows)
  const key = complete.find(({ isKey }) => isKey) ?? complete.find(({ isUnique }) => isUnique) ?? named[0]
  const text = named.find((column) => column !== key && isText(column)) ?? key
  return [
    `  # ${comment(file.file)}: ${rows} rows`,
    ...told,
    `  - file: ${name}`,
    '    records:',
    '      - target: customer # or what else a row is',
    `        key: ${scalar(key?.header ?? '')}${key?.isUnique ? '' : ' # rows repeat it: the last word stands'}`,
    '        at: before # or the column that says since when',
    '        fields:',
    `          name: ${scalar(text?.header ?? '')}`,
  ]
}

const isText = (column: SeenColumn): boolean =>
  column.filled > 0 && column.dateFormats.length + column.numberNotations.length === 0

function seenIn(column: SeenColumn, file: SeenFile, index: number): string {
  const { filled, isUnique, unread } = column
  if (filled === 0) return 'empty'
  const some = filled < file.rows ? `, ${filled} filled` : ''
  const odd = unread > 0 ? `, but ${unread} that can be read as none` : ''
  return `${typeSeen(column)}${odd}${isUnique ? ', all different' : ''}${some}${tableSeen(column, file, index)}`
}

function typeSeen({ dateFormats, numberNotations: [notation, ...others] }: SeenColumn): string {
  const [format, ...more] = dateFormats
  if (format !== undefined) return `dates, ${[format, ...more].join(' or ')}`
  if (!notation) return 'text'
  const isSure = others.every(({ decimal }) => decimal === notation.decimal)
  return isSure ? `numbers with ${notationParts(notation).join(' and ')}` : 'numbers, whose decimal sign cannot be seen'
}

const tableSeen = (column: SeenColumn, file: SeenFile, index: number): string =>
  column.valuesToMap.size > 0 ? `, { column: ${scalar(column.header)}, values: ${tableName(file, index)} }` : ''

/** What reads the most columns; of several the one that was tried first. */
function readingMost<T extends string | Notation>(found: readonly (readonly T[])[]): T | undefined {
  const counts = new Map<T, number>()
  for (const one of found.flat()) counts.set(one, (counts.get(one) ?? 0) + 1)
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0]
}

/** Nothing that a header or a cell holds may end the comment or the scalar it stands in. */
const comment = (text: string): string => text.replaceAll(/\s+/g, ' ')
const scalar = (text: string): string => (/^\p{L}[\p{L}\d_ ]*(?<! )$/u.test(text) ? text : JSON.stringify(text))
