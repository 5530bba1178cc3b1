/** From a moment as a reader states it to the one that histories are folded at. */
import {
  type Calendar,
  dayIn,
  type EventLog,
  endOf,
  InvalidInput,
  isDay,
  isInstant,
  type Moment,
  type Position,
  parsedPosition,
  type QueryContext,
  type References,
  utc,
} from '#kernel'
import type { AskedMoment } from '../question.js'

/** What a moment is resolved against. */
export interface MomentsLog extends Pick<EventLog, 'head' | 'eventAt'> {
  /** Position of the last event up to which nothing was recorded after the instant; 0 if there is none. */
  positionAt(instant: string): Promise<Position>
}

/** The last millisecond of a day in a zone, or the instant itself. */
const lastMomentOf = (stated: string, zone: string): string =>
  isDay(stated) ? utc(new Date(Date.parse(endOf(stated, zone)) - 1)) : utc(stated)

/** Where the group's days begin and end, and the latest day that has begun for any of its units. */
export interface Today {
  zone: string
  latest: string
}

/** A day or an instant of what has begun: nothing is known of days to come. */
function pastMomentOf(stated: string, { zone, latest }: Today, path: string): string {
  if (!isDay(stated) && !isInstant(stated))
    throw new InvalidInput([{ path, code: path === 'asOf' ? 'k-moment' : 'k-known' }])
  const isAhead = isDay(stated) ? stated > latest : utc(stated) > lastMomentOf(latest, zone)
  if (isAhead) throw new InvalidInput([{ path, code: 'ahead-of-now' }])
  return isDay(stated) ? stated : utc(stated)
}

/**
 * A day stays one as `asOf`, which each fact is held against where its unit is; as `knownAt` it ends
 * where the group is. `asOf` without `knownAt` means as known now; a moment as `knownAt` alone means as of then, a position
 * alone whatever was known there. Asked by what it was resolved to, a question has the same answer for ever.
 * @throws InvalidInput when a moment is neither a day nor an instant (nor, for knownAt, a position), or
 * lies after today
 */
export async function resolveMoment(
  asked: AskedMoment,
  log: MomentsLog,
  today: Today,
): Promise<Required<Pick<Moment, 'knownAt'>> & Moment> {
  const asOf = asked.asOf === undefined ? undefined : pastMomentOf(asked.asOf, today, 'asOf')
  if (asked.knownAt === undefined) return { asOf, knownAt: await log.head() }
  const position = parsedPosition(asked.knownAt)
  if (position !== undefined) return { asOf, knownAt: await knownPosition(position, log) }
  const instant = lastMomentOf(pastMomentOf(asked.knownAt, today, 'knownAt'), today.zone)
  return { asOf: asOf ?? instant, knownAt: await log.positionAt(instant) }
}

async function knownPosition(position: Position, log: MomentsLog): Promise<Position> {
  if (position > (await log.head())) throw new InvalidInput([{ path: 'knownAt', code: 'beyond-head' }])
  // What answers and events call their position is one of an event; any other was mistyped or is of another log.
  if (position > 0 && !(await log.eventAt(position)))
    throw new InvalidInput([{ path: 'knownAt', code: 'no-such-position' }])
  return position
}

/** What counts as now and today where a unit is. @param now the instant or the day that is asked about */
export function timeAt(
  now: string,
  { zoneOf }: Pick<Calendar, 'zoneOf'>,
  references: References,
): Pick<QueryContext, 'nowIn' | 'todayIn'> {
  return {
    nowIn: (unit) => lastMomentOf(now, zoneOf(unit, references)),
    todayIn: (unit) => (isDay(now) ? now : dayIn(now, zoneOf(unit, references))),
  }
}

/** The moment of references: a day that is asked about ends there where the group is. */
export function referencesMoment({ asOf, knownAt }: Moment, { nowIn }: Pick<QueryContext, 'nowIn'>): Moment {
  return asOf === undefined ? { knownAt } : { asOf: nowIn(), knownAt }
}
