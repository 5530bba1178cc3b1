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
  type RowScan,
  readCursor,
  type Scalar,
  sortKey,
  writeCursor,
} from '#kernel'
import { rowFilter } from './conditions.js'
import { allHold, anyHolds } from './filters.js'
import { absentValue, type MongoTable, type StoredRow, type StoredValue, storedScalar } from './stored-rows.js'
import type { WantedPage } from './together.js'

/** A table with what pages of it are read by. */
export interface PagedTable {
  table: MongoTable
  page(wanted: WantedPage): Promise<StoredRow[]>
  /** How many documents a filter lets through. */
  count(filter: Document): Promise<number>
}

/** A table as it is scanned. */
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

/** As much of it as is read. */
interface Part extends Stretch {
  limit: number
}

/** @throws BadCursor, RangeError on a limit or skip out of bounds, Error on unknown columns */
export async function readPage(of: PagedTable, query: Find): Promise<RowPage> {
  const { table } = of
  const limit = pageSizeOf(table.shape, query)
  const terms = sortTerms(table, query)
  const since = query.cursor === undefined ? undefined : cursorValues(table, query.cursor, { query, terms })
  const columns = columnsRead(query, terms)
  const { skip = 0 } = query
  const whole = since === undefined && skip === 0 && (await wholeList(of, { ...query, columns }, { terms, limit }))
  if (whole) return { rows: whole }
  const parts = stretchesOf(
    terms,
    since?.map((value, at) => boundOf(table, terms[at], value)),
  ).map((each) => ({ ...each, limit: limit + 1 }))
  const asked = { ...query, columns }
  const found = skip === 0 ? await readAll(of, asked, parts) : await passedOver(of, asked, parts)
  const rows = found.slice(0, limit)
  return found.length > limit ? { rows, next: nextOf(table, query, rows) } : { rows }
}

/** By which a cursor knows its list again. */
const identityOf = ({ name }: MongoTable, { where, sort, locale }: Find): string =>
  JSON.stringify([name, where, sort, locale])

/** Where the page after these rows begins; undefined where there are none. */
export function nextOf(table: MongoTable, query: Find, rows: readonly Row[]): string | undefined {
  const last = rows.at(-1)
  if (!last) return undefined
  const places = sortTerms(table, query).map((term) => placeOf(table, term, last))
  return writeCursor(identityOf(table, query), places)
}

/** Who asks for so many rows nearly always gets all that there are. */
const generous = 100

/** A list that would be read in two parts, at once and put in order here; nothing where it is longer than a page. */
async function wholeList(
  of: PagedTable,
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
export function listParts({ table }: TableRead, { where, sort, after }: RowScan): Stretch[] {
  const behind = after === undefined ? [] : [{ _id: { $gt: after } }]
  const filter = allHold([rowFilter(table, where), ...behind])
  if (!sort) return [{ filter, terms: [] }]
  return stretchesOf(sortTerms(table, { sort })).map((each) => ({ ...each, filter: allHold([filter, each.filter]) }))
}

/** Reads all rows of a part in its order. */
export function reading({ table, collection, session }: TableRead, { filter, terms }: Stretch) {
  const { flags, order } = flaggedOrder(terms)
  const stages = [{ $match: filter }, ...flags.map(($addFields) => ({ $addFields })), { $sort: order }]
  if (flags.length > 0) return collection.aggregate<StoredRow>(stages, { session })
  return collection.find<StoredRow>(filter, { session, projection: table.reading(), sort: order })
}

/** The order of terms, and the fields that it takes beside those of the rows: whether a row is without a value. */
export function flaggedOrder(terms: readonly Term[]): { flags: Document[]; order: Record<string, 1 | -1> } {
  const isWithout = ({ field }: Term) => ({ $eq: [{ $type: `$${field}` }, 'maxKey'] })
  const order = terms.flatMap((term): [string, 1 | -1][] => [
    ...(term.isLoose ? [[flagOf(term), 1] as [string, 1]] : []),
    [term.field, term.descending ? -1 : 1],
  ])
  const flags = terms.filter(({ isLoose }) => isLoose).map((term) => ({ [flagOf(term)]: isWithout(term) }))
  return { flags, order: Object.fromEntries(order) }
}

const flagOf = ({ name }: Term): string => `without-${name}`

/** All parts, so that they are read together. */
const readAll = async (of: PagedTable, query: Find, parts: readonly Part[]): Promise<Row[]> =>
  (await Promise.all(parts.map((part) => rowsOf(of, query, part)))).flat()

/** Part by part, since what is passed over in one is not in the next. */
async function passedOver(of: PagedTable, query: Find, parts: readonly Part[]): Promise<Row[]> {
  const found: Row[] = []
  let { skip = 0 } = query
  for (const part of parts) {
    const left = part.limit - found.length
    if (left === 0) break
    const rows = await rowsOf(of, { ...query, skip }, { ...part, limit: left })
    found.push(...rows)
    skip = rows.length > 0 || skip === 0 ? 0 : skip - (await of.count(partFilter(of, query, part)))
  }
  return found
}

const partFilter = ({ table }: PagedTable, { where }: Find, { filter }: Stretch): Document =>
  allHold([rowFilter(table, where), filter])

async function rowsOf(of: PagedTable, query: Find, part: Part): Promise<Row[]> {
  const { table } = of
  const { flags, order: sort } = flaggedOrder(part.terms)
  const columns = query.columns && [...query.columns]
  const rows = await of.page({
    ...{ collection: table.name, flags, sort, skip: query.skip ?? 0, limit: part.limit },
    filter: partFilter(of, query, part),
    projection: table.reading(columns),
  })
  return rows.map((row) => table.given(row, columns))
}

/**
 * Descending terms put last what is absent only by a flag.
 * @param of.isWhole also of the first, by which lists are read apart else
 */
export function sortTerms(
  table: MongoTable,
  { sort = [], locale: reader }: Pick<Find, 'sort' | 'locale'>,
  { isWhole = false } = {},
): Term[] {
  const terms = sort.map(({ column: name, descending = false }, at): Term => {
    const { column, field, locale } = table.orderedFor(name, reader)
    return { name, field, locale, descending, isLoose: descending && (at > 0 || isWhole) && !column.always }
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
export function columnsRead({ columns }: Find, terms: readonly Term[]): string[] | undefined {
  return columns && [...new Set([...columns, ...terms.flatMap(({ name }) => name ?? [])])]
}

function cursorValues(
  table: MongoTable,
  cursor: string,
  { query, terms }: { query: Find; terms: readonly Term[] },
): Scalar[] {
  const values = readCursor(identityOf(table, query), cursor)
  if (values.length !== terms.length) throw new BadCursor()
  return values
}
