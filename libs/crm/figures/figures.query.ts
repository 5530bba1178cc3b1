/** Any metric by any of its dimensions and periods, compared if asked, as known now or then. */
import {
  addField,
  Choice,
  Choices,
  Codes,
  Day,
  defineQuery,
  type Figure,
  type Guarded,
  Integer,
  InvalidInput,
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
import { leftOutSaid } from '../texts/not-valued.js'
import { askedByAll, FiguresAsked, knownOf, narrowingOf, rangeOf } from './figures-query.js'
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
  /** What is left out of the value, in the reader’s language. */
  @Optional() @Label({ max: 500 }) leftOut?: string
  /** What it is compared with, what that leaves out, and the difference. */
  @Optional() @Quantity() compared?: number
  @Optional() @ListOf(UnvaluedShown, { max: 200 }) comparedUnvalued?: UnvaluedShown[]
  @Optional() @Quantity() comparedAmounts?: number
  @Optional() @Label({ max: 500 }) comparedLeftOut?: string
  @Optional() @Quantity() change?: number
}

export class NameShown {
  @Label({ max: 80 }) id!: string
  @Optional() @Personal({ subject: 'member' }) @Label() name?: Guarded<string>
}

/** What one metric comes to. */
export class MetricFigures {
  metric!: MetricShown
  figures!: FigureShown[]
  /** Percent of what was counted, of money of the value, that states every dimension asked by. */
  @Optional() @Quantity() complete?: number
}

export interface FiguresAnswer extends MetricFigures {
  from: string
  to: string
  known?: string
  names: NameShown[]
}

export interface ManyFiguresAnswer {
  from: string
  to: string
  known?: string
  /** In the order asked for. */
  metrics: MetricFigures[]
  names: NameShown[]
}

interface FiguresQuery extends FiguresAsked {
  by?: string[]
  compare?: 'previous' | 'last-year'
}

interface ManyFiguresQuery extends FiguresQuery {
  metrics: string[]
}

/** Several at once are of the same days, so that they stand beside each other. */
const mostMetrics = 12

/** What is asked by those dimensions. */
function queriesBy(declared: FigureDimensions) {
  const names = declared.dimensions.map(({ name }) => name)
  class FiguresQuery extends FiguresAsked {
    /** Dimensions, and at most one period: `by=unit,month`. */
    @Optional() @Choices([...names, ...periods]) by?: string[]
    @Optional() @Choice(['previous', 'last-year']) compare?: 'previous' | 'last-year'
  }
  class ManyFiguresQuery extends FiguresQuery {
    /** Names of metrics: `metrics=won-revenue,win-rate`, each answered once. Each has all the dimensions that are asked by and filtered by. */
    @Codes({ max: mostMetrics }) metrics!: string[]
  }
  return { one: askedByAll(FiguresQuery, declared), many: askedByAll(ManyFiguresQuery, declared) }
}

/** What is answered by them. */
function answersBy(declared: FigureDimensions) {
  const shown = { FigureShown: class extends FigureShown {} }
  for (const { name } of declared.dimensions) addField(shown.FigureShown, name, Optional(), Label())
  const ofMetric = { MetricFigures: class extends MetricFigures {} }
  addField(ofMetric.MetricFigures, 'metric', Nested(declared.Metric))
  addField(ofMetric.MetricFigures, 'figures', ListOf(shown.FigureShown, { max: 10_000 }))
  class FiguresAnswer extends ofMetric.MetricFigures {
    @Day() from!: string
    @Day() to!: string
    @Optional() @Day() known?: string
    /** What units, members, products and subsidiaries among them are called. */
    @ListOf(NameShown, { max: 10_000 }) names!: NameShown[]
  }
  class ManyFiguresAnswer {
    @Day() from!: string
    @Day() to!: string
    @Optional() @Day() known?: string
    /** In the order asked for. */
    @ListOf(ofMetric.MetricFigures, { max: mostMetrics }) metrics!: MetricFigures[]
    /** What units, members, products and subsidiaries among them are called. */
    @ListOf(NameShown, { max: 10_000 }) names!: NameShown[]
  }
  return { one: FiguresAnswer, many: ManyFiguresAnswer }
}

interface Asked {
  ask: QueryContext<FiguresQuery>
  declared: FigureDimensions
}

const daysOf = ({ ask }: Asked) => ({ ...rangeOf(ask.query, ask), known: knownOf(ask.query, ask) })

async function figuresOf(name: string, asked: Asked): Promise<{ shown: MetricFigures; names: NameShown[] }> {
  const { ask, declared } = asked
  const { by = [], compare } = ask.query
  const metric = metricNamed(name, ask)
  const conditions = narrowingOf(ask.query, { declared, metric, references: ask.references })
  const { figures, complete } = await ask.figures.ask({ metric: name, by, ...daysOf(asked), compare, ...conditions })
  const shown = { metric: shownMetric(metric, ask), figures: figuresShown(figures, ask), complete }
  return { shown, names: namesOf(figures, metric, ask) }
}

export const figuresQueryBy = (declared: FigureDimensions): Query =>
  defineQuery<FiguresQuery, FiguresAnswer>({
    name: 'figures',
    about: 'What does a metric come to, by unit, member, stage, product, period, compared with before?',
    route: '/figures/:metric',
    query: queriesBy(declared).one,
    answer: answersBy(declared).one,
    fileRows: 'figures',
    scans: true,
    read: async (ask) => {
      const asked = { ask, declared }
      const { shown, names } = await figuresOf(ask.params.metric ?? '', asked)
      return { ...shown, ...daysOf(asked), names: ask.open(names) }
    },
  }) as Query

export const manyFiguresQueryBy = (declared: FigureDimensions): Query =>
  defineQuery<ManyFiguresQuery, ManyFiguresAnswer>({
    name: 'many-figures',
    about: 'What do several metrics come to, all of the same days, by the same dimensions?',
    route: '/figures',
    query: queriesBy(declared).many,
    answer: answersBy(declared).many,
    scans: 'metrics',
    read: async (ask) => {
      const asked = { ask, declared }
      if (ask.query.metrics.length === 0) throw new InvalidInput([{ path: 'metrics', code: 'required' }])
      const metrics: MetricFigures[] = []
      const names = new Map<string, NameShown>()
      // One after the other: each may look through much.
      for (const name of new Set(ask.query.metrics)) {
        const found = await figuresOf(name, asked)
        metrics.push(found.shown)
        for (const named of found.names) names.set(named.id, named)
      }
      return { ...daysOf(asked), metrics, names: ask.open([...names.values()]) }
    },
  }) as Query

/** Absent instead of null: nothing stated, nothing to divide. */
function figuresShown(figures: readonly Figure[], ask: QueryContext<object>): FigureShown[] {
  // The figures of one group say what they are of by the same object.
  const ofGroups = new Map<Figure['of'], FigureShown>()
  return figures.map(({ of, period, ...numbers }) => {
    const shown = ofGroups.get(of) ?? stated(of)
    ofGroups.set(of, shown)
    const { comparedAmounts: amounts, comparedUnvalued: unvalued } = numbers
    const comparedLeftOut = leftOutSaid({ amounts, unvalued }, ask)
    const leftOut = leftOutSaid(numbers, ask)
    return { ...(period && { period }), ...shown, ...stated({ ...numbers, leftOut, comparedLeftOut }) }
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
