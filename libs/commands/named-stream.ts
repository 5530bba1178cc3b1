/**
 * Where the body of a command decides which record it is about, the stream alone cannot tell that its key
 * was used for another: the first such command is written down under its id, apart, before its events are.
 */
import { type Caller, commandEvents, type JsonObject, RevisionConflict, refuse, type StoredEvent } from '#kernel'
import { metadataOf, stamped } from './recording.js'
import type { DecidingPorts, Task } from './task.js'

/** Where that is written down. */
export const directionOf = ({ commandId }: Caller): string => `command-${commandId}`

/** Whether the command was written down before. @throws DomainError `idempotency-key-reused` when it then said something else */
export function isDirected({ fingerprint }: Task, [first]: readonly StoredEvent[]): boolean {
  if (first && first.metadata.fingerprint !== fingerprint) refuse('idempotency-key-reused')
  return first !== undefined
}

/** Writes down which stream it is about, unless another attempt has. @throws DomainError as `isDirected` */
export async function direct(task: Task, stream: string, { ports, now }: DecidingPorts): Promise<void> {
  const { fingerprint, caller } = task
  const { type, data } = commandEvents.directed({ stream })
  const metadata = metadataOf({
    ports,
    caller,
    fingerprint,
    stated: { occurredAt: now, occurredPrecision: 'instant' },
    filed: { customers: [], contacts: [] },
    moments: [],
    now,
    type,
  })
  const event = { id: ports.hash.freshId(), type, data: { ...data } as JsonObject, metadata }
  try {
    await ports.log.append(directionOf(caller), 'no-stream', stamped([event], ports.clock))
  } catch (error) {
    if (!(error instanceof RevisionConflict)) throw error
    isDirected(task, await ports.log.readStream(directionOf(caller)))
  }
}
