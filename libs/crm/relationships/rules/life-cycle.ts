/**
 * The life-cycle status by its dated rule: what each income makes of the one before, and when time
 * alone will change it. Days are those on which income occurred.
 */
import { type Amount, addMonths } from '#kernel'
import type { IncomeKeeps } from '../../families/income.js'
import type { Status } from '../relationship.events.js'

/** A status with the day it begins; those ahead begin by time alone. */
export interface StatusFrom {
  /** Empty where what it follows from lies before every day known. */
  from: string
  status: Status
}

/** An income that counts. */
export interface Income {
  /** Absent where it lies before every day known. */
  day?: string
  /** Stream of the record that earned it: it counts once, and no longer once it is taken back. */
  of: string
  /** Id of the event that states it. */
  event: string
  worth: Amount
  /** Stated by the income itself, from the rule of its day. */
  keeps: IncomeKeeps
}

/** A status set by hand, until the next income. */
export interface StatusCorrection {
  day?: string
  status: Status
}

/** What a status follows from, in the order in which it happened. */
export type StatusCause = Income | StatusCorrection

export const isIncome = (cause: StatusCause): cause is Income => 'keeps' in cause

/** So many incomes are kept one by one. */
const mostIncomes = 20

/** The latest causes: of corrections only one that holds by now. */
export function latestOf(causes: readonly StatusCause[]): StatusCause[] {
  const last = causes.at(-1)
  const latest = causes.filter((cause) => isIncome(cause) || cause === last)
  const incomes = latest.filter(isIncome)
  const from = incomes.length > mostIncomes ? latest.indexOf(incomes.at(-mostIncomes) as Income) : 0
  return latest.slice(from)
}

/** The statuses that follow from the causes; prospect where there are none. */
export function scheduleOf(causes: readonly StatusCause[]): StatusFrom[] {
  const last = causes.at(-1)
  if (last === undefined) return []
  if (!isIncome(last)) return [{ from: last.day ?? '', status: last.status }]
  const previous = causes.slice(0, -1).findLast(isIncome)
  // Of no day nothing says when it will be over.
  if (last.day === undefined) return [{ from: '', status: previous ? 'continuing' : 'one-off' }]
  return afterIncome(last.day, previous?.day, last.keeps)
}

/** What an income on a day leads to; `previous` is the day of the one before. */
function afterIncome(day: string, previous: string | undefined, window: IncomeKeeps): StatusFrom[] {
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
