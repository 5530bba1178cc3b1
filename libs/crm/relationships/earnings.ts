/** What a customer has earned a unit: its incomes, and the life-cycle status that follows from them. */
import { type AmountSum, type AnyFact, amountOf, HistoryNeeded, noAmounts, withAmount } from '#kernel'
import { amountNotStated, type StatedIncome } from '../families/income.js'
import { type Income, isIncome, latestOf, type StatusCause, type StatusFrom, scheduleOf } from './rules/life-cycle.js'

export interface Earnings {
  /** What the status follows from, in order; of much, the latest. */
  causes: StatusCause[]
  /** Whether there were more causes than are kept. */
  isCut?: boolean
  /** Statuses to come, in order; the first holds now unless the next has begun. */
  schedule: StatusFrom[]
  /** For lists: where the schedule starts and when time alone changes it. */
  status: string
  passiveFrom?: string
  lostFrom?: string
  /** All that count: how many, and what they come to. */
  incomes: number
  income: AmountSum
  lastIncome?: string
}

export const noEarnings: Earnings = {
  causes: [],
  schedule: [],
  status: 'prospect',
  incomes: 0,
  income: noAmounts,
}

/** With the statuses that follow from these causes. */
export function caused<D extends Earnings>(doc: D, causes: StatusCause[]): D {
  const schedule = scheduleOf(causes)
  const from = (status: string) => schedule.find((step, i) => i > 0 && step.status === status)?.from
  return {
    ...doc,
    causes,
    schedule,
    status: schedule[0]?.status ?? 'prospect',
    passiveFrom: from('passive'),
    lostFrom: from('lost'),
    lastIncome: causes.findLast(isIncome)?.day,
  }
}

/** Without the income of a record: what it earned no longer counts. */
function without<D extends Earnings>(doc: D, record: string): D {
  const { causes } = doc
  const at = causes.findLastIndex((cause) => isIncome(cause) && cause.of === record)
  const income = causes[at]
  if (!income || !isIncome(income)) return doc
  const less = { incomes: doc.incomes - 1, income: withAmount(doc.income, income.worth, -1) }
  return { ...doc, ...less, causes: causes.toSpliced(at, 1) }
}

/** The document after a fact that is income, or says that there was none after all. */
export const earned = <D extends Earnings>(doc: D, fact: AnyFact, said: StatedIncome | 'taken-back'): D =>
  said === 'taken-back' ? takenBack(doc, fact) : bought(doc, fact, said)

function bought<D extends Earnings>(known: D, fact: AnyFact, { value, keeps }: StatedIncome): D {
  const doc = without(known, fact.stream)
  const worth = amountOf(value ?? amountNotStated, fact.day ?? fact.at)
  const last: Income = { day: fact.day, of: fact.stream, event: fact.id, worth, keeps }
  const more = { incomes: doc.incomes + 1, income: withAmount(doc.income, worth, 1) }
  return caused({ ...doc, ...more }, [...doc.causes, last])
}

function takenBack<D extends Earnings>(known: D, fact: AnyFact): D {
  // In the place of what goes, an earlier one would be kept, or what goes is not kept itself.
  if (known.isCut) throw new HistoryNeeded()
  const doc = without(known, fact.stream)
  return doc === known ? doc : caused(doc, doc.causes)
}

/** With the latest causes alone. */
export function boundedEarnings<D extends Earnings>(doc: D): D {
  const causes = latestOf(doc.causes)
  return causes.length === doc.causes.length ? doc : { ...doc, causes, isCut: true }
}
