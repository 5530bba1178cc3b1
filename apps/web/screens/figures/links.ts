/** Where numbers lead: to the events that they are made of. */
import type { Dimension, FiguresAddress } from './address.js'
import type { AskedFigures } from './asked.js'
import type { Cell } from './chart/groups.js'

/** What the list of events of a number is asked with. */
export type EventsAddress = Omit<FiguresAddress, 'metric' | 'by' | 'each' | 'told'>

export interface EventsLink {
  to: '/figures/$metric/events'
  params: { metric: string }
  search: EventsAddress
}

const textOf = (filters: AskedFigures['filters']): Partial<Record<Dimension, string>> =>
  Object.fromEntries(Object.entries(filters).map(([name, value]) => [name, [value].flat().join(',')]))

/** Of the whole, or of one cell of a value of the dimension asked by. */
export function eventsOf(asked: AskedFigures, cell?: Pick<Cell, 'period'>, code?: string): EventsLink {
  const { metric, by, from, to, known, filters } = asked
  const days = cell?.period ?? { from, to }
  return {
    to: '/figures/$metric/events',
    params: { metric },
    search: {
      ...textOf(filters),
      from: days.from,
      to: days.to,
      ...(known && { known }),
      ...(by && code !== undefined && { [by]: code }),
    },
  }
}

/** What is not stated, and a team’s sum, cannot be asked for by themselves. */
export const canOpen = (asked: AskedFigures, code: string | undefined): boolean =>
  asked.by === undefined || (code !== undefined && code !== '*')
