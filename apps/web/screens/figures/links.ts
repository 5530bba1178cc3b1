/** Where numbers lead: to the events that they are made of. */
import { type Dimension, type FiguresAddress, type Filters, teamCode } from './address.js'
import type { AskedFigures } from './asked.js'
import type { Cell } from './chart/groups.js'
import { yearBefore } from './periods.js'

/** What the list of events of a number is asked with. */
export type EventsAddress = Omit<FiguresAddress, 'metric' | 'by' | 'each' | 'told'>

export interface EventsLink {
  to: '/figures/$metric/events'
  params: { metric: string }
  search: EventsAddress
}

const textOf = (filters: AskedFigures['filters']): Filters =>
  Object.fromEntries(Object.entries(filters).map(([name, value]) => [name, [value].flat().join(',')]))

/** What an answer tells apart as one value, in the words by which it is asked for. */
function asValue(by: Dimension, code: string | undefined, { unstated }: Filters): Filters {
  if (code === teamCode) return { whose: 'team' }
  if (code !== undefined) return { [by]: code }
  return { [by]: undefined, unstated: [...new Set([...(unstated?.split(',') ?? []), by])].join(',') }
}

/** Of the whole, or of one cell: of a value of the dimension asked by, of what states none where there is no code. */
export function eventsOf(asked: AskedFigures, cell?: Pick<Cell, 'period'>, code?: string): EventsLink {
  const { metric, by, from, to, known, filters } = asked
  const days = cell?.period ?? { from, to }
  const of = textOf(filters)
  return {
    to: '/figures/$metric/events',
    params: { metric },
    search: {
      ...of,
      from: days.from,
      to: days.to,
      ...(known && { known }),
      ...(by && cell && asValue(by, code, of)),
    },
  }
}

/** Of what it is compared with: the same, a year before. */
export function eventsBefore(asked: AskedFigures, cell?: Pick<Cell, 'period'>, code?: string): EventsLink {
  return eventsOf(asked, { period: { name: '', ...yearBefore(cell?.period ?? asked) } }, code)
}

/** Of what was told first: the same, as it was known at the end of its days. */
export function eventsTold(asked: AskedFigures, cell?: Pick<Cell, 'period'>, code?: string): EventsLink {
  const { to } = cell?.period ?? asked
  return eventsOf({ ...asked, known: to }, cell, code)
}
