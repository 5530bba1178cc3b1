/** Checks what is asked of figures and parts it into what the store reads and what is derived afterwards. */
import {
  type Dimension,
  type FigureQuestion,
  InvalidInput,
  isDay,
  type Metric,
  type Period,
  type Position,
  periods,
  type Registry,
  refuse,
} from '#kernel'
import { changesByDay, isDerived } from './places.js'

/** Rows in one answer. */
export const MOST_FIGURES = 10_000

/** Values by the column of their dimension; null where none is stated. */
export type StoredValues = Readonly<Record<string, readonly (string | null)[]>>

export interface Asked {
  metric: Metric
  dims: readonly Dimension[]
  period?: Period
  /** Columns to group by in the store. */
  read: readonly string[]
  /** Conditions the store can hold. */
  where: StoredValues
  /** Conditions on what is derived. */
  derived: readonly (readonly [Dimension, readonly (string | null)[]])[]
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
  const asked = question.by.filter(isPeriod)
  if (asked.length > 1) throw new InvalidInput([{ path: 'by', code: 'several-periods', limit: asked.join(', ') }])
  const dims = question.by.filter((by) => !isPeriod(by)).map((name) => dimensionOf(metric, name, 'by'))
  requireDays(question)
  const [period] = asked
  const filters = Object.entries(question.filters ?? {}).map(
    ([name, values]) => [dimensionOf(metric, name, name), values] as const,
  )
  const derived = filters.filter(([dimension]) => isDerived(dimension))
  const read = new Set([...dims, ...derived.map(([dimension]) => dimension)].map(({ column }) => column))
  const byUnit = [...read, ...filters.map(([{ name }]) => name)].includes('unit')
  const byEntity = metric.apart === true && byUnit && !dims.some(({ name }) => name === 'unit')
  if (byEntity || period?.startsWith('fiscal')) read.add('unit')
  const where: StoredValues = Object.fromEntries(
    filters.filter(([dimension]) => !isDerived(dimension)).map(([{ column }, values]) => [column, values]),
  )
  return {
    metric,
    dims,
    period,
    read: [...read],
    where: metric.apart && !byUnit ? { ...where, unit: [null] } : where,
    derived,
    unitsOnly: metric.apart === true && byUnit,
    byEntity,
    byDay: metric.kind !== 'stock' && [...dims, ...derived.map(([dimension]) => dimension)].some(changesByDay),
    known: question.known,
    knownAt,
  }
}

const isPeriod = (by: string): by is Period => (periods as readonly string[]).includes(by)

function dimensionOf({ dimensions }: Metric, name: string, path: string): Dimension {
  const found = dimensions.find((dimension) => dimension.name === name)
  if (found) return found
  throw new InvalidInput([{ path, code: 'not-a-choice', limit: dimensions.map((each) => each.name).join(', ') }])
}

function requireDays({ from, to, known }: Pick<FigureQuestion, 'from' | 'to' | 'known'>): void {
  for (const [path, day] of Object.entries({ from, to, known }))
    if (day !== undefined && !isDay(day)) throw new InvalidInput([{ path, code: 'k-day' }])
  if (from > to) throw new InvalidInput([{ path: 'to', code: 'too-early', limit: from }])
}
