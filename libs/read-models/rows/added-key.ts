/**
 * The key of a row that sums are added to: its other columns as a JSON array in declared order, the
 * same in every engine.
 */
import type { Scalar, TableSpec } from '#kernel'

/** A function from a row's columns to its key; made once per table because it runs once per write. */
export function addedKey(spec: TableSpec): (columns: Readonly<Record<string, Scalar>>) => string {
  const names = Object.keys(spec.columns).filter((name) => !spec.sums?.includes(name))
  return (columns) => JSON.stringify(names.map((name) => columns[name] ?? null))
}
