/** Any metric by any of its dimensions and periods, compared if asked, as known now or then. */
import {
  Choice,
  Choices,
  Day,
  type Dimension,
  defineQuery,
  dimensions,
  type Figure,
  type Guarded,
  Integer,
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
import { leftOutSaid } from './left-out-said.js'
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
  /** What is left out of the value, in the reader’s language. */
  @Optional() @Label({ max: 500 }) leftOut?: string
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
  @Nested(MetricShown) metric!: MetricShown
  @Day() from!: string
  @Day() to!: string
  @Optional() @Day() known?: string
  @ListOf(FigureShown, { max: 10_000 }) figures!: FigureShown[]
  /** What units, members, products and subsidiaries among them are called. */
  @ListOf(NameShown, { max: 10_000 }) names!: NameShown[]
  /** Percent of what was counted, of money of the value, that states every dimension asked by. */
  @Optional() @Quantity() complete?: number
}

export const figuresPage = defineQuery<FiguresQuery, FiguresAnswer>({
  name: 'figures',
  about: 'What does a metric come to, by unit, member, stage, product, period, compared with before?',
  route: '/figures/:metric',
  query: FiguresQuery,
  answer: FiguresAnswer,
  scans: true,
  read: async (ask) => {
    const { by = [], compare } = ask.query
    const known = knownOf(ask.query, ask)
    const metric = ask.params.metric ?? ''
    const range = rangeOf(ask.query, ask)
    const answer = await ask.figures.ask({
      metric,
      by,
      ...range,
      compare,
      known,
      filters: filtersOf(ask.query, ask.references),
    })
    return {
      metric: metricShown(metric, ask),
      ...range,
      known,
      figures: figuresShown(answer.figures, ask),
      names: ask.open(namesOf(answer.figures, ask)),
      complete: answer.complete,
    }
  },
})

/** Absent instead of null: nothing stated, nothing to divide. */
function figuresShown(figures: readonly Figure[], ask: QueryContext<object>): FigureShown[] {
  // The figures of one group say what they are of by the same object.
  const ofGroups = new Map<Figure['of'], FigureShown>()
  return figures.map(({ of, period, ...numbers }) => {
    const shown = ofGroups.get(of) ?? stated(of)
    ofGroups.set(of, shown)
    return { ...(period && { period }), ...shown, ...stated({ ...numbers, leftOut: leftOutSaid(numbers, ask) }) }
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
