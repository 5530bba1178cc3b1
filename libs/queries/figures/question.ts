/** Checks what is asked of figures and parts it into what the store reads and what is derived afterwards. */
import {
  type Dimension,
  type FigureQuestion,
  type Filters,
  InvalidInput,
  isDay,
  type Metric,
  type Period,
  type Position,
  periods,
  type Registry,
  refuse,
  type StoredDimension,
  storedFor,
} from '#kernel'
import { changesByDay, isDerived } from './places.js'

/** Rows in one answer. */
export const MOST_FIGURES = 10_000

/** Values of stored dimensions; null where none is stated. */
export type StoredValues = Partial<Record<StoredDimension, readonly (string | null)[]>>

export interface Asked {
  metric: Metric
  dims: readonly Dimension[]
  period?: Period
  /** Stored dimensions to group by in the store. */
  read: readonly StoredDimension[]
  /** Conditions the store can hold. */
  where: StoredValues
  /** Conditions on what is derived. */
  derived: Filters
  /** Whether the group's own contributions are left out: somebody asks for those of its units. */
  unitsOnly: boolean
  /** Whether a document that several units share is among more than one of those that come together in a number. */
  byEntity: boolean
  /** Whether what is derived may change from one day to the next. */
  byDay: boolean
  known?: string
  /** The last that was recorded by then. */
  knownAt?: Position
}

/** @throws InvalidInput naming the parameter; DomainError `not-found` for an unknown metric */
export function askedOf(
  question: Omit<FigureQuestion, 'compare'>,
  { registry, knownAt }: { registry: Registry; knownAt: Position | undefined },
): Asked {
  const metric = registry.metrics.get(question.metric) ?? refuse('not-found')
  const asked = question.by.filter((by) => isPeriod(by))
  const dims = question.by.filter((by): by is Dimension => !isPeriod(by))
  if (asked.length > 1) throw new InvalidInput([{ path: 'by', code: 'too-many', limit: '1' }])
  for (const dimension of dims) requireDimension(metric, dimension, 'by')
  requireDays(question)
  const [period] = asked as Period[]
  const filters = Object.entries(question.filters ?? {}) as [Dimension, readonly string[]][]
  for (const [dimension] of filters) requireDimension(metric, dimension, dimension)
  const derived = filters.filter(([dimension]) => isDerived(dimension))
  const read = new Set([...dims, ...derived.map(([dimension]) => dimension)].map(storedFor))
  const byUnit = [...read, ...filters.map(([dimension]) => dimension)].includes('unit')
  const byEntity = metric.apart === true && byUnit && !dims.includes('unit')
  if (byEntity || period?.startsWith('fiscal')) read.add('unit')
  const where: StoredValues = Object.fromEntries(filters.filter(([dimension]) => !isDerived(dimension)))
  return {
    metric,
    dims,
    period,
    read: [...read],
    where: metric.apart && !byUnit ? { ...where, unit: [null] } : where,
    derived: Object.fromEntries(derived),
    unitsOnly: metric.apart === true && byUnit,
    byEntity,
    byDay: metric.kind !== 'stock' && [...dims, ...derived.map(([dimension]) => dimension)].some(changesByDay),
    known: question.known,
    knownAt,
  }
}

const isPeriod = (by: Dimension | Period): by is Period => (periods as readonly string[]).includes(by)

function requireDimension(metric: Metric, dimension: Dimension, path: string): void {
  if (metric.dimensions.includes(dimension)) return
  throw new InvalidInput([{ path, code: 'not-a-choice', limit: metric.dimensions.join(', ') }])
}

function requireDays({ from, to, known }: Pick<FigureQuestion, 'from' | 'to' | 'known'>): void {
  for (const [path, day] of Object.entries({ from, to, known }))
    if (day !== undefined && !isDay(day)) throw new InvalidInput([{ path, code: 'k-day' }])
  if (from > to) throw new InvalidInput([{ path: 'to', code: 'too-early', limit: from }])
}
