/** What a store in memory holds at one moment. A state never changes: a write makes the next one of it. */

import {
  BEYOND,
  type Checkpoint,
  type FilingRow,
  isListType,
  type Lease,
  LeaseLost,
  type Part,
  type PartHead,
  type Position,
  type Row,
  SerialQueue,
  type TableShape,
  type ToldWrite,
  type Write,
} from '#kernel'

export interface Table {
  shape: TableShape
  /** False while it is being loaded in bulk. */
  ready: boolean
  rows: ReadonlyMap<string, Row>
  /** Loaded in bulk, until that is finished. */
  loaded: readonly Row[]
}

/** A filing with the position up to which it held. */
export type FiledVersion = Omit<FilingRow, 'instead'> & { until?: Position }

export interface State {
  tables: ReadonlyMap<string, Table>
  /** The last epoch by which each lease has claimed it. */
  claims: ReadonlyMap<string, number>
  checkpoints: ReadonlyMap<string, Position>
  told: readonly (ToldWrite & { name: string; id: number })[]
  parts: readonly (Part & { id: PartHead['id'] })[]
  /** The last id that was given to a part. */
  lastPart: number
  /** By partition. */
  filings: ReadonlyMap<string, readonly FiledVersion[]>
}

const nothing: State = {
  tables: new Map(),
  claims: new Map(),
  checkpoints: new Map(),
  told: [],
  parts: [],
  lastPart: 0,
  filings: new Map(),
}

/** What stores that are opened more than once share. */
export class HostileMemory {
  state = nothing
  readonly writes = new SerialQueue()
  readonly followers = new Set<() => void>()
}

/** Writes that progress is told of. */
const mostTold = 1000

/** @throws Error when there is none */
export function tableIn({ tables }: State, name: string): Table {
  const table = tables.get(name)
  if (!table) throw new Error(`there is no table "${name}": declare it first`)
  return table
}

/** @throws Error when there is none, or it is being loaded */
export function readyTable(state: State, name: string): Table {
  const table = tableIn(state, name)
  if (!table.ready) throw new Error(`table "${name}" is being loaded: call finishLoad first`)
  return table
}

/** As a row is given back: every column there, absent ones null, absent lists empty. */
export function rowAsGiven({ columns }: TableShape, row: Row): Row {
  const all = columns.map(({ name, type }) => [name, row.columns[name] ?? (isListType(type) ? [] : null)] as const)
  return structuredClone({ ...row, columns: Object.fromEntries(all) })
}

/** @throws LeaseLost where a later lease has claimed what one of these has */
export function requireClaims({ claims }: State, leases: Iterable<Lease>): void {
  for (const { name, epoch } of leases) if ((claims.get(name) ?? 0) > epoch) throw new LeaseLost(name)
}

/** The state after all the writes and the checkpoint. @throws Error where one of them cannot be; then there is none */
export function afterWrites(state: State, writes: readonly Write[], checkpoint?: Checkpoint): State {
  const next = new Draft(state)
  for (const write of writes) next.apply(write)
  return checkpoint ? checkpointed(next.state, checkpoint) : next.state
}

class Draft {
  private readonly copied = new Map<string, Map<string, Row>>()
  state: State

  constructor(from: State) {
    this.state = { ...from, tables: new Map(from.tables), filings: new Map(from.filings) }
  }

  apply(write: Write): void {
    if ('append' in write) this.state = appended(this.state, [write.append])
    else if ('file' in write) for (const row of write.file.rows) this.file(row)
    else if ('put' in write) this.put(write.table, write.put)
    else this.remove(write.table, write)
  }

  private put(name: string, row: Row): void {
    const { shape } = readyTable(this.state, name)
    shape.requireColumns(row.columns)
    const rows = this.rowsOf(name)
    if ((rows.get(row.key)?.position ?? -1) < row.position) rows.set(row.key, rowAsGiven(shape, row))
  }

  private remove(name: string, { remove, position }: { remove: string; position: Position }): void {
    const rows = this.rowsOf(name)
    if ((rows.get(remove)?.position ?? BEYOND) <= position) rows.delete(remove)
  }

  private rowsOf(name: string): Map<string, Row> {
    const known = this.copied.get(name)
    if (known) return known
    const table = readyTable(this.state, name)
    const rows = new Map(table.rows)
    this.copied.set(name, rows)
    ;(this.state.tables as Map<string, Table>).set(name, { ...table, rows })
    return rows
  }

  private file({ instead, ...row }: FilingRow): void {
    const before = this.state.filings.get(row.partition) ?? []
    const isOf = (one: FiledVersion, position: Position) => one.first === row.first && one.position === position
    const ended = before.map((one) => (instead && isOf(one, instead.position) ? { ...one, until: row.position } : one))
    const isThere = before.some((one) => isOf(one, row.position))
    const after = isThere ? ended : [...ended, structuredClone(row)]
    ;(this.state.filings as Map<string, readonly FiledVersion[]>).set(row.partition, after)
  }
}

export function appended(state: State, parts: readonly Part[]): State {
  const fresh = parts.map((part, at) => ({ ...structuredClone(part), id: state.lastPart + at + 1 }))
  return { ...state, parts: [...state.parts, ...fresh], lastPart: state.lastPart + parts.length }
}

/** @throws Error when one to be replaced is not there, or nothing takes their place */
export function replaced(state: State, ids: readonly number[], by: readonly Part[]): State {
  if (by.length === 0) throw new Error('contributions are replaced by nothing')
  const missing = ids.find((id) => !state.parts.some((part) => part.id === id))
  if (missing !== undefined) throw new Error(`there is no part ${missing} of contributions to replace`)
  const next = appended(state, by)
  return { ...next, parts: next.parts.filter(({ id }) => !ids.includes(id)) }
}

function checkpointed(state: State, { name, position, partitions }: Checkpoint): State {
  const before = state.checkpoints.get(name) ?? 0
  const checkpoints = new Map(state.checkpoints).set(name, position)
  if (partitions === undefined) return { ...state, checkpoints }
  const id = (state.told.at(-1)?.id ?? 0) + 1
  const told = [...state.told, { id, name, before, position, partitions: [...partitions] }].slice(-mostTold)
  return { ...state, checkpoints, told }
}
