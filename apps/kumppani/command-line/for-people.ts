/** Figures as people read them: by period as a table; of what and in which unit they are the answer says in words. */
import { figureTable, isByPeriod } from './figure-table.js'

type Named = Readonly<Record<string, unknown>>

interface Figures {
  metric: object
  figures: Named[]
}

/** @param answer in words */
export function forPeople(answer: unknown): unknown {
  if (!isFigures(answer)) return answer
  // What ids are called stands in the figures already.
  const { names: _, ...shown } = answer as Figures & { names?: unknown }
  return isByPeriod(shown.figures) ? { ...shown, figures: figureTable(shown.figures) } : shown
}

const isFigures = (answer: unknown): answer is Figures =>
  isRecord(answer) && isRecord(answer.metric) && Array.isArray(answer.figures)

const isRecord = (value: unknown): value is Named =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
