/**
 * Where the body of a command decides which record it is about, the stream alone cannot tell that its key
 * was used for another: the first such command is written down under its id, apart, before its events are.
 */
import { type Caller, commandEvents, type Dispatching, type JsonObject, RevisionConflict, refuse } from '#kernel'
import { metadataOf, stamped } from './recording.js'

/** A command with what it is recognised by. */
interface Directed {
  stream: string
  fingerprint: string
  caller: Caller
  now: string
}

const recordOf = ({ commandId }: Caller): string => `command-${commandId}`

/** Whether the command was written down before. @throws DomainError `idempotency-key-reused` when it then said something else */
export async function isDirected({ caller, fingerprint }: Directed, { log }: Dispatching): Promise<boolean> {
  const [first] = await log.readStream(recordOf(caller))
  if (first && first.metadata.fingerprint !== fingerprint) refuse('idempotency-key-reused')
  return first !== undefined
}

/** Writes it down, unless another attempt has. @throws DomainError as `isDirected` */
export async function direct(directed: Directed, ports: Dispatching): Promise<void> {
  const { stream, fingerprint, caller, now } = directed
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
    await ports.log.append(recordOf(caller), 'no-stream', stamped([event], ports.clock))
  } catch (error) {
    if (!(error instanceof RevisionConflict)) throw error
    await isDirected(directed, ports)
  }
}
