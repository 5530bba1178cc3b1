/**
 * The life-cycle status by its dated rule: what each income makes of the one before, and when time
 * alone will change it. Days are those on which income occurred.
 */
import { addMonths } from '#kernel'
import type { Status } from './relationship.events.js'

/** How long an income keeps a customer; stated by the income itself, from the rule of its day. */
export interface IncomeWindow {
  passiveAfterMonths: number
  lostAfterMonths: number
}

/** A status with the day it begins; those ahead begin by time alone. */
export interface StatusFrom {
  from: string
  status: Status
}

/** What an income on a day leads to; `previous` is the day of the one before. */
export function afterIncome(day: string, previous: string | undefined, window: IncomeWindow): StatusFrom[] {
  const regular = previous !== undefined && day < addMonths(previous, window.passiveAfterMonths)
  return [
    { from: day, status: regular ? 'continuing' : 'one-off' },
    { from: addMonths(day, window.passiveAfterMonths), status: 'passive' },
    { from: addMonths(day, window.lostAfterMonths), status: 'lost' },
  ]
}

/** The status on a day, by a schedule in order of days. */
export function statusOn(schedule: readonly StatusFrom[], day: string): Status {
  return schedule.findLast(({ from }) => from <= day)?.status ?? 'prospect'
}
