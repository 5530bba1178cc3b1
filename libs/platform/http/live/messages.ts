/** The texts of server-sent events. */
import type { Change } from '#core/core.js'

/** `customer:<id>` or `contact:<id>`. */
export type ChangedSubject = `${'customer' | 'contact'}:${string}`

/** A comment that keeps the connection open. */
export const STILL_HERE = ': still here\n\n'

/** One message per customer and contact that changed. */
export function messagesOf({ position, partitions }: Change, only?: ChangedSubject): string[] {
  return partitions
    .filter((partition) => only === undefined || partition === only)
    .map((partition) => {
      const at = partition.indexOf(':')
      const changed = { position: String(position), [partition.slice(0, at)]: partition.slice(at + 1) }
      return `id: ${position}\nevent: changed\ndata: ${JSON.stringify(changed)}\n\n`
    })
}
