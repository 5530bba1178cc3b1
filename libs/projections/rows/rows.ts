/** How documents stand in the read store's rows. */
import { boundedBy, type JsonObject, type Row, type Scalar, type Write } from '#kernel'
import { type Held, tableOf } from '#read-models'

/**
 * The write that stores a document, or takes it away.
 * @param derived columns that do not follow from the document alone
 */
export function documentWrite(held: Held, derived: Row['columns']): Write {
  const table = tableOf(held.view)
  if (held.document === null) return { table, remove: held.key, position: held.changedBy }
  return { table, put: documentRow(held, derived) }
}

export function documentRow(held: Held, derived: Row['columns']): Row {
  const document = boundedBy(held.view, held.document as object) as JsonObject
  const columns: Row['columns'] = {
    ...derived,
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
