/** The catalogue of metrics: one for the whole group, the same definitions in every country. */
import { defineQuery, ListAnswer, ListOf, NoQuery, wholeList } from '#kernel'
import { requireReader } from '../access/access.js'
import { MetricShown, shownMetric } from './metric-shown.js'

export class MetricsAnswer extends ListAnswer {
  @ListOf(MetricShown, { max: 500 }) rows!: MetricShown[]
}

export const metricsPage = defineQuery<NoQuery, MetricsAnswer>({
  name: 'metrics',
  about: 'What do we measure, how, and who answers for the definition?',
  route: '/metrics',
  query: NoQuery,
  answer: MetricsAnswer,
  read: async (ask) => {
    requireReader(ask)
    return wholeList(ask.figures.metrics.map((metric) => shownMetric(metric, ask)))
  },
})
