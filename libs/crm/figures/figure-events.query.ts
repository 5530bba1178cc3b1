/** The events behind a number: each contribution with its event, as far as the reader may read it. */
import {
  type CausedFigure,
  Code,
  Day,
  defineQuery,
  Id,
  Instant,
  Integer,
  Label,
  ListOf,
  Money,
  Nested,
  Optional,
  Quantity,
} from '#kernel'
import { customerNames } from '../customers/customers.queries.js'
import type { NameAt } from '../organization/names.queries.js'
import { UnvaluedShown } from '../organization/valuation.queries.js'
import { FiguresAsked, filtersOf, knownOf, rangeOf } from './figures-query.js'

export class FigureEventsQuery extends FiguresAsked {
  @Optional() @Integer({ min: 1, max: 200 }) limit?: number
  /** As answered by the page before. */
  @Optional() @Label({ max: 2000 }) cursor?: string
}

export class FigureEventShown {
  /** Day it counts on, and the day since when that is known. */
  @Day() day!: string
  @Day() known!: string
  /** What it adds; less than nothing where it takes back what was counted before. Absent where an amount cannot be valued. */
  @Optional() @Quantity() value?: number
  /** Of a share what its part is of; of money how many amounts it is, less than nothing where they are taken back. */
  @Quantity() whole!: number
  /** Of a duration: how long it was, in the metric's unit. */
  @Optional() @Quantity() length?: number
  /** Of money that is valued when it is asked for: the amount as it was stated, and the day whose rate holds. */
  @Optional() @Nested(Money) amount?: Money
  @Optional() @Day() rateDay?: string
  /** The event that caused it. */
  @Id('event') event!: string
  @Label({ max: 20 }) position!: string
  @Code() type!: string
  @Instant() at!: string
  @Instant() recordedAt!: string
  @Label({ max: 80 }) actor!: string
  @Optional() @Id('unit') unit?: string
  @Optional() @Id('customer') customer?: string
  @Optional() @Label() customerName?: string
}

export class FigureEventsAnswer {
  @ListOf(FigureEventShown, { max: 200 }) events!: FigureEventShown[]
  /** Contributions whose events are not the reader's to see. */
  @Integer({ min: 0, max: 1_000_000_000 }) hidden!: number
  /** Of money of which not all can be valued: of how many amounts of the whole drill-down, and which are left out. */
  @Optional() @Quantity() amounts?: number
  @Optional() @ListOf(UnvaluedShown, { max: 200 }) unvalued?: UnvaluedShown[]
  /** Cursor of the next page; absent on the last. */
  @Optional() @Label({ max: 2000 }) next?: string
}

export const figureEventsPage = defineQuery<FigureEventsQuery, FigureEventsAnswer>({
  name: 'figure-events',
  about: 'Which events is a number made of?',
  route: '/figures/:metric/events',
  query: FigureEventsQuery,
  answer: FigureEventsAnswer,
  read: async (ask) => {
    const { limit, cursor } = ask.query
    const question = {
      metric: ask.params.metric ?? '',
      ...rangeOf(ask.query, ask),
      known: knownOf(ask.query, ask),
      filters: filtersOf(ask.query, ask.references),
    }
    const { rows, hidden, amounts, unvalued, next } = await ask.figures.events(question, { limit, cursor })
    const names = await customerNames(
      rows.flatMap(({ event }) => event.metadata.customers.slice(0, 1)),
      ask,
    )
    return { events: rows.map((row) => eventShown(row, names)), hidden, amounts, unvalued, next }
  },
})

function eventShown({ event, ...row }: CausedFigure, names: ReadonlyMap<string, NameAt<string>>): FigureEventShown {
  const { metadata } = event
  const [customer] = metadata.customers
  return {
    ...row,
    event: event.id,
    position: String(event.position),
    type: event.type,
    at: metadata.effectiveAt,
    recordedAt: metadata.recordedAt,
    actor: metadata.actor,
    unit: metadata.unit,
    customer,
    customerName: customer === undefined ? undefined : names.get(customer)?.name,
  }
}
