/** The catalogue of metrics: one for the whole group, the same definitions in every country. */
import { addField, defineQuery, ListAnswer, ListOf, NoQuery, type Query, type Slice, wholeList } from '#kernel'
import { requireReader } from '../access/access.js'
import { metricsInUse } from '../pages/shown/collected.js'
import { type FigureDimensions, type MetricShown, shownMetric } from './metric-shown.js'

export class MetricsAnswer extends ListAnswer {
  rows!: MetricShown[]
}

/** @param slices whose metrics are offered, where they are in use */
export function metricsQueryBy({ Metric }: FigureDimensions, slices: readonly Slice[]): Query {
  const answers = { MetricsAnswer: class extends MetricsAnswer {} }
  addField(answers.MetricsAnswer, 'rows', ListOf(Metric, { max: 500 }))
  return defineQuery<NoQuery, MetricsAnswer>({
    name: 'metrics',
    about: 'What do we measure, how, and who answers for the definition?',
    route: '/metrics',
    query: NoQuery,
    answer: answers.MetricsAnswer,
    read: async (ask) => {
      requireReader(ask)
      return wholeList(metricsInUse(slices, ask).map((metric) => shownMetric(metric, ask)))
    },
  }) as Query
}
