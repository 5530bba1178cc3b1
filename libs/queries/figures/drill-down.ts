/** Every number opens to what caused it: its contributions with their events, as far as the reader may read them. */
import {
  all,
  type CausedFigure,
  type Dimension,
  type FigureEvents,
  type FigureQuestion,
  type Position,
  type ReadScope,
  type ReadStore,
  type Row,
  type StoredEvent,
  storedFor,
  type Where,
} from '#kernel'
import { FIGURES } from '#read-models'
import type { Range } from './groups.js'
import type { Places } from './places.js'
import type { Asked } from './question.js'
import type { Sum } from './sum.js'
import { figuresOf } from './sums.js'

export type DrilledQuestion = Omit<FigureQuestion, 'by' | 'compare'>

interface DrillParts {
  store: ReadStore
  reading: ReadScope
  places: Places
  eventOf(position: Position): Promise<StoredEvent | undefined>
}

/** A state opens to everything up to its day. */
export async function drill(
  p: DrillParts,
  { asked, range }: { asked: Asked; range: Range },
  { cursor, limit }: { cursor?: string; limit?: number },
): Promise<FigureEvents> {
  const isState = asked.metric.kind === 'stock'
  const stated = all(
    figuresOf({ ...asked, from: isState ? undefined : range.from, to: range.to }),
    asked.known === undefined ? undefined : { column: 'known', to: asked.known },
  )
  const { where, hidden } = await derivedOf(p, asked, stated)
  const readable = all(where, gateOf(p.reading))
  const page = await p.store.find(FIGURES, {
    where: readable,
    sort: [{ column: 'day', descending: true }],
    cursor,
    limit,
  })
  const rows: CausedFigure[] = []
  let withheld = 0
  for (const row of page.rows) {
    if (!isAsked(row.columns, asked, p.places)) continue
    const event = await p.eventOf(row.columns.cause as number)
    if (event && mayRead(p.reading, event)) rows.push(causedOf(row, event))
    else withheld++
  }
  return { rows, hidden: hidden + withheld, next: page.next }
}

/**
 * What is stored of all that fits the conditions on what is derived, and how many of those contributions
 * are of units that the reader does not read. What belongs elsewhere on other days is told apart later.
 */
async function derivedOf(
  { store, places, reading }: DrillParts,
  asked: Asked,
  stated: Where,
): Promise<{ where: Where; hidden: number }> {
  const dimensions = Object.keys(asked.derived) as Dimension[]
  const columns = [...new Set(dimensions.map(storedFor))]
  if (columns.length === 0 && reading.units.has('*')) return { where: stated, hidden: 0 }
  const byDay = dimensions.length > 0 ? ['day'] : []
  const rows = await store.aggregate(FIGURES, {
    where: stated,
    group: [...new Set(['unit', ...columns, ...byDay])],
    values: { contributions: { count: true } },
  })
  const fitting = rows.filter((row) => isAsked(row, asked, places))
  const valuesOf = (column: string) => [...new Set(fitting.map((row) => row[column]))].filter(isText)
  const isHidden = ({ unit }: Columns) => isText(unit) && !reading.units.has('*') && !reading.units.has(unit)
  return {
    where: all(stated, ...columns.map((column): Where => ({ column, in: valuesOf(column) }))),
    hidden: fitting.filter(isHidden).reduce((sum, { contributions }) => sum + Number(contributions), 0),
  }
}

type Columns = Row['columns']

const isText = (value: unknown): value is string => typeof value === 'string'

/** Conditions on what is derived hold on the day counted. */
function isAsked(columns: Columns, { derived }: Asked, places: Places): boolean {
  return (Object.entries(derived) as [Dimension, readonly string[]][]).every(([dimension, values]) =>
    values.includes(places.valueOf(dimension, columns as Partial<Sum>, columns.day as string) ?? ''),
  )
}

function causedOf({ columns }: Row, event: StoredEvent): CausedFigure {
  return {
    day: columns.day as string,
    known: columns.known as string,
    value: columns.value as number,
    whole: columns.whole as number,
    event,
  }
}

function gateOf({ units }: ReadScope): Where | undefined {
  if (units.has('*')) return undefined
  return {
    or: [
      { column: 'unit', in: [...units] },
      { column: 'unit', eq: null },
    ],
  }
}

function mayRead({ units, outline }: ReadScope, { metadata }: StoredEvent): boolean {
  return metadata.unit === undefined ? outline : units.has('*') || units.has(metadata.unit)
}
