/** The catalogue of metrics: one for the whole group, the same definitions in every country. */
import { defineQuery, ListOf, NoQuery } from '#kernel'
import { requireReader } from '../access/access.js'
import { MetricShown, shownMetric } from './metric-shown.js'

export class MetricsAnswer {
  @ListOf(MetricShown, { max: 500 }) metrics!: MetricShown[]
}

export const metricsPage = defineQuery<NoQuery, MetricsAnswer>({
  name: 'metrics',
  about: 'What do we measure, how, and who answers for the definition?',
  route: '/metrics',
  query: NoQuery,
  answer: MetricsAnswer,
  read: async (ask) => {
    requireReader(ask)
    return { metrics: ask.figures.metrics.map((metric) => shownMetric(metric, ask)) }
  },
})
