/** What can be asked of a state in memory; answers share nothing with it. */
import {
  type Aggregate,
  askedWords,
  BadCursor,
  type Find,
  type FindEach,
  findsOf,
  type Part,
  type PartHead,
  pageSizeOf,
  type Row,
  type RowKeys,
  type RowPage,
  type RowScan,
  readCursor,
  requireAggregate,
  requireWhere,
  type Scalar,
  type Search,
  saysWords,
  type Where,
  writeCursor,
} from '#kernel'
import { comparePlaces, compareValues, fitting, sortPlaceOf, type Told } from './matching.js'
import { readyTable, type State } from './state.js'

export class MemoryReads {
  constructor(
    private readonly state: State,
    private readonly locale: string,
  ) {}

  getMany(wanted: readonly RowKeys[]): Row[][] {
    return wanted.map(({ table, keys, columns }) => {
      const { rows, shape } = readyTable(this.state, table)
      for (const column of columns ?? []) shape.column(column)
      const found = [...new Set(keys)].flatMap((key) => rows.get(key) ?? [])
      return found.map((row) => narrowed(row, { columns }))
    })
  }

  find(name: string, query: Find): RowPage {
    return this.page(name, query, () => true)
  }

  findEach(name: string, query: FindEach): RowPage[] {
    return findsOf(query).map((each) => this.find(name, each))
  }

  search(name: string, { text, ...query }: Search): RowPage {
    const { name: column } = readyTable(this.state, name).shape.searched()
    const asked = askedWords(text)
    if (asked.length === 0) return { rows: [] }
    const isFound = ({ columns }: Row) => saysWords(String(columns[column] ?? ''), asked)
    return this.page(name, query, isFound, text)
  }

  count(name: string, where?: Where): number {
    const told = this.told(name)
    requireWhere(told.shape, where)
    return this.rowsOf(name).filter(fitting(where, told)).length
  }

  scan(name: string, query: RowScan): Row[] {
    const told = this.told(name)
    pageSizeOf(told.shape, query)
    const { where, sort = [], after } = query
    const rows = this.rowsOf(name).filter(fitting(where, told))
    const behind = after === undefined ? rows : rows.filter(({ key }) => compareValues(key, after) > 0)
    return structuredClone(this.sorted(behind, sort, told))
  }

  aggregate(name: string, query: Aggregate): Record<string, Scalar>[] {
    const told = this.told(name)
    requireAggregate(told.shape, query)
    const rows = this.rowsOf(name).filter(fitting(query.where, told))
    const groups = Map.groupBy(rows, ({ columns }) => JSON.stringify(query.group.map((column) => columns[column])))
    if (query.group.length === 0 && groups.size === 0) groups.set('[]', [])
    return [...groups].map(([group, of]) => {
      const values = JSON.parse(group) as Scalar[]
      const found = Object.fromEntries(query.group.map((column, at) => [column, values[at] ?? null]))
      for (const [output, value] of Object.entries(query.values)) found[output] = computed(of, value)
      return found
    })
  }

  heads(metric?: string): PartHead[] {
    const wanted = this.state.parts.filter(
      (part) => metric === undefined || part.metric === metric || part.metric === null,
    )
    return wanted.map(({ columns: _, origins: __, ...head }) => ({ ...head }))
  }

  read(ids: readonly number[], piece: 'columns' | 'origins'): Part['origins'][] {
    const byId = new Map(this.state.parts.map((part) => [part.id, part]))
    return structuredClone(ids.map((id) => byId.get(id)?.[piece] as Part['origins']))
  }

  private told(name: string): Told {
    return { shape: readyTable(this.state, name).shape, locale: this.locale }
  }

  private rowsOf(name: string): Row[] {
    return [...readyTable(this.state, name).rows.values()]
  }

  private sorted(rows: readonly Row[], sort: NonNullable<Find['sort']>, told: Told): Row[] {
    const placed = rows.map((row) => ({ row, place: sortPlaceOf(row, sort, told) }))
    return placed.sort((a, b) => comparePlaces(a.place, b.place, sort)).map(({ row }) => row)
  }

  private page(name: string, query: Find, isFound: (row: Row) => boolean, text?: string): RowPage {
    const told = this.told(name)
    const limit = pageSizeOf(told.shape, query)
    const { where, sort = [], cursor, skip = 0, locale } = query
    const identity = JSON.stringify([name, where, query.sort, locale, text ?? null])
    const reader = { ...told, reader: locale }
    const since = cursor === undefined ? undefined : readCursor(identity, cursor)
    if (since && since.length !== sort.length + 1) throw new BadCursor()
    const fits = fitting(where, told)
    const found = this.rowsOf(name).filter((row) => isFound(row) && fits(row))
    const rest = since ? found.filter((row) => comparePlaces(sortPlaceOf(row, sort, reader), since, sort) > 0) : found
    const inOrder = this.sorted(rest, sort, reader).slice(skip)
    const shown = inOrder.slice(0, limit)
    const rows = shown.map((row) => narrowed(row, query))
    const last = shown.at(-1)
    if (inOrder.length <= limit || !last) return { rows }
    return { rows, next: writeCursor(identity, sortPlaceOf(last, sort, reader)) }
  }
}

/** With the columns asked for, and those sorted by. */
function narrowed(row: Row, { columns, sort = [] }: Find): Row {
  if (!columns) return structuredClone(row)
  const names = new Set([...columns, ...sort.map(({ column }) => column)])
  const kept = Object.entries(row.columns).filter(([name]) => names.has(name))
  return structuredClone({ ...row, columns: Object.fromEntries(kept) })
}

function computed(rows: readonly Row[], { sum, count, min, max, distinct }: Aggregate['values'][string]): Scalar {
  if (count) return rows.length
  const column = sum ?? distinct ?? min ?? max ?? ''
  const values = rows.map(({ columns }) => columns[column] as Scalar).filter((value) => value !== null)
  if (sum !== undefined) return values.reduce<number>((total, value) => total + Number(value), 0)
  if (distinct !== undefined) return new Set(values).size
  values.sort(compareValues)
  return (min === undefined ? values.at(-1) : values[0]) ?? null
}
