/** The question that a list is asked, in the reader's alphabet and by days as the group counts them. */
import {
  type ColumnType,
  defineRefusals,
  type Find,
  findIn,
  type KeyedRow,
  type ListQuery,
  type ListShape,
  type PagedRows,
  pageOfRows,
  type QueryContext,
  type Where,
} from '#kernel'
import { zoneOf } from '../../../organization/organization.reference.js'
import { alphabetOf } from '../../../organization/reader.queries.js'

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

/**
 * @param also what every row fits besides
 * @throws InvalidInput
 */
export function findOf<Q extends ListQuery>(
  ask: QueryContext<Q>,
  shape: ListShape<QueryContext<Q>>,
  ...also: (Where | undefined)[]
): Find {
  const { where, ...find } = findIn(ask, shape, { zone: zoneOf(undefined, ask.references), locale: alphabetOf(ask) })
  return { ...find, where: { and: [where, ...also].filter((each) => each !== undefined) } }
}

/** Keys of rows that are only ever added to: those that are equal in what they are sorted by stand in turn. */
export const inTurn = (turn: number): string => String(turn).padStart(9, '0')

/** A page of rows that references hold, so that all of them are there already. @throws InvalidInput, BadCursor */
export function rowsAsked<Q extends ListQuery, R>(
  rows: readonly KeyedRow<R>[],
  ask: QueryContext<Q>,
  shape: ListShape<QueryContext<Q>>,
): PagedRows<R> {
  const columns = Object.entries(shape.fields).map(([name, { column = name, type }]): [string, ColumnType] => [
    column,
    type,
  ])
  const find = findOf(ask, shape)
  return pageOfRows(rows, find, { columns: Object.fromEntries(columns), locale: find.locale ?? 'en' })
}
