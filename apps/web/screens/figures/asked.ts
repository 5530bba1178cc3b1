/** The questions behind the figures that an address asks for. */
import { useQueries, useQuery } from '@tanstack/react-query'
import { type Answer, type QueryOf, question } from '../../api/questions.js'
import { type Dimension, type FiguresAddress, filtersAsked, filtersIn, type Metric, type Span } from './address.js'
import { type FigureAnswered, type Period, toldKey } from './chart/groups.js'
import { type Days, periodsAt } from './periods.js'

export type FiguresAnswer = Answer<'/api/v1/figures/{metric}'>
type FiguresQuery = QueryOf<'/api/v1/figures/{metric}'>

/** What is asked, with all that was left open decided. */
export interface AskedFigures extends Days {
  metric: string
  /** Absent: the whole. */
  by?: Dimension
  each?: Span
  known?: string
  isTold: boolean
  filters: Record<string, string | string[]>
}

const usualMetric = 'won-revenue'

/** @param today ISO day */
export function askedBy(address: FiguresAddress, metrics: readonly Metric[], today: string): AskedFigures {
  const metric = metrics.find(({ name }) => name === address.metric)?.name ?? address.metric ?? usualMetric
  const has = metrics.find(({ name }) => name === metric)?.dimensions ?? []
  const wanted = address.by ?? 'country'
  const by = wanted !== 'none' && has.includes(wanted) ? wanted : has.includes('country') ? 'country' : undefined
  const days = periodsAt(today)['twelve-months']
  return {
    metric,
    ...(wanted !== 'none' && by && { by }),
    from: address.from ?? days.from,
    to: address.to ?? days.to,
    ...(address.each && { each: address.each }),
    ...(address.known && { known: address.known }),
    isTold: address.told === 'first',
    filters: filtersAsked(filtersIn(address)),
  }
}

const queryOf = ({ from, to, known, filters }: AskedFigures, more: object): FiguresQuery =>
  ({ from, to, known, compare: 'last-year', ...filters, ...more }) as FiguresQuery

/** The figures themselves, by dimension and period. */
export const figuresAsked = (asked: AskedFigures) => {
  const by = [asked.by, asked.each].filter((each) => each !== undefined)
  return question('/api/v1/figures/{metric}', {
    path: { metric: asked.metric },
    query: queryOf(asked, by.length > 0 ? { by } : {}),
  })
}

/** What all of them come to. */
export const totalAsked = (asked: AskedFigures) =>
  question('/api/v1/figures/{metric}', { path: { metric: asked.metric }, query: queryOf(asked, {}) })

const mostAtOnce = 12
const sharedFilters = ['unit', 'subsidiary', 'country', 'sector']

/** Several metrics of the same days, a dozen at once; of what all of them can be asked of. */
export function useStrip(metrics: readonly Metric[], asked: AskedFigures) {
  const filters = Object.fromEntries(Object.entries(asked.filters).filter(([name]) => sharedFilters.includes(name)))
  const able = metrics.filter(({ dimensions }) =>
    Object.keys(filters).every((name) => dimensions.includes(name as Dimension)),
  )
  const parts = Array.from({ length: Math.ceil(able.length / mostAtOnce) }, (_, n) =>
    able.slice(n * mostAtOnce, (n + 1) * mostAtOnce).map(({ name }) => name),
  )
  return useQueries({
    queries: parts.map((names) =>
      question('/api/v1/figures', { query: { ...queryOf({ ...asked, filters }, {}), metrics: names } }),
    ),
    combine: (answers) => ({
      figures: new Map(
        answers.flatMap(
          ({ data }) => data?.metrics.map(({ metric, figures }) => [metric.name, figures[0]] as const) ?? [],
        ),
      ),
      error: answers.find(({ error }) => error)?.error ?? null,
    }),
  })
}

/** Beyond these, asking for each would be too much. */
const mostPeriods = 36

/**
 * What was told first: each period as it was known at its end. Periods that are not over have not been told yet.
 * @param periods those of the answer; the whole stretch of days when there are none
 * @param today ISO day
 */
export function useToldFirst(asked: AskedFigures, periods: readonly Period[], today: string) {
  const whole: Period = { name: '', from: asked.from, to: asked.to }
  const over = (periods.length > 0 ? periods : [whole]).filter(({ to }) => to < today).slice(-mostPeriods)
  const wanted = asked.isTold ? over : []
  return useQueries({
    queries: wanted.map(({ from, to }) =>
      question('/api/v1/figures/{metric}', {
        path: { metric: asked.metric },
        query: { from, to, known: to, ...asked.filters, ...(asked.by && { by: [asked.by] }) } as FiguresQuery,
      }),
    ),
    combine: (answers) => ({
      told: toldFirst(
        answers.map(({ data }, n) => [
          periods.length > 0 ? wanted[n] : undefined,
          (data?.figures ?? []) as FigureAnswered[],
        ]),
        asked.by,
      ),
      error: answers.find(({ error }) => error)?.error ?? null,
    }),
  })
}

/** By `toldKey`: what was told of each period, by the dimension asked by. */
function toldFirst(
  answers: readonly (readonly [Period | undefined, readonly FigureAnswered[]])[],
  by: Dimension | undefined,
): Map<string, number> {
  const told = new Map<string, number>()
  for (const [period, figures] of answers) {
    for (const figure of figures) {
      const code = by && figure[by]
      if (figure.value !== undefined)
        told.set(toldKey(typeof code === 'string' ? code : undefined, period), figure.value)
    }
  }
  return told
}

/** Periods of an answer, each once, in their order. */
export function periodsOf(figures: readonly FigureAnswered[]): Period[] {
  const periods = new Map(figures.flatMap(({ period }) => (period ? [[period.name, period] as const] : [])))
  return [...periods.values()].sort((a, b) => (a.from < b.from ? -1 : 1))
}

export const useMetrics = () => useQuery(question('/api/v1/metrics'))
