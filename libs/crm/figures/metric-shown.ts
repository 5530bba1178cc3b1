/** How answers show a metric: with all that is needed to read its numbers. */
import {
  Choice,
  Choices,
  Code,
  Currency,
  dimensions,
  Label,
  type Metric,
  metricKinds,
  metricUnits,
  Optional,
  type QueryContext,
  refuse,
} from '#kernel'
import { organization } from '../organization/organization.reference.js'
import { languageOf } from '../texts/language-of.js'

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
  @Choice(['higher', 'lower', 'neither']) better!: Metric['better']
  /** The function that answers for its definition. */
  @Code() owner!: string
  @Choices(dimensions) dimensions!: Metric['dimensions'][number][]
}

/** @throws DomainError `not-found` */
export const metricNamed = (name: string, { figures }: QueryContext): Metric =>
  figures.metrics.find((each) => each.name === name) ?? refuse('not-found')

/** @throws DomainError `not-found` */
export const metricShown = (name: string, ask: QueryContext): MetricShown => shownMetric(metricNamed(name, ask), ask)

export function shownMetric(metric: Metric, ask: QueryContext): MetricShown {
  const { references } = ask
  const language = languageOf(ask)
  const { name, kind, unit, better, owner } = metric
  const [question, formula] = [metric.question[language], metric.formula[language]]
  const currency = unit === 'money' ? references.get(organization).group?.currency : undefined
  const label = metric.label[language]
  return { name, label, question, formula, kind, unit, currency, better, owner, dimensions: [...metric.dimensions] }
}
