/**
 * Pages of rows. The order is that of the sort columns and then the key; a cursor carries their values in the last
 * row, and the next page begins after them in the index.
 */
import type { ClientSession, Collection, Document } from 'mongodb'
import {
  BadCursor,
  type Find,
  pageSizeOf,
  type Row,
  type RowPage,
  readCursor,
  type Scalar,
  sortKey,
  writeCursor,
} from '#kernel'
import { rowFilter } from './conditions.js'
import { allHold, anyHolds } from './filters.js'
import { absentValue, type MongoTable, type StoredRow, type StoredValue, storedScalar } from './stored-rows.js'

export interface TableRead {
  table: MongoTable
  collection: Collection<StoredRow>
  /** None where what is read outlasts a question. */
  session?: ClientSession
}

interface Term {
  /** Absent on the last term, the key. */
  name?: string
  field: string
  descending: boolean
  /** By whose alphabet, where that is not the database's. */
  locale?: string
  /** Whether rows without a value must be put last by something else. */
  isLoose: boolean
}

/** A part of a list, in the order of its terms. */
interface Stretch {
  filter: Document
  terms: readonly Term[]
}

/** @throws BadCursor, RangeError on a limit out of bounds, Error on unknown columns */
export async function readPage(of: TableRead, query: Find): Promise<RowPage> {
  const { table } = of
  const limit = pageSizeOf(table.shape, query)
  const terms = sortTerms(table, query)
  const identity = () => JSON.stringify([table.name, query.where, query.sort, query.locale])
  const since = query.cursor === undefined ? undefined : cursorValues(identity(), query.cursor, terms.length)
  const columns = columnsOf(query, terms)
  const whole = since === undefined && (await wholeList(of, { ...query, columns }, { terms, limit }))
  if (whole) return { rows: whole }
  const found: Row[] = []
  for (const stretch of stretchesOf(
    terms,
    since?.map((value, at) => boundOf(table, terms[at], value)),
  )) {
    const left = limit + 1 - found.length
    if (left > 0) found.push(...(await rowsOf(of, { ...query, columns }, { ...stretch, limit: left })))
  }
  const rows = found.slice(0, limit)
  const last = rows.at(-1)
  if (found.length <= limit || !last) return { rows }
  return {
    rows,
    next: writeCursor(
      identity(),
      terms.map((term) => placeOf(table, term, last)),
    ),
  }
}

/** Who asks for so many rows nearly always gets all that there are. */
const generous = 100

/** A list that would be read in two parts, at once and put in order here; nothing where it is longer than a page. */
async function wholeList(
  of: TableRead,
  query: Find,
  { terms, limit }: { terms: readonly Term[]; limit: number },
): Promise<Row[] | undefined> {
  const first = terms[0]?.descending ? terms[0].name : undefined
  if (first === undefined || limit < generous) return undefined
  const rows = await rowsOf(of, query, { filter: {}, terms, limit: limit + 1 })
  if (rows.length > limit) return undefined
  const isAbsent = ({ columns }: Row) => columns[first] === null
  return [...rows.filter((row) => !isAbsent(row)), ...rows.filter(isAbsent)]
}

/** The parts of a list in their order, each with what it is read by. */
export function listParts({ table }: TableRead, { where, sort }: Pick<Find, 'where' | 'sort'>): Stretch[] {
  const filter = rowFilter(table, where)
  if (!sort) return [{ filter, terms: [] }]
  return stretchesOf(sortTerms(table, { sort })).map((each) => ({ ...each, filter: allHold([filter, each.filter]) }))
}

/** Reads rows of a part in its order. */
export function reading({ table, collection, session }: TableRead, { filter, terms }: Stretch, columns?: string[]) {
  const loose = terms.filter(({ isLoose }) => isLoose)
  const projection = table.reading(columns)
  if (loose.length === 0) {
    const sort = Object.fromEntries(terms.map(({ field, descending }) => [field, descending ? -1 : 1] as const))
    return collection.find<StoredRow>(filter, { session, projection, sort })
  }
  const isWithout = ({ field }: Term) => ({ $eq: [{ $type: `$${field}` }, 'maxKey'] })
  const flags = Object.fromEntries(loose.map((term) => [flagOf(term), isWithout(term)]))
  const order = terms.flatMap((term): [string, 1 | -1][] => [
    ...(term.isLoose ? [[flagOf(term), 1] as [string, 1]] : []),
    [term.field, term.descending ? -1 : 1],
  ])
  const shown = columns ? projection : { ...projection, ...Object.fromEntries(loose.map((term) => [flagOf(term), 0])) }
  const stages = [{ $match: filter }, { $addFields: flags }, { $sort: Object.fromEntries(order) }, { $project: shown }]
  return collection.aggregate<StoredRow>(stages, { session })
}

const flagOf = ({ name }: Term): string => `without-${name}`

async function rowsOf(of: TableRead, query: Find, part: Stretch & { limit: number }): Promise<Row[]> {
  const filter = allHold([rowFilter(of.table, query.where), part.filter])
  const columns = query.columns && [...query.columns]
  const rows = await reading(of, { ...part, filter }, columns)
    .limit(part.limit)
    .toArray()
  return rows.map((row) => of.table.given(row, columns))
}

/** Behind the first, which is read apart, descending terms put last what is absent only by a flag. */
function sortTerms(table: MongoTable, { sort = [], locale: reader }: Pick<Find, 'sort' | 'locale'>): Term[] {
  const terms = sort.map(({ column: name, descending = false }, at): Term => {
    const { column, field, locale } = table.orderedFor(name, reader)
    return { name, field, locale, descending, isLoose: descending && at > 0 && !column.always }
  })
  return [...terms, { field: '_id', descending: terms.at(-1)?.descending ?? false, isLoose: false }]
}

/** What is absent would come first where a list descends, and is to come last: it is a part of its own. */
function stretchesOf(terms: readonly Term[], since?: readonly StoredValue[]): Stretch[] {
  const rest = since ? afterPlace(terms, since) : {}
  const [first] = terms
  if (!first?.name || !first.descending) return [{ filter: rest, terms }]
  const present = { [first.field]: { $ne: absentValue } }
  const without = { filter: { [first.field]: { $eq: absentValue } }, terms }
  if (since?.[0] === absentValue) return [{ ...without, filter: allHold([without.filter, rest]) }]
  return [{ filter: allHold([present, rest]), terms }, without]
}

/** What comes after these values: equal to them for a while, then beyond. */
function afterPlace(terms: readonly Term[], values: readonly StoredValue[]): Document {
  const alternatives = terms.flatMap((term, at) => {
    const value = values[at] as StoredValue
    const same = terms.slice(0, at).map(({ field }, before) => ({ [field]: { $eq: values[before] } }))
    // Nothing comes after what is absent.
    if (value === absentValue) return []
    const beyond = [
      { [term.field]: { [term.descending ? '$lt' : '$gt']: value } },
      { [term.field]: { $eq: absentValue } },
    ]
    return [allHold([...same, anyHolds(beyond)])]
  })
  return anyHolds(alternatives)
}

/** Where a row stands by one term, as a cursor says it. */
function placeOf(table: MongoTable, { name, locale = table.locale }: Term, { key, columns }: Row): Scalar {
  if (name === undefined) return key
  const value = columns[name] as Scalar
  return table.shape.column(name).type === 'text' && value !== null ? sortKey(String(value), locale) : value
}

const boundOf = (table: MongoTable, term: Term | undefined, value: Scalar): StoredValue =>
  storedScalar(term?.name === undefined ? 'id' : table.shape.column(term.name).type, value)

/** What is asked for and what the next cursor is made of. */
function columnsOf({ columns }: Find, terms: readonly Term[]): string[] | undefined {
  return columns && [...new Set([...columns, ...terms.flatMap(({ name }) => name ?? [])])]
}

function cursorValues(identity: string, cursor: string, length: number): Scalar[] {
  const values = readCursor(identity, cursor)
  if (values.length !== length) throw new BadCursor()
  return values
}
