/** The texts of server-sent events. */
import type { Position } from '#kernel'
import type { Change } from '#queries'

/** `customer:<id>` or `contact:<id>`. */
export type ChangedSubject = `${'customer' | 'contact'}:${string}`

/** A comment that keeps the connection open. */
export const STILL_HERE = ': still here\n\n'

/**
 * One message per customer and contact that changed; one of the position alone where anything may have:
 * some were missed, or other read models serve now. The last alone carries the id: whoever comes back with
 * it has heard of all that changed there.
 */
export function messagesOf({ position, partitions }: Change, only?: ChangedSubject): string[] {
  if (partitions.length === 0) return [idOf(position) + messageOf(position, {})]
  const told = partitions.filter((partition) => only === undefined || partition === only)
  return told.map((partition, place) => {
    const at = partition.indexOf(':')
    const message = messageOf(position, { [partition.slice(0, at)]: partition.slice(at + 1) })
    return place === told.length - 1 ? idOf(position) + message : message
  })
}

const idOf = (position: Position): string => `id: ${position}\n`

const messageOf = (position: Position, changed: object): string =>
  `event: changed\ndata: ${JSON.stringify({ position: String(position), ...changed })}\n\n`
