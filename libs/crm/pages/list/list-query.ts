/** What every list can be asked: which rows, in which order, how many, and where to go on. */
import {
  defineRefusals,
  type Find,
  Integer,
  InvalidInput,
  Label,
  Optional,
  type QueryContext,
  type Where,
} from '#kernel'
import { zoneOf } from '../../organization/organization.reference.js'
import { alphabetOf } from '../../organization/reader.queries.js'
import { columnsOf, type ListFields } from './conditions.js'
import { filterOf } from './filter.js'

export class ListQuery {
  /** `sector eq marine and (country in (FI, SE) or employees ge 50)`. */
  @Optional() @Label({ max: 2000 }) filter?: string
  /** Fields by comma, each with `-` in front to begin with the greatest: `-stage,name`. */
  @Optional() @Label({ max: 200 }) sort?: string
  @Optional() @Integer({ min: 1, max: 200 }) limit?: number
  /** As answered by the page before. */
  @Optional() @Label({ max: 2000 }) cursor?: string
}

export interface ListShape {
  fields: ListFields
  /** Sort name → column; only these are served by an index. */
  sorts: Readonly<Record<string, string>>
  /** Unless asked otherwise. */
  usual: string
}

export const listRefusals = defineRefusals({
  'needs-all-units': [
    'forbidden',
    {
      en: 'This filters or sorts by what all units together have, and you read your own units alone. Ask for one unit with scope.',
      fi: 'Tämä rajaa tai järjestää sen mukaan, mitä kaikilla yksiköillä on yhdessä, ja sinä näet vain omat yksikkösi. Kysy yhdestä yksiköstä (scope).',
      sv: 'Det här filtrerar eller sorterar efter vad alla enheter har tillsammans, och du ser bara dina egna. Fråga om en enhet (scope).',
      de: 'Das filtert oder sortiert nach dem, was alle Einheiten zusammen haben, und Sie sehen nur Ihre eigenen. Fragen Sie nach einer Einheit (scope).',
      nb: 'Dette filtrerer eller sorterer etter det alle enheter har til sammen, og du ser bare dine egne. Spør om én enhet (scope).',
    },
  ],
})

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

/** The question to the read models. @throws InvalidInput */
export function findOf(ask: QueryContext<ListQuery>, shape: ListShape, ...also: (Where | undefined)[]): Find {
  const { query, references } = ask
  const zone = zoneOf(undefined, references)
  const filter = query.filter === undefined ? undefined : filterOf(query.filter, shape.fields, zone)
  return {
    where: { and: [filter, ...also].filter((where) => where !== undefined) },
    sort: (query.sort ?? shape.usual).split(',').map((part) => sortOf(part.trim(), shape)),
    locale: alphabetOf(ask),
    limit: query.limit ?? 50,
    cursor: query.cursor,
  }
}

function sortOf(part: string, { sorts }: ListShape): { column: string; descending: boolean } {
  const descending = part.startsWith('-')
  const name = descending ? part.slice(1) : part
  const column = Object.hasOwn(sorts, name) ? sorts[name] : undefined
  if (column !== undefined) return { column, descending }
  throw new InvalidInput([{ path: 'sort', code: 'not-a-choice', limit: Object.keys(sorts).join(', ') }])
}
