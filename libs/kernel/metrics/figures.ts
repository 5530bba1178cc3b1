/** What may be asked of figures, and what comes back: numbers of one metric, each open to its events. */
import type { StoredEvent } from '../events/stored-event.js'
import type { Unvalued } from '../fields/amount-sum.js'
import type { Money } from '../fields/money.js'
import type { Metric } from './metric.js'

/** Values asked for, by the name of their dimension; those of one dimension are alternatives, null is what is not stated. */
export type Filters = Readonly<Record<string, readonly (string | null)[]>>

export interface FigureQuestion {
  /** Name of the metric. */
  metric: string
  /** Names of dimensions of the metric, and at most one period among them. */
  by: readonly string[]
  /** Days, both included. */
  from: string
  to: string
  filters?: Filters
  /** Of the reader's team alone, its members together. */
  ofTeam?: boolean
  /** With the period before (or the stretch of the same length), or with the same days a year earlier. */
  compare?: 'previous' | 'last-year'
  /** As it was known at the end of this day, in the group's zone; as known now when left out. */
  known?: string
}

/** One number in its place. */
export interface Figure {
  period?: { name: string; from: string; to: string }
  /** Value of each dimension asked by; null where the events do not say. `*` of member: the team's sum. */
  of: Readonly<Record<string, string | null>>
  /** In the metric's unit: a sum, a state, percent, the median, or how many different; null when there is nothing to divide. */
  value: number | null
  /** Of a share: what is divided by what. */
  part?: number
  whole?: number
  /** Of a duration: how many, and the length that nine of ten do not exceed. */
  count?: number
  p90?: number
  /** Of money of which not all can be valued: of how many amounts, and which are left out of the value. */
  amounts?: number
  unvalued?: Unvalued[]
  /** What it is compared with, what that leaves out, and the difference to it. */
  compared?: number | null
  comparedAmounts?: number
  comparedUnvalued?: Unvalued[]
  change?: number | null
}

export interface Figures {
  figures: Figure[]
  /** Percent of what was counted that states every dimension asked by; absent where that cannot be told. */
  complete?: number
}

/** One contribution with the event that caused it. */
export interface CausedFigure {
  /** Day it counts on, and day since when that is known. */
  day: string
  known: string
  /** Absent where an amount cannot be valued. */
  value?: number
  whole: number
  /** Of a duration, in the metric's unit. */
  length?: number
  /** Of money that no fact values in group currency: what was stated, and the day whose rate holds. */
  amount?: Money
  rateDay?: string
  /** For which unit and member it counts, as far as the contribution states them: of a share of credit, whose it is. */
  unit?: string
  member?: string
  /** Id of the customer or contact for whom it counts, of several with which the event is filed; absent where nobody knows any more. */
  partition?: string
  event: StoredEvent
}

export interface FigureEvents {
  rows: CausedFigure[]
  /** How many contributions of the whole drill-down come from events the reader may not read. */
  hidden: number
  /** Of money, in all of the drill-down: of how many amounts, and which are left out; absent where all are valued. */
  amounts?: number
  unvalued?: Unvalued[]
  next?: string
}

/** Whose figures a viewer may read. */
export interface FigureReading {
  /** Figures by unit. */
  units: boolean
  /** Units whose members' figures may be read one by one; `*` for all. */
  members: ReadonlySet<string>
  /** Units of which the sum over members may be read. */
  teams: ReadonlySet<string>
}

/** Figures as one viewer may read them. */
export interface FiguresPort {
  /** All metrics there are. */
  metrics: readonly Metric[]
  /** @throws DomainError `not-allowed`, `no-such-metric`, `too-many-figures`; InvalidInput for a dimension the metric does not have */
  ask(question: FigureQuestion): Promise<Figures>
  /** The contributions behind a number, newest first. */
  events(
    question: Omit<FigureQuestion, 'by' | 'compare'>,
    page?: { cursor?: string; limit?: number },
  ): Promise<FigureEvents>
}
