/** How answers show a metric: with all that is needed to read its numbers, and by what it may be asked. */
import {
  addField,
  Choice,
  Choices,
  Currency,
  type Dimension,
  Label,
  type Metric,
  metricKinds,
  metricUnits,
  Optional,
  type PayloadClass,
  type QueryContext,
  refuse,
} from '#kernel'
import { organization } from '../organization/organization.reference.js'
import { languageOf } from '../texts/language-of.js'

export class MetricShown {
  @Label({ max: 60 }) name!: string
  /** What it is called in a few words, in the reader’s language. */
  @Label({ max: 80 }) label!: string
  @Label() question!: string
  @Label({ max: 500 }) formula!: string
  @Choice(metricKinds) kind!: Metric['kind']
  @Choice(metricUnits) unit!: Metric['unit']
  /** Of money, in minor units. */
  @Optional() @Currency() currency?: string
  @Choice(['higher', 'lower', 'neither']) better!: Metric['better']
  /** The function that answers for its definition. */
  @Label({ max: 60 }) owner!: string
  /** Names of dimensions; the field of a class made by `figureDimensionsOf`. */
  dimensions!: string[]
}

/** By what figures may be asked in a business: what its slices declare. */
export interface FigureDimensions {
  /** One of each name: of those that share one, a metric has the one or the other. */
  dimensions: readonly Dimension[]
  Metric: PayloadClass<MetricShown>
}

export function figureDimensionsOf(declared: readonly Dimension[]): FigureDimensions {
  const byName = new Map(declared.toReversed().map((dimension) => [dimension.name, dimension]))
  const dimensions = [...byName.values()].reverse()
  const classes = { MetricShown: class extends MetricShown {} }
  addField(classes.MetricShown, 'dimensions', Choices(dimensions.map(({ name }) => name)))
  return { dimensions, Metric: classes.MetricShown }
}

/** @throws DomainError `not-found` */
export const metricNamed = (name: string, { figures }: QueryContext): Metric =>
  figures.metrics.find((each) => each.name === name) ?? refuse('not-found')

export function shownMetric(metric: Metric, ask: QueryContext): MetricShown {
  const { references } = ask
  const { name, question, formula, kind, unit, better, owner } = metric
  const currency = unit === 'money' ? references.get(organization).group?.currency : undefined
  const label = metric.label?.[languageOf(ask)] ?? name
  return {
    name,
    label,
    question,
    formula,
    kind,
    unit,
    currency,
    better,
    owner,
    dimensions: metric.dimensions.map((each) => each.name),
  }
}
