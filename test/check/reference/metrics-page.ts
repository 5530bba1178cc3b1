/** The catalogue of metrics as a page: one section each, in the order of their names. */
import type { Metric, MetricKind } from '#kernel'
import { code, generatedNote, table } from './markdown.js'

const kinds: Readonly<Record<MetricKind, string>> = {
  flow: 'a sum over the period',
  stock: 'a state at the end of the period',
  ratio: 'a part of a whole',
  duration: 'lengths: the median (p50) and what nine of ten do not exceed (p90); each off by 9 % at most',
  distinct: 'how many different over the period asked; never added up over periods or units',
}

export function metricsPage(metrics: readonly Metric[]): string {
  const inOrder = [...metrics].sort((a, b) => (a.name < b.name ? -1 : 1))
  const overview = inOrder.map((metric) => [`[${metric.name}](#${metric.name})`, metric.kind, metric.question])
  return [
    generatedNote,
    '# Metrics',
    'One catalogue for the whole group: the same definition in every country. Ask with `GET /api/v1/figures/<metric>`, by any of its dimensions and one period, and open a number to its events with `GET /api/v1/figures/<metric>/events`. Days are those of the unit’s own time zone; money is in minor units of group currency by the rate of its day. `known=<day>` answers as it was known at the end of that day.',
    table(['kind', 'what its numbers are'], Object.entries(kinds)),
    table(['metric', 'kind', 'question'], overview),
    ...inOrder.map(section),
    '',
  ].join('\n\n')
}

function section({ name, question, formula, kind, unit, better, owner, dimensions, of }: Metric): string {
  return [
    `## ${name}`,
    question,
    table(
      ['', ''],
      [
        ['formula', formula],
        ['kind', kind],
        ['unit', unit],
        ['better', better],
        ['owner', owner],
        ['dimensions', dimensions.map(({ name }) => code(name)).join(', ')],
        ['measured on', code(of.name)],
      ],
    ),
  ].join('\n\n')
}
