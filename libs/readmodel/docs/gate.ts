/** The one gate through which documents are read: what is another unit's stays out of every answer. */
import type { JsonObject, Reading, View, Where } from '#kernel'

export const readsAll = (reading: Reading): boolean => reading.units.has('*')

const readsUnit = (reading: Reading, unit: unknown): boolean =>
  readsAll(reading) || (typeof unit === 'string' && reading.units.has(unit))

/**
 * The document as the reader may see it; undefined when it is not theirs to see. A document of one
 * unit needs that unit; one that lists `units` is whole for each of them and, while it lists none,
 * for all; other readers see its view's outline.
 */
export function through(reading: Reading, view: View, document: JsonObject): JsonObject | undefined {
  if (!reading.outline && reading.units.size === 0) return undefined
  if ('unit' in view.columns) return readsUnit(reading, document.unit) ? document : undefined
  if (readsAll(reading) || !Array.isArray(document.units)) return document
  const isOwn = document.units.length === 0 || document.units.some((unit) => readsUnit(reading, unit))
  return isOwn ? document : outlineOf(view, document)
}

function outlineOf(view: View, document: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(document).filter(([name]) => view.outline.includes(name)))
}

/** The condition that keeps other units' rows out of a query. */
export function gateOf(reading: Reading, view: View): Where | undefined {
  if (readsAll(reading) || !('unit' in view.columns)) return undefined
  return { column: 'unit', in: [...reading.units] }
}
