/** A row of a list as cells: what is nested stands in columns of its own, named by the way to it. */
import type { Json, JsonObject, JsonSchema } from '#kernel'

export interface ExportColumn {
  /** Dot path, `owner.name`. */
  name: string
  cell(row: JsonObject): string | number | boolean | null
}

/** What would be an endless row is told as JSON from here on. */
const deepest = 4

/** @param row the schema of a row, as answers show it */
export function exportColumnsOf(row: JsonSchema, path: readonly string[] = []): ExportColumn[] {
  return Object.entries((row.properties ?? {}) as Record<string, JsonSchema>).flatMap(([name, schema]) => {
    const here = [...path, name]
    const isNested = schema.type === 'object' && schema.properties !== undefined && here.length < deepest
    if (isNested) return exportColumnsOf(schema, here)
    return [{ name: here.join('.'), cell: (of: JsonObject) => cellOf(valueAt(of, here)) }]
  })
}

const valueAt = (row: JsonObject, path: readonly string[]): Json | undefined =>
  path.reduce<Json | undefined>((value, name) => (value as JsonObject | null | undefined)?.[name], row)

/** Lists of plain values are told by comma. What is erased or withheld stays empty. */
function cellOf(value: Json | undefined): string | number | boolean | null {
  if (value === undefined || value === null) return null
  if (Array.isArray(value)) return value.every(isPlain) ? value.join(', ') : JSON.stringify(value)
  if (isPlain(value)) return value
  return isMarker(value) ? null : JSON.stringify(value)
}

const isPlain = (value: Json): value is string | number | boolean => value === null || typeof value !== 'object'
const isMarker = (value: Json): boolean => 'erased' in (value as JsonObject) || 'withheld' in (value as JsonObject)
