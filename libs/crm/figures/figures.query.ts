/** Any metric by any of its dimensions and periods, compared if asked, as known now or then. */
import {
  Choice,
  Choices,
  Codes,
  Day,
  type Dimension,
  defineQuery,
  dimensions,
  type Figure,
  type Figures,
  type Guarded,
  Integer,
  InvalidInput,
  Label,
  ListOf,
  Nested,
  Optional,
  type Period,
  Personal,
  periods,
  Quantity,
  type QueryContext,
} from '#kernel'
import { memberNamed, productNamed, unitNamed } from '../organization/names.queries.js'
import { organization } from '../organization/organization.reference.js'
import { UnvaluedShown } from '../organization/valuation.queries.js'
import { FiguresAsked, filtersOf, knownOf, rangeOf } from './figures-query.js'
import { MetricShown, metricShown } from './metric-shown.js'

const groupings: readonly (Dimension | Period)[] = [...dimensions, ...periods]

export class FiguresQuery extends FiguresAsked {
  /** Dimensions, and at most one period: `by=unit,month`. */
  @Optional() @Choices(groupings) by?: (Dimension | Period)[]
  @Optional() @Choice(['previous', 'last-year']) compare?: 'previous' | 'last-year'
}

export class FigurePeriod {
  @Label({ max: 20 }) name!: string
  @Day() from!: string
  @Day() to!: string
}

/** A dimension asked by that is absent is not stated by the events; member `*` is the team's sum. */
export class FigureShown {
  @Optional() @Nested(FigurePeriod) period?: FigurePeriod
  @Optional() @Label() unit?: string
  @Optional() @Label() member?: string
  @Optional() @Label() function?: string
  @Optional() @Label() stage?: string
  @Optional() @Label() status?: string
  @Optional() @Label() profile?: string
  @Optional() @Label() product?: string
  @Optional() @Label() sector?: string
  @Optional() @Label() subsidiary?: string
  @Optional() @Label() country?: string
  @Optional() @Label() line?: string
  @Optional() @Label() brand?: string
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

/** What one metric comes to. */
export class MetricFigures {
  @Nested(MetricShown) metric!: MetricShown
  @ListOf(FigureShown, { max: 10_000 }) figures!: FigureShown[]
  /** Percent of what was counted, of money of the value, that states every dimension asked by. */
  @Optional() @Quantity() complete?: number
}

export class FiguresAnswer extends MetricFigures {
  @Day() from!: string
  @Day() to!: string
  @Optional() @Day() known?: string
  /** What units, members, products and subsidiaries among them are called. */
  @ListOf(NameShown, { max: 10_000 }) names!: NameShown[]
}

/** Several at once are of the same days, so that they stand beside each other. */
const mostMetrics = 12

export class ManyFiguresQuery extends FiguresQuery {
  /** Names of metrics: `metrics=won-revenue,win-rate`. Each has all the dimensions that are asked by and filtered by. */
  @Codes({ max: mostMetrics }) metrics!: string[]
}

export class ManyFiguresAnswer {
  @Day() from!: string
  @Day() to!: string
  @Optional() @Day() known?: string
  /** In the order asked for. */
  @ListOf(MetricFigures, { max: mostMetrics }) metrics!: MetricFigures[]
  /** What units, members, products and subsidiaries among them are called. */
  @ListOf(NameShown, { max: 10_000 }) names!: NameShown[]
}

type Ask = QueryContext<FiguresQuery>

const daysOf = (ask: Ask) => ({ ...rangeOf(ask.query, ask), known: knownOf(ask.query, ask) })

async function figuresOf(metric: string, ask: Ask): Promise<Figures> {
  const { by = [], compare } = ask.query
  return ask.figures.ask({ metric, by, ...daysOf(ask), compare, filters: filtersOf(ask.query, ask.references) })
}

const shownFigures = (metric: string, { figures, complete }: Figures, ask: Ask): MetricFigures => ({
  metric: metricShown(metric, ask),
  figures: figuresShown(figures),
  complete,
})

export const figuresPage = defineQuery<FiguresQuery, FiguresAnswer>({
  name: 'figures',
  about: 'What does a metric come to, by unit, member, stage, product, period, compared with before?',
  route: '/figures/:metric',
  query: FiguresQuery,
  answer: FiguresAnswer,
  scans: true,
  read: async (ask) => {
    const { metric = '' } = ask.params
    const found = await figuresOf(metric, ask)
    return { ...shownFigures(metric, found, ask), ...daysOf(ask), names: ask.open(namesOf(found.figures, ask)) }
  },
})

export const manyFiguresPage = defineQuery<ManyFiguresQuery, ManyFiguresAnswer>({
  name: 'many-figures',
  about: 'What do several metrics come to, all of the same days, by the same dimensions?',
  route: '/figures',
  query: ManyFiguresQuery,
  answer: ManyFiguresAnswer,
  scans: true,
  read: async (ask) => {
    if (ask.query.metrics.length === 0) throw new InvalidInput([{ path: 'metrics', code: 'required' }])
    const found: [metric: string, figures: Figures][] = []
    // One after the other: each may look through much.
    for (const metric of ask.query.metrics) found.push([metric, await figuresOf(metric, ask)])
    return {
      ...daysOf(ask),
      metrics: found.map(([metric, figures]) => shownFigures(metric, figures, ask)),
      names: ask.open(
        namesOf(
          found.flatMap(([, { figures }]) => figures),
          ask,
        ),
      ),
    }
  },
})

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

function namesOf(figures: readonly Figure[], ask: QueryContext): NameShown[] {
  const ids = new Map<string, NameShown>()
  const naming: Partial<Record<Dimension, (id: string) => Guarded<string> | undefined>> = {
    unit: (id) => unitNamed(id, ask).name,
    member: (id) => memberNamed(id, ask).name,
    product: (id) => productNamed(id, ask).name,
    subsidiary: (id) => ask.references.get(organization).subsidiaries.get(id)?.name,
  }
  for (const of of new Set(figures.map((figure) => figure.of))) {
    for (const [dimension, nameOf] of Object.entries(naming)) {
      const id = of[dimension as Dimension]
      if (typeof id === 'string' && !ids.has(id)) ids.set(id, { id, name: nameOf(id) })
    }
  }
  return [...ids.values()].filter(({ name }) => name !== undefined)
}
