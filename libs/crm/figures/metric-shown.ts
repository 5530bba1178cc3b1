/** How answers show a metric: with all that is needed to read its numbers, and by what it may be asked. */
import {
  addField,
  Choice,
  Choices,
  Code,
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
import { functions, type MemberFunction } from '../organization/events/member.events.js'
import { organization } from '../organization/organization.reference.js'
import { languageOf } from '../texts/language-of.js'
import { betterWays } from './figures.words.js'

export class MetricShown {
  @Code() name!: string
  /** What it is called in a few words, in the reader’s language. */
  @Label({ max: 80 }) label!: string
  /** In the reader’s language, as its formula. */
  @Label() question!: string
  @Label({ max: 500 }) formula!: string
  @Choice(metricKinds) kind!: Metric['kind']
  @Choice(metricUnits) unit!: Metric['unit']
  /** Of money, in minor units. */
  @Optional() @Currency() currency?: string
  @Choice(betterWays) better!: Metric['better']
  /** The function that answers for its definition. */
  @Choice(functions) owner!: MemberFunction
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
  const language = languageOf(ask)
  const { name, kind, unit, better, owner } = metric
  const [question, formula] = [metric.question[language], metric.formula[language]]
  const currency = unit === 'money' ? references.get(organization).group?.currency : undefined
  const label = metric.label[language]
  const dimensions = metric.dimensions.map((each) => each.name)
  return { name, label, question, formula, kind, unit, currency, better, owner: owner as MemberFunction, dimensions }
}
