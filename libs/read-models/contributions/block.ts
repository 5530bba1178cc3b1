/**
 * Contributions of one metric as bytes that explain themselves: a head in JSON that says which columns
 * there are and where they stand, then the columns. A column that is not wanted is not unpacked.
 */
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { Part } from '#kernel'
import {
  type Coded,
  type ColumnCodes,
  codedOf,
  columnValueAt,
  dayNumber,
  dayOfNumber,
  type Narrow,
  type Numbers,
  numberAt,
  numbersOf,
} from './columns.js'
import { byCause, type Counted, causeOf, codedColumns, numberColumns, originColumns } from './counted.js'

export type BlockColumn = Numbers | Coded<string | null> | Coded<number>
export type BlockColumns = ReadonlyMap<string, BlockColumn>

interface Place {
  at: number
  bytes: number
}

interface ColumnHead {
  name: string
  base?: number
  type?: keyof typeof arrays
  steps?: Place
  values?: Place
}

const arrays = { Uint8Array, Uint16Array, Uint32Array, Float64Array } as const

/** The columns that questions read. */
export function blockColumnsOf(rows: readonly Counted[]): Map<string, BlockColumn> {
  const columns = new Map<string, BlockColumn>()
  const numbers = {
    cause: causeOf,
    value: (row: Counted) => row.value,
    whole: (row: Counted) => row.whole,
    length: (row: Counted) => row.length ?? Number.NaN,
  }
  for (const name of numberColumns) columns.set(name, numbersOf(rows.map(numbers[name])))
  columns.set('day', codedOf(rows.map(({ day }) => dayNumber(day))))
  for (const name of codedColumns) {
    const coded = codedOf(rows.map((row) => row[name] ?? null))
    if (coded.codes || coded.values[0] !== null) columns.set(name, coded)
  }
  return columns
}

/** The columns that say where contributions come from. */
export const originsOf = (rows: readonly Counted[]): Map<string, BlockColumn> =>
  new Map(originColumns.map((name) => [name, codedOf(rows.map((row) => row[name]))]))

/** A block of contributions of one metric, at least one. */
export function blockOf(metric: string, rows: readonly Counted[]): Part {
  const sorted = rows.toSorted(byCause)
  return {
    metric,
    ...spanOf(sorted),
    columns: packed(rows.length, blockColumnsOf(sorted)),
    // Seldom read, and for the most part ids.
    origins: deflateRawSync(packed(rows.length, originsOf(sorted)), { level: 1 }),
  }
}

/** What the head of a part says of contributions. */
export function spanOf(rows: readonly Counted[]): Omit<Part, 'metric' | 'columns' | 'origins'> {
  let [first, last] = [rows[0] as Counted, rows[0] as Counted]
  let [firstDay, lastDay] = [first.day, first.day]
  for (const row of rows) {
    if (causeOf(row) < causeOf(first)) first = row
    if (causeOf(row) > causeOf(last)) last = row
    if (row.day < firstDay) firstDay = row.day
    if (row.day > lastDay) lastDay = row.day
  }
  return { count: rows.length, firstCause: causeOf(first), lastCause: causeOf(last), firstDay, lastDay }
}

/** Arrays begin at multiples of eight bytes, as their types demand. */
const aligned = (at: number): number => Math.ceil(at / 8) * 8

function packed(count: number, columns: BlockColumns): Uint8Array {
  const pieces: Uint8Array[] = []
  let size = 0
  const put = (piece: Uint8Array): Place => {
    const place = { at: size, bytes: piece.byteLength }
    pieces.push(piece, new Uint8Array(aligned(piece.byteLength) - piece.byteLength))
    size += aligned(piece.byteLength)
    return place
  }
  const heads = [...columns].map(([name, column]) => headOf(name, column, put))
  const head = Buffer.from(JSON.stringify({ count, columns: heads }))
  const start = Buffer.alloc(aligned(4 + head.byteLength), ' ')
  start.writeUInt32LE(head.byteLength)
  start.set(head, 4)
  return Buffer.concat([start, ...pieces])
}

function headOf(name: string, column: BlockColumn, put: (piece: Uint8Array) => Place): ColumnHead {
  const array = 'base' in column ? column.steps : column.codes
  const steps = array && {
    type: array.constructor.name as keyof typeof arrays,
    steps: put(new Uint8Array(array.buffer, array.byteOffset, array.byteLength)),
  }
  // JSON knows no NaN: a number that is none is left out.
  if ('base' in column) return { name, base: Number.isNaN(column.base) ? undefined : column.base, ...steps }
  return { name, values: put(Buffer.from(JSON.stringify(column.values))), ...steps }
}

/** Columns of a packed part, each on its own memory; only those named, where they are there. */
export function unpacked(bytes: Uint8Array, names?: ReadonlySet<string>): Map<string, BlockColumn> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const headSize = buffer.readUInt32LE(0)
  const head = JSON.parse(buffer.toString('utf8', 4, 4 + headSize)) as { columns: ColumnHead[] }
  const start = aligned(4 + headSize)
  const columns = new Map<string, BlockColumn>()
  for (const column of head.columns)
    if (!names || names.has(column.name)) columns.set(column.name, columnFrom(buffer.subarray(start), column))
  return columns
}

function columnFrom(buffer: Buffer, { base, type, steps, values }: ColumnHead): BlockColumn {
  const piece = ({ at, bytes }: Place) => buffer.subarray(at, at + bytes)
  const array = type && steps ? new arrays[type](copied(piece(steps))) : undefined
  if (!values) return { base: base ?? Number.NaN, ...(array && { steps: array as Narrow }) }
  return { values: JSON.parse(piece(values).toString()), ...(array && { codes: array as ColumnCodes }) }
}

function copied(bytes: Uint8Array): ArrayBuffer {
  const copy = new ArrayBuffer(bytes.byteLength)
  new Uint8Array(copy).set(bytes)
  return copy
}

/** The origins of a block, to be unpacked as its columns are. */
export const inflatedOrigins = (bytes: Uint8Array): Uint8Array => inflateRawSync(bytes)

/** The contributions of a block as they were given to it. */
export function rowsOf(metric: string, part: Pick<Part, 'count' | 'columns' | 'origins'>): Counted[] {
  const origins = part.origins ? unpacked(inflatedOrigins(part.origins)) : []
  const columns = new Map([...unpacked(part.columns), ...origins])
  const number = (name: string, at: number) => numberAt(columns.get(name) as Numbers, at)
  const coded = (name: string, at: number) => {
    const column = columns.get(name) as Coded<string | null> | undefined
    return (column && columnValueAt(column, at)) ?? undefined
  }
  return Array.from({ length: part.count }, (_, at) => {
    const row: Counted = {
      metric,
      entity: coded('entity', at) ?? '',
      partition: coded('partition', at) ?? '',
      day: dayOfNumber(columnValueAt(columns.get('day') as Coded<number>, at)),
      value: number('value', at),
      whole: number('whole', at),
      cause: { position: number('cause', at) },
    }
    const length = number('length', at)
    if (!Number.isNaN(length)) row.length = length
    for (const name of codedColumns) {
      const value = coded(name, at)
      if (value !== undefined) row[name] = value
    }
    return row
  })
}
