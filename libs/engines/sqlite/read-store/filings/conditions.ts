/** Which facts of a timeline are wanted, as conditions of a statement. */
import { BadCursor, type FilingsCondition, readCursor } from '#kernel'
import type { Sql, SqlValue } from '../store-file.js'
import type { FilingNames } from './names.js'

/** Nothing when a name is asked for that no filing has. */
export function filingConditions(
  { partition: name, types, units, function: by, from, below }: FilingsCondition,
  { partitions, codes }: { partitions: FilingNames; codes: FilingNames },
): Sql[] | undefined {
  const partition = partitions.find(name)
  const byCode = by === undefined ? undefined : codes.find(by)
  if (partition === undefined || (by !== undefined && byCode === undefined)) return undefined
  const oneOf = (column: string, names: readonly (string | undefined)[] | undefined): Sql[] => {
    if (names === undefined) return []
    const ids = names.flatMap((each) => (each === undefined ? [] : (codes.find(each) ?? [])))
    const orNone = names.includes(undefined) ? ` OR ${column} IS NULL` : ''
    return [{ text: `(${column} IN (SELECT value FROM json_each(?))${orNone})`, values: [JSON.stringify(ids)] }]
  }
  return [
    { text: 'partition = ? AND until IS NULL AND shown = 1', values: [partition] },
    ...oneOf('type', types),
    ...oneOf('unit', units),
    ...(byCode === undefined ? [] : [{ text: 'function = ?', values: [byCode] }]),
    ...(from === undefined ? [] : [{ text: 'at >= ?', values: [Date.parse(from)] }]),
    ...(below === undefined ? [] : [{ text: 'at < ?', values: [Date.parse(below)] }]),
  ]
}

export function afterCursor(identity: string, cursor: string): Sql {
  const values = readCursor(identity, cursor)
  if (values.length !== 2) throw new BadCursor()
  return { text: '(at, first) < (?, ?)', values: values as SqlValue[] }
}
