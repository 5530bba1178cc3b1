/** Which events a filter of the stand-in of EventStoreDB lets through, and how often it tells how far it has searched. */
import type { ReadReq } from '@eventstore/db-client/generated/streams_pb.js'
import type { Recorded } from '../stored-log.js'

export interface Matching {
  (event: Recorded): boolean
  /** So many events are looked at from one checkpoint to the next; none are sent where it is undefined. */
  checkpointEvery?: number
}

/** Of a filter by count. */
const usualWindow = 32

/** @throws SyntaxError for an expression that is none */
export function filterOf(filter: ReadReq.Options.FilterOptions | undefined): Matching {
  if (!filter) return () => true
  const window = filter.hasMax() ? filter.getMax() : usualWindow
  const checkpointEvery = window * filter.getCheckpointintervalmultiplier()
  const isByStream = filter.hasStreamIdentifier()
  const expression = isByStream ? filter.getStreamIdentifier() : filter.getEventType()
  const textOf = ({ stream, type }: Recorded) => (isByStream ? stream : type)
  const regex = expression?.getRegex() ? new RegExp(expression.getRegex()) : undefined
  const prefixes = expression?.getPrefixList() ?? []
  const matches = (event: Recorded): boolean =>
    regex ? regex.test(textOf(event)) : prefixes.some((prefix) => textOf(event).startsWith(prefix))
  return Object.assign(matches, { checkpointEvery })
}
