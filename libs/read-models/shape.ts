/** The shape of read models: two programs whose shapes differ cannot serve each other's. */
import { createHash } from 'node:crypto'
import type { Registry } from '#kernel'
import { clearTablesOf, tablesOf } from './rows/tables.js'

/** The shape the read models of this program have, sorted for a locale; another shape means deriving them anew. */
export function shapeOf(registry: Registry, locale: string): string {
  const metrics = [...registry.metrics.values()]
    .map(({ name, kind, stored, version }) => [name, kind, stored, version])
    .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1))
  return createHash('sha256')
    .update(JSON.stringify([tablesOf(registry), clearTablesOf(registry), metrics, locale]))
    .digest('base64url')
    .slice(0, 16)
}
