/** The events behind a number: each contribution with its event, as far as the reader may read it. */
import {
  addField,
  type CausedFigure,
  Choice,
  Code,
  Day,
  defineQuery,
  type Guarded,
  Id,
  Instant,
  Integer,
  Label,
  ListOf,
  Money,
  Nested,
  Optional,
  precisions,
  Quantity,
  type Query,
  type QueryContext,
  type StoredEvent,
  Title,
  type View,
} from '#kernel'
import { customerNames } from '../customers/customers.queries.js'
import type { NameAt } from '../organization/names.queries.js'
import { UnvaluedShown } from '../organization/valuation.queries.js'
import { NamedCustomer, NamedMember, NamedUnit, Names } from '../pages/shown/names.js'
import { languageOf } from '../texts/language-of.js'
import { leftOutSaid } from '../texts/not-valued.js'
import { askedByAll, FiguresAsked, knownOf, narrowingOf, rangeOf } from './figures-query.js'
import { type FigureDimensions, type MetricShown, metricNamed, shownMetric } from './metric-shown.js'

export class FigureEventsQuery extends FiguresAsked {
  @Optional() @Integer({ min: 1, max: 200 }) limit?: number
  /** As answered by the page before. */
  @Optional() @Label({ max: 2000 }) cursor?: string
}

export class CountedRecord {
  @Id('record') id!: string
  @Optional() @Title() name?: Guarded<string>
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
  /** What such an event is called in the reader’s language, where it has a name. */
  @Optional() @Label({ max: 80 }) kindName?: string
  /** When it happened; absent when that is only known to lie before everything else. */
  @Optional() @Instant() at?: string
  /** As stated: an instant, a day, or a month. */
  @Optional() @Label({ max: 40 }) occurred?: string
  @Choice(precisions) precision!: (typeof precisions)[number]
  @Instant() recordedAt!: string
  /** What it is about: the opportunity, the touchpoint; by its name, where it has one. */
  @Nested(CountedRecord) record!: CountedRecord
  /** Whoever recorded it. */
  @Nested(NamedMember) actor!: NamedMember
  /** Whom it counts for: of a share of credit, whose it is. */
  @Optional() @Nested(NamedMember) member?: NamedMember
  @Optional() @Nested(NamedUnit) unit?: NamedUnit
  /** Whom it counts for, of several whom the event is about; of what is taken back, where that was counted. */
  @Optional() @Nested(NamedCustomer) customer?: NamedCustomer
}

export class FigureEventsAnswer {
  /** In whose unit, and of money in whose currency, values are. */
  metric!: MetricShown
  /** One row for each contribution: a deal whose credit is shared is a row for each share. */
  @ListOf(FigureEventShown, { max: 200 }) events!: FigureEventShown[]
  /** Contributions whose events are not the reader's to see. */
  @Integer({ min: 0, max: 1_000_000_000 }) hidden!: number
  /** Of money of which not all can be valued: of how many amounts of the whole drill-down, and which are left out. */
  @Optional() @Quantity() amounts?: number
  @Optional() @ListOf(UnvaluedShown, { max: 200 }) unvalued?: UnvaluedShown[]
  /** The same in the reader’s language. */
  @Optional() @Label({ max: 500 }) leftOut?: string
  /** Cursor of the next page; absent on the last. */
  @Optional() @Label({ max: 2000 }) next?: string
}

function answerWith({ Metric }: FigureDimensions) {
  const answers = { FigureEventsAnswer: class extends FigureEventsAnswer {} }
  addField(answers.FigureEventsAnswer, 'metric', Nested(Metric))
  return answers.FigureEventsAnswer
}

export const figureEventsQueryBy = (declared: FigureDimensions): Query =>
  defineQuery<FigureEventsQuery, FigureEventsAnswer>({
    name: 'figure-events',
    about: 'Which events is a number made of?',
    route: '/figures/:metric/events',
    query: askedByAll({ FigureEventsQuery: class extends FigureEventsQuery {} }.FigureEventsQuery, declared),
    answer: answerWith(declared),
    fileRows: 'events',
    scans: true,
    read: async (ask) => {
      const { limit, cursor } = ask.query
      const metric = metricNamed(ask.params.metric ?? '', ask)
      const question = {
        metric: metric.name,
        ...rangeOf(ask.query, ask),
        known: knownOf(ask.query, ask),
        ...narrowingOf(ask.query, { declared, metric, references: ask.references }),
      }
      const { rows, hidden, amounts, unvalued, next } = await ask.figures.events(question, { limit, cursor })
      const named = await namingFor(rows, metric.of, ask)
      return ask.open({
        metric: shownMetric(metric, ask),
        events: rows.map((row) => eventShown(row, named)),
        hidden,
        amounts,
        unvalued,
        leftOut: leftOutSaid({ amounts, unvalued }, ask),
        next,
      })
    },
  }) as Query

/** The one that a number counts for, of several with which its event is filed. */
function customerOf({ partition, event }: CausedFigure, of: View): string | undefined {
  return (of.partition === 'customer' ? partition : undefined) ?? event.metadata.customers[0]
}

const recordOf = ({ stream }: StoredEvent): string => stream.slice(stream.indexOf('-') + 1)

interface NamesFor {
  ask: QueryContext
  /** What the metric measures. */
  of: View
  customers: ReadonlyMap<string, NameAt<string>>
  records: ReadonlyMap<string, Guarded<string> | undefined>
}

/** Names of the customers and records that rows are about. */
async function namingFor(rows: readonly CausedFigure[], of: View, ask: QueryContext): Promise<NamesFor> {
  const customers = await customerNames(
    rows.flatMap((row) => customerOf(row, of) ?? []),
    ask,
  )
  const records = of.kept && of.keyedBy === 'entity' ? [...new Set(rows.map(({ event }) => recordOf(event)))] : []
  const named = records.map(async (id) => {
    const document: { name?: unknown } | undefined = await ask.documents.get(of, id)
    return [id, document?.name as Guarded<string> | undefined] as const
  })
  return { ask, of, customers, records: new Map(await Promise.all(named)) }
}

function eventShown(figure: CausedFigure, { ask, of, customers, records }: NamesFor): FigureEventShown {
  const { event, partition: _, ...row } = figure
  const { metadata } = event
  const customer = customerOf(figure, of)
  const names = new Names(ask)
  const unit = row.unit ?? metadata.unit
  const isBefore = metadata.occurredPrecision === 'before'
  return {
    ...row,
    event: event.id,
    position: String(event.position),
    type: event.type,
    kindName: ask.catalogue.get(event.type)?.texts?.[languageOf(ask)],
    at: isBefore ? undefined : metadata.effectiveAt,
    occurred: isBefore ? undefined : metadata.occurredAt,
    precision: metadata.occurredPrecision,
    recordedAt: metadata.recordedAt,
    record: { id: recordOf(event), name: records.get(recordOf(event)) },
    actor: names.member(metadata.actor),
    member: names.member(row.member),
    unit: names.unit(unit),
    customer: customer === undefined ? undefined : { id: customer, name: customers.get(customer)?.name },
  }
}
