/** From a moment as a reader states it to the one that histories are folded at. */
import { dayIn, type EventLog, endOf, InvalidInput, isDay, isInstant, type Moment, type Position, utc } from '#kernel'
import type { AskedMoment } from './question.js'

/** ISO instant of the last millisecond of a day, or of the instant itself. */
function lastMomentOf(stated: string, zone: string, path: string): string {
  if (isInstant(stated)) return utc(stated)
  if (isDay(stated)) return utc(new Date(Date.parse(endOf(stated, zone)) - 1))
  throw new InvalidInput([{ path, code: 'k-instant' }])
}

/** Where days begin and end, and which one it is. */
export interface Today {
  zone: string
  /** ISO instant of the wall clock. */
  clock: string
}

/** The same, of what has begun: nothing is known of days to come. */
function pastMomentOf(stated: string, { zone, clock }: Today, path: string): string {
  const moment = lastMomentOf(stated, zone, path)
  if (moment > lastMomentOf(dayIn(clock, zone), zone, path)) throw new InvalidInput([{ path, code: 'ahead-of-now' }])
  return moment
}

/**
 * `asOf` without `knownAt` means as known now; a moment as `knownAt` alone means as of then, a position
 * alone whatever was known there. Asked by what it was resolved to, a question has the same answer for ever.
 * @throws InvalidInput when a moment is neither a day nor an instant (nor, for knownAt, a position), or
 * lies after today
 */
export async function resolveMoment(
  asked: AskedMoment,
  log: EventLog,
  today: Today,
): Promise<Required<Pick<Moment, 'knownAt'>> & Moment> {
  const asOf = asked.asOf === undefined ? undefined : pastMomentOf(asked.asOf, today, 'asOf')
  if (asked.knownAt === undefined) return { asOf, knownAt: await log.head() }
  if (/^\d{1,16}$/.test(asked.knownAt)) return { asOf, knownAt: await knownPosition(Number(asked.knownAt), log) }
  const instant = pastMomentOf(asked.knownAt, today, 'knownAt')
  return { asOf: asOf ?? instant, knownAt: await log.positionAt(instant) }
}

async function knownPosition(position: Position, log: EventLog): Promise<Position> {
  if (position > (await log.head())) throw new InvalidInput([{ path: 'knownAt', code: 'beyond-head' }])
  return position
}
