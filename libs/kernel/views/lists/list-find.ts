/** From what a list is asked to what the read models are asked. */
import { InvalidInput } from '../../fields/invalid-input.js'
import type { Find } from '../../ports/read-models/read-store.js'
import { columnsOf } from './conditions.js'
import { filterOf } from './filter.js'
import type { ListQuery, ListShape } from './list-shape.js'

/** What a list is asked by besides its query: where days begin (IANA), and by whose alphabet (BCP 47) texts stand. */
export interface ListReader {
  zone: string
  locale?: string
}

const usualLimit = 50

/** The question to the read models. @throws InvalidInput */
export function findIn<A extends { query: ListQuery }>(ask: A, shape: ListShape<A>, reader: ListReader): Find {
  const { filter, sort, limit = usualLimit, cursor, skip } = ask.query
  return {
    where: filter === undefined ? undefined : filterOf(filter, { fields: shape.fields, zone: reader.zone, ask }),
    sort: (sort ?? shape.usual).split(',').map((part) => sortOf(part.trim(), shape.sorts)),
    locale: reader.locale,
    limit,
    cursor,
    skip,
  }
}

function sortOf(part: string, sorts: ListShape<never>['sorts']): { column: string; descending: boolean } {
  const descending = part.startsWith('-')
  const name = descending ? part.slice(1) : part
  const column = Object.hasOwn(sorts, name) ? sorts[name] : undefined
  if (column !== undefined) return { column, descending }
  throw new InvalidInput([{ path: 'sort', code: 'not-a-choice', limit: Object.keys(sorts).join(', ') }])
}

const columnsIn = ({ where, sort }: Find): string[] => [
  ...(where ? columnsOf(where) : []),
  ...(sort ?? []).map(({ column }) => column),
]

/** Whether a question speaks of other columns than these. */
export const asksBeyond = (find: Find, columns: readonly string[]): boolean =>
  columnsIn(find).some((column) => !columns.includes(column))

/** Whether a question speaks of any of these columns. */
export const asksFor = (find: Find, columns: ReadonlySet<string>): boolean =>
  columnsIn(find).some((column) => columns.has(column))
