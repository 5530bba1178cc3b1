/**
 * Contributions of one metric as bytes that explain themselves: a head in JSON that says which columns
 * there are and where they stand, then the columns. A column that is not wanted is not unpacked.
 */
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { BEYOND, type Part, type PartSpan, type Position, storedPosition } from '#kernel'
import {
  type Coded,
  CodedColumn,
  type ColumnCodes,
  columnValueAt,
  dayNumber,
  dayOfNumber,
  type Narrow,
  NumberColumn,
  type Numbers,
  numberAt,
} from './columns.js'
import { type Counted, causeOf, codedColumns, numberColumns, originColumns } from './counted.js'

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

/** Gathers contributions of one metric into the columns of a block. */
export class BlockBuilder {
  /** How many there are. */
  count = 0
  private readonly numbers: Record<(typeof numberColumns)[number], NumberColumn>
  private readonly day: CodedColumn<string>
  private readonly coded: readonly { name: (typeof codedColumns)[number]; column: CodedColumn<string | null> }[]
  /** A column for each dimension that any of them states. */
  private readonly dimensions = new Map<string, CodedColumn<string | null>>()
  private readonly entity: CodedColumn<string>
  private readonly partition: CodedColumn<string>
  private readonly extent = new Extent()

  /** @param most that are put in */
  constructor(private readonly most: number) {
    const number = () => new NumberColumn(most)
    this.numbers = { cause: number(), value: number(), whole: number(), length: number(), amount: number() }
    this.day = new CodedColumn(most)
    this.coded = codedColumns.map((name) => ({ name, column: new CodedColumn(most) }))
    this.entity = new CodedColumn(most)
    this.partition = new CodedColumn(most)
  }

  static from(rows: readonly Counted[]): BlockBuilder {
    const columns = new BlockBuilder(rows.length)
    for (const row of rows) columns.add(row)
    return columns
  }

  add(row: Counted): void {
    this.count++
    this.extent.add(row)
    const { cause, value, whole, length, amount } = this.numbers
    cause.add(causeOf(row))
    value.add(row.value)
    whole.add(row.whole)
    length.add(row.length ?? Number.NaN)
    amount.add(row.amount ?? Number.NaN)
    this.day.add(row.day)
    for (const { name, column } of this.coded) column.add(row[name] ?? null)
    this.addDimensions(row.of)
    this.entity.add(row.entity)
    this.partition.add(row.partition)
  }

  private addDimensions(of: Counted['of']): void {
    for (const name in of) if (!this.dimensions.has(name)) this.dimensions.set(name, this.emptyColumn())
    for (const [name, column] of this.dimensions) column.add(of[name] ?? null)
  }

  /** Of those before, none says anything in it. */
  private emptyColumn(): CodedColumn<string | null> {
    const column = new CodedColumn<string | null>(this.most)
    for (let before = 1; before < this.count; before++) column.add(null)
    return column
  }

  /** The columns that questions read. */
  get read(): BlockColumns {
    const columns = new Map<string, BlockColumn>()
    for (const name of numberColumns) columns.set(name, this.numbers[name].column())
    const days = this.day.column()
    columns.set('day', { ...days, values: days.values.map(dayNumber) })
    for (const [name, column] of this.dimensions) columns.set(name, column.column())
    for (const { name, column } of this.coded) {
      const coded = column.column()
      if (coded.codes || coded.values[0] !== null) columns.set(name, coded)
    }
    return columns
  }

  /** The columns that say where contributions come from. */
  get origins(): BlockColumns {
    return new Map<string, BlockColumn>([
      ['entity', this.entity.column()],
      ['partition', this.partition.column()],
    ])
  }

  /** The block, of at least one contribution. */
  part(metric: string): Part {
    const { count } = this
    return {
      metric,
      count,
      ...this.extent.told,
      columns: packed(count, this.read),
      // Seldom read, and for the most part ids.
      origins: deflateRawSync(packed(count, this.origins), { level: 1 }),
    }
  }
}

/** What the head of a part says of contributions, but for how many they are. */
export class Extent {
  private firstCause = BEYOND
  private lastCause: Position = 0
  private firstDay: string | undefined
  private lastDay = ''

  add(row: Counted): void {
    const cause = causeOf(row)
    if (cause < this.firstCause) this.firstCause = cause
    if (cause > this.lastCause) this.lastCause = cause
    if (this.firstDay === undefined || row.day < this.firstDay) this.firstDay = row.day
    if (row.day > this.lastDay) this.lastDay = row.day
  }

  get told(): Omit<PartSpan, 'metric' | 'count'> {
    const { firstCause, lastCause, firstDay = '', lastDay } = this
    return { firstCause, lastCause, firstDay, lastDay }
  }
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

/** Columns that contributions of every metric may have; all others are of its dimensions. */
const ofAll: ReadonlySet<string> = new Set([...numberColumns, 'day', ...codedColumns, ...originColumns])

/** The contributions of a block as they were given to it. */
export function rowsOf(metric: string, part: Pick<Part, 'count' | 'columns' | 'origins'>): Counted[] {
  const origins = part.origins ? unpacked(inflatedOrigins(part.origins)) : []
  const columns = new Map([...unpacked(part.columns), ...origins])
  const number = (name: string, at: number) => numberAt(columns.get(name) as Numbers, at)
  const days = columns.get('day') as Coded<number>
  const told = { ...days, values: days.values.map(dayOfNumber) }
  const coded = (name: string, at: number) => {
    const column = columns.get(name) as Coded<string | null> | undefined
    return (column && columnValueAt(column, at)) ?? undefined
  }
  const dimensions = [...columns.keys()].filter((name) => !ofAll.has(name))
  return Array.from({ length: part.count }, (_, at) => {
    const stated = dimensions.flatMap((name) => {
      const value = coded(name, at)
      return value === undefined ? [] : [[name, value] as const]
    })
    const row: Counted = {
      metric,
      of: Object.fromEntries(stated),
      entity: coded('entity', at) ?? '',
      partition: coded('partition', at) ?? '',
      day: columnValueAt(told, at),
      value: number('value', at),
      whole: number('whole', at),
      cause: { position: storedPosition(number('cause', at)) },
    }
    const length = number('length', at)
    if (!Number.isNaN(length)) row.length = length
    const amount = number('amount', at)
    if (!Number.isNaN(amount)) row.amount = amount
    for (const name of codedColumns) {
      const value = coded(name, at)
      if (value !== undefined) row[name] = value
    }
    return row
  })
}
