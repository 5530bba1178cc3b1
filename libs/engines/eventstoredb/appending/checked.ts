/**
 * What is checked before anything is sent: a request that the server refuses is answered twice, and one that cannot be
 * written is not answered at all.
 */
import { canonicalJson, type ExpectedRevision, mostBytesAtOnce, mostEventsAtOnce, type NewEvent } from '#kernel'
import { isOurs } from '../reading/records.js'
import type { SentAppend, SentEvent } from './append-messages.js'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
/** Of a server; ours are far below. */
const longestName = 1_000

/** @throws RangeError for what no append may be; NotJson for data that is none */
export function checkedAppend(stream: string, expected: ExpectedRevision, events: readonly NewEvent[]): SentAppend {
  if (stream === '' || stream.length > longestName || !isOurs(stream))
    throw new RangeError('a stream has a name of 1 to 1,000 characters, which is none of the log itself')
  if (events.length < 1 || events.length > mostEventsAtOnce)
    throw new RangeError(`an append has 1 to ${mostEventsAtOnce} events, not ${events.length}`)
  if (expected !== 'no-stream' && !(Number.isSafeInteger(expected) && expected >= 0))
    throw new RangeError(`a revision is a whole number from 0 or 'no-stream', not ${expected}`)
  const encoded = events.map(encodedEvent)
  const bytes = encoded.reduce((sum, { data }) => sum + data.length, 0)
  if (bytes > mostBytesAtOnce)
    throw new RangeError(`an append has at most ${mostBytesAtOnce} bytes of data, not ${bytes}`)
  return { stream, expected, events: encoded }
}

function encodedEvent({ id, type, data, metadata }: NewEvent): SentEvent {
  if (!uuid.test(id)) throw new RangeError('the id of an event is a UUID in lower case')
  if (type === '' || type.startsWith('$')) throw new RangeError('an event has a type, which does not begin with $')
  return { id, type, data: Buffer.from(canonicalJson(data)), metadata: Buffer.from(canonicalJson(metadata)) }
}
