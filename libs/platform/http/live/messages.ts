/** The texts of server-sent events. */
import type { Change } from '#queries'

/** `customer:<id>` or `contact:<id>`. */
export type ChangedSubject = `${'customer' | 'contact'}:${string}`

/** A comment that keeps the connection open. */
export const STILL_HERE = ': still here\n\n'

/**
 * One message per customer and contact that changed; one of the position alone where anything may have:
 * some were missed, or other read models serve now.
 */
export function messagesOf({ position, partitions }: Change, only?: ChangedSubject): string[] {
  if (partitions.length === 0) return [messageOf(position, {})]
  return partitions
    .filter((partition) => only === undefined || partition === only)
    .map((partition) => {
      const at = partition.indexOf(':')
      return messageOf(position, { [partition.slice(0, at)]: partition.slice(at + 1) })
    })
}

const messageOf = (position: number, changed: object): string =>
  `id: ${position}\nevent: changed\ndata: ${JSON.stringify({ position: String(position), ...changed })}\n\n`
