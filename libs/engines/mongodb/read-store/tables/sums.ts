/** Sums, counts and extremes by group, computed by MongoDB. */
import type { Document } from 'mongodb'
import { type Aggregate, requireAggregate, type Scalar } from '#kernel'
import { rowFilter } from './conditions.js'
import { fieldOf, givenScalar, type MongoTable } from './stored-rows.js'

type Found = Record<string, Scalar>

interface Summed {
  table: MongoTable
  /** Has them made of its rows. */
  made(stages: Document[]): Promise<Document[]>
}

/** @throws Error when a column does not exist or cannot be computed with */
export async function sumRows(of: Summed, query: Aggregate): Promise<Found[]> {
  requireAggregate(of.table.shape, query)
  const { group, values } = query
  const plain = Object.entries(values).filter(([, { distinct }]) => distinct === undefined)
  const groups = new Map<string, Found>()
  const computed = Object.fromEntries(plain.map(([, value], at) => [valueAt(at), accumulator(value)]))
  collect(of, await grouped(of, query, computed), { groups, query, names: plain.map(([name]) => name) })
  // Counted one after the other, each group holds no set in memory, however many there are.
  for (const [name, { distinct }] of Object.entries(values))
    if (distinct !== undefined) collect(of, await distinctOf(of, query, distinct), { groups, query, names: [name] })
  if (group.length === 0 && groups.size === 0) groups.set('', {})
  return [...groups.values()].map((row) => ({ ...nothingOf(query), ...row }))
}

const valueAt = (at: number): string => `v${at}`
const groupAt = (at: number): string => `g${at}`

/** What a group without rows comes to. */
function nothingOf({ values }: Aggregate): Found {
  return Object.fromEntries(
    Object.entries(values).map(([name, { min, max }]) => [name, min === undefined && max === undefined ? 0 : null]),
  )
}

const isPresent = (column: string) => ({ $ne: [{ $type: `$${fieldOf(column)}` }, 'maxKey'] })
const presentIn = (column: string) => ({ $cond: [isPresent(column), `$${fieldOf(column)}`, null] })

function accumulator({ sum, count, min, max }: Aggregate['values'][string]): Document {
  if (count) return { $sum: 1 }
  if (sum !== undefined) return { $sum: presentIn(sum) }
  return min === undefined ? { $max: presentIn(max ?? '') } : { $min: presentIn(min) }
}

const groupKey = (group: readonly string[]): Document | null =>
  group.length === 0 ? null : Object.fromEntries(group.map((column, at) => [groupAt(at), presentIn(column)]))

function grouped({ table, made }: Summed, { where, group }: Aggregate, computed: Document) {
  return made([{ $match: rowFilter(table, where) }, { $group: { _id: groupKey(group), ...computed } }])
}

/** How many values a column has in each group. */
function distinctOf({ table, made }: Summed, { where, group }: Aggregate, column: string) {
  const values = { _id: { group: groupKey(group), value: presentIn(column) } }
  const counted = { $sum: { $cond: [{ $eq: ['$_id.value', null] }, 0, 1] } }
  return made([
    { $match: rowFilter(table, where) },
    { $group: values },
    { $group: { _id: '$_id.group', [valueAt(0)]: counted } },
  ])
}

interface Into {
  groups: Map<string, Found>
  query: Aggregate
  /** Of the values, in their order. */
  names: readonly string[]
}

function collect({ table }: Summed, rows: readonly Document[], { groups, query, names }: Into): void {
  const typeOf = (column: string) => table.shape.column(column).type
  for (const row of rows) {
    const own = query.group.map((column, at) => givenScalar(typeOf(column), row._id[groupAt(at)]))
    const identity = JSON.stringify(own)
    const found = groups.get(identity) ?? Object.fromEntries(query.group.map((column, at) => [column, own[at] ?? null]))
    for (const [at, name] of names.entries()) {
      const extreme = query.values[name]?.min ?? query.values[name]?.max
      found[name] = givenScalar(extreme === undefined ? 'number' : typeOf(extreme), row[valueAt(at)])
    }
    groups.set(identity, found)
  }
}
