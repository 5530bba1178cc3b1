/** Every number opens to what caused it: its contributions with their events, as far as the reader may read them. */
import {
  all,
  type CausedFigure,
  type Dimension,
  type FigureEvents,
  type FigureQuestion,
  type Position,
  type Reading,
  type ReadStore,
  type Row,
  type StoredEvent,
  type Where,
} from '#kernel'
import { FIGURES } from '../engine/rows/tables.js'
import type { Range } from './groups.js'
import { isDerived, type Places } from './places.js'
import type { Asked } from './question.js'
import { figuresOf, type Sum } from './sums.js'

export type DrilledQuestion = Omit<FigureQuestion, 'by' | 'compare'>

interface DrillParts {
  store: ReadStore
  reading: Reading
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
  const where = all(
    figuresOf({ ...asked, from: isState ? undefined : range.from, to: range.to }),
    asked.known === undefined ? undefined : { column: 'known', to: asked.known },
  )
  const readable = all(where, gateOf(p.reading))
  const page = await p.store.find(FIGURES, {
    where: readable,
    sort: [{ column: 'day', descending: true }],
    cursor,
    limit,
  })
  const hidden = p.reading.units.has('*')
    ? 0
    : (await p.store.count(FIGURES, where)) - (await p.store.count(FIGURES, readable))
  const rows: CausedFigure[] = []
  let withheld = 0
  for (const row of page.rows) {
    if (!isAsked(row, asked, p.places)) continue
    const event = await p.eventOf(row.columns.cause as number)
    if (event && mayRead(p.reading, event)) rows.push(causedOf(row, event))
    else withheld++
  }
  return { rows, hidden: hidden + withheld, next: page.next }
}

/** Conditions on what is derived hold on the day counted. */
function isAsked(row: Row, { derived }: Asked, places: Places): boolean {
  return (Object.entries(derived) as [Dimension, readonly string[]][]).every(
    ([dimension, values]) =>
      !isDerived(dimension) ||
      values.includes(places.valueOf(dimension, row.columns as Partial<Sum>, row.columns.day as string) ?? ''),
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

function gateOf({ units }: Reading): Where | undefined {
  if (units.has('*')) return undefined
  return {
    or: [
      { column: 'unit', in: [...units] },
      { column: 'unit', eq: null },
    ],
  }
}

function mayRead({ units, outline }: Reading, { metadata }: StoredEvent): boolean {
  return metadata.unit === undefined ? outline : units.has('*') || units.has(metadata.unit)
}
