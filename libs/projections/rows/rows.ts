/** How documents and figures stand in the read store's rows. */
import {
  type Business,
  dayIn,
  type JsonObject,
  type Position,
  type ReferenceHolder,
  type Row,
  type Scalar,
  statedDimensions,
  type View,
  type Write,
} from '#kernel'
import { type Caused, FIGURES, type Held, tableOf } from '#read-models'

/** The write that stores a document, or takes it away. */
export function documentWrite(held: Held, borrowed: Row['columns']): Write {
  const table = tableOf(held.view)
  if (held.document === null) return { table, remove: held.key, position: held.changedBy }
  return { table, put: documentRow(held, borrowed) }
}

export function documentRow(held: Held, borrowed: Row['columns']): Row {
  const document = held.document as JsonObject
  const columns: Row['columns'] = {
    ...borrowed,
    partition: held.partition,
    foldedat: held.at,
    foldedposition: held.position,
  }
  for (const column of Object.keys(held.view.columns)) columns[column] = columnValue(document[column])
  return { key: held.key, position: held.changedBy, doc: document, columns }
}

/** Sealed and absent values have no column. */
export function columnValue(value: unknown): Scalar | string[] {
  if (Array.isArray(value)) return value.filter((item) => typeof item === 'string')
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  return null
}

/** The document a row holds, as the projection holds it. */
export function heldOf(view: View, row: Row): Held {
  return {
    view,
    key: row.key,
    partition: row.columns.partition as string,
    document: row.doc,
    at: row.columns.foldedat as string,
    position: row.columns.foldedposition as number,
    changedBy: row.position,
    changed: false,
  }
}

/** The group's time zone as known at a position: it tells the day on which a figure came to be known. */
export const groupZoneOf =
  ({ business, references }: { business: Pick<Business, 'zoneOf'>; references: Pick<ReferenceHolder, 'at'> }) =>
  (knownAt: Position): string =>
    business.zoneOf(undefined, references.at({ knownAt }))

/** Rows of figures, keyed by their cause and its running number. */
export function figureRows(figures: readonly Caused[], zoneAt: (position: Position) => string): Row[] {
  const running = new Map<string, number>()
  return figures.map((figure) => {
    const place = `${figure.cause.position}/${figure.partition}`
    const number = running.get(place) ?? 0
    running.set(place, number + 1)
    return {
      key: `${place}/${number}`,
      position: figure.cause.position,
      doc: null,
      columns: {
        ...dimensionsOf(figure),
        metric: figure.metric,
        day: figure.day,
        known: dayIn(figure.cause.metadata.recordedAt, zoneAt(figure.cause.position)),
        cause: figure.cause.position,
        partition: figure.partition,
        entity: figure.entity,
        value: figure.value,
        whole: figure.whole,
      },
    }
  })
}

function dimensionsOf(figure: Caused): Record<string, Scalar> {
  const columns: Record<string, Scalar> = {
    sector: figure.sector ?? null,
    who: figure.who ?? null,
    bucket: figure.bucket ?? null,
  }
  for (const name of statedDimensions) columns[name] = figure[name] ?? null
  return columns
}

export const figureWrites = (figures: readonly Caused[], zoneAt: (position: Position) => string): Write[] =>
  figureRows(figures, zoneAt).map((put) => ({ table: FIGURES, put }))
