/** The one gate through which documents are read: what is another unit's stays out of every answer. */
import { boundedBy, type JsonObject, type ReadScope, type View, type Where } from '#kernel'

export const readsAll = (reading: ReadScope): boolean => reading.units.has('*')

const readsUnit = (reading: ReadScope, unit: unknown): boolean =>
  readsAll(reading) || (typeof unit === 'string' && reading.units.has(unit))

/**
 * The document as the reader may see it; undefined when it is not theirs to see. A document of one
 * unit needs that unit; one that lists `units` is open to each of them and, while it lists none,
 * to all; other readers see its view's outline. Whoever does not read all units sees nothing in it
 * that only others did.
 * @param unitsToday whose it is today, of a document of the past
 */
export function through(
  reading: ReadScope,
  view: View,
  document: JsonObject,
  unitsToday?: readonly string[],
): JsonObject | undefined {
  if (!reading.outline && reading.units.size === 0) return undefined
  return seenOf(reading, view, { document: boundedBy(view, document) as JsonObject, unitsToday })
}

function seenOf(
  reading: ReadScope,
  view: View,
  { document, unitsToday }: { document: JsonObject; unitsToday?: readonly string[] },
): JsonObject | undefined {
  if ('unit' in view.columns) return readsUnit(reading, document.unit) ? document : undefined
  if (readsAll(reading)) return document
  const units = Array.isArray(document.units) ? (unitsToday ?? document.units) : []
  const isOwn = units.length === 0 || units.some((unit) => readsUnit(reading, unit))
  return isOwn ? sharedOf(reading, view, document) : outlineOf(view, document)
}

function sharedOf(reading: ReadScope, view: View, document: JsonObject): JsonObject {
  return view.shared ? (view.shared(document, (unit) => readsUnit(reading, unit)) as JsonObject) : document
}

function outlineOf(view: View, document: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(document).filter(([name]) => view.outline.includes(name)))
}

/** The condition that keeps other units' rows out of a query. */
export function gateOf(reading: ReadScope, view: View): Where | undefined {
  if (readsAll(reading) || !('unit' in view.columns)) return undefined
  return { column: 'unit', in: [...reading.units] }
}
