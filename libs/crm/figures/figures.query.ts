/** Any metric by any of its dimensions and periods, compared if asked, as known now or then. */
import {
  addField,
  Choice,
  Choices,
  Day,
  defineQuery,
  type Figure,
  type Guarded,
  Integer,
  Label,
  ListOf,
  type Metric,
  Nested,
  Optional,
  Personal,
  periods,
  Quantity,
  type Query,
  type QueryContext,
} from '#kernel'
import { UnvaluedShown } from '../organization/valuation.queries.js'
import { askedByAll, FiguresAsked, filtersOf, knownOf, rangeOf } from './figures-query.js'
import { type FigureDimensions, type MetricShown, metricNamed, shownMetric } from './metric-shown.js'

export class FigurePeriod {
  @Label({ max: 20 }) name!: string
  @Day() from!: string
  @Day() to!: string
}

/** Beside its numbers, the value of each dimension asked by; absent it is not stated by the events, and member `*` is the team's sum. */
export class FigureShown {
  [dimension: string]: unknown
  @Optional() @Nested(FigurePeriod) period?: FigurePeriod
  /** In the metric's unit; absent when there is nothing to divide. Of money the sum of what can be valued. */
  @Optional() @Quantity() value?: number
  /** Of a share: what is divided by what. */
  @Optional() @Quantity() part?: number
  @Optional() @Quantity() whole?: number
  /** Of a duration: how many, and what nine of ten do not exceed; the value is the median. */
  @Optional() @Integer({ min: 0, max: 1_000_000_000_000 }) count?: number
  @Optional() @Quantity() p90?: number
  /** Of money of which not all can be valued: of how many amounts, and which are left out of the value. */
  @Optional() @Quantity() amounts?: number
  @Optional() @ListOf(UnvaluedShown, { max: 200 }) unvalued?: UnvaluedShown[]
  /** What it is compared with, what that leaves out, and the difference. */
  @Optional() @Quantity() compared?: number
  @Optional() @ListOf(UnvaluedShown, { max: 200 }) comparedUnvalued?: UnvaluedShown[]
  @Optional() @Quantity() change?: number
}

export class NameShown {
  @Label({ max: 80 }) id!: string
  @Optional() @Personal({ subject: 'member' }) @Label() name?: Guarded<string>
}

export class FiguresAnswer {
  metric!: MetricShown
  @Day() from!: string
  @Day() to!: string
  @Optional() @Day() known?: string
  figures!: FigureShown[]
  /** What units, members, products and subsidiaries among them are called. */
  @ListOf(NameShown, { max: 10_000 }) names!: NameShown[]
  /** Percent of what was counted, of money of the value, that states every dimension asked by. */
  @Optional() @Quantity() complete?: number
}

interface FiguresQuery extends FiguresAsked {
  by?: string[]
  compare?: 'previous' | 'last-year'
}

/** What is asked and answered by those dimensions. */
function classesBy(declared: FigureDimensions) {
  const names = declared.dimensions.map(({ name }) => name)
  class FiguresQuery extends FiguresAsked {
    /** Dimensions, and at most one period: `by=unit,month`. */
    @Optional() @Choices([...names, ...periods]) by?: string[]
    @Optional() @Choice(['previous', 'last-year']) compare?: 'previous' | 'last-year'
  }
  const shown = { FigureShown: class extends FigureShown {} }
  for (const name of names) addField(shown.FigureShown, name, Optional(), Label())
  const answers = { FiguresAnswer: class extends FiguresAnswer {} }
  addField(answers.FiguresAnswer, 'metric', Nested(declared.Metric))
  addField(answers.FiguresAnswer, 'figures', ListOf(shown.FigureShown, { max: 10_000 }))
  return { query: askedByAll(FiguresQuery, declared), answer: answers.FiguresAnswer }
}

export const figuresQueryBy = (declared: FigureDimensions): Query =>
  defineQuery<FiguresQuery, FiguresAnswer>({
    name: 'figures',
    about: 'What does a metric come to, by unit, member, stage, product, period, compared with before?',
    route: '/figures/:metric',
    ...classesBy(declared),
    scans: true,
    read: async (ask) => {
      const { by = [], compare } = ask.query
      const known = knownOf(ask.query, ask)
      const metric = metricNamed(ask.params.metric ?? '', ask)
      const range = rangeOf(ask.query, ask)
      const filters = filtersOf(ask.query, { declared, metric, references: ask.references })
      const answer = await ask.figures.ask({ metric: metric.name, by, ...range, compare, known, filters })
      return {
        metric: shownMetric(metric, ask),
        ...range,
        known,
        figures: figuresShown(answer.figures),
        names: ask.open(namesOf(answer.figures, metric, ask)),
        complete: answer.complete,
      }
    },
  }) as Query

/** Absent instead of null: nothing stated, nothing to divide. */
function figuresShown(figures: readonly Figure[]): FigureShown[] {
  // The figures of one group say what they are of by the same object.
  const ofGroups = new Map<Figure['of'], FigureShown>()
  return figures.map(({ of, period, ...numbers }) => {
    const shown = ofGroups.get(of) ?? stated(of)
    ofGroups.set(of, shown)
    return { ...(period && { period }), ...shown, ...stated(numbers) }
  })
}

function stated(values: object): FigureShown {
  const shown: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(values)) if (value !== null && value !== undefined) shown[name] = value
  return shown
}

function namesOf(figures: readonly Figure[], { dimensions }: Metric, ask: QueryContext): NameShown[] {
  const ids = new Map<string, NameShown>()
  for (const of of new Set(figures.map((figure) => figure.of))) {
    for (const { name, named } of dimensions) {
      const id = of[name]
      if (named && typeof id === 'string' && !ids.has(id)) ids.set(id, { id, name: named(id, ask) })
    }
  }
  return [...ids.values()].filter(({ name }) => name !== undefined)
}
