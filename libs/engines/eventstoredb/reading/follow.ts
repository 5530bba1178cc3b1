/**
 * Delivers the log batch after batch. Where only some streams are asked for, the server searches what is old, and then
 * everything is followed and looked through here: a search says only now and then how far it has come, and on a quiet
 * log not at all. A subscription that ends, as a burst ends it, or falls silent is begun again where it had come to.
 */
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Delivered, Position, Subscribe } from '#kernel'
import { finalRefusal, isNoRecord, Pauses, Silence } from '../failures.js'
import { isRecord, type RecordSource } from './pages.js'
import { Subscription } from './subscription.js'

export interface FollowedSource extends RecordSource {
  head(): Promise<Position>
}

export async function* followLog(
  source: FollowedSource,
  options: Subscribe,
): AsyncGenerator<Delivered, void, undefined> {
  const { prefixes, signal, batch = 500 } = options
  const pauses = new Pauses()
  const wanted = prefixes?.includes('') ? undefined : prefixes
  let isSearching = wanted !== undefined && wanted.length > 0
  let upTo = options.after
  while (!signal.aborted) {
    const subscription = begin(source, { after: upTo, prefixes: wanted, isSearching })
    const wake = () => subscription.wake()
    signal.addEventListener('abort', wake)
    const watch = watching(source, subscription, isSearching)
    try {
      while (!signal.aborted) {
        const delivered = subscription.next(batch)
        if (delivered) {
          upTo = delivered.upTo
          pauses.reset()
          yield delivered
        } else if (subscription.isOver()) {
          isSearching = false
          break
        } else {
          await subscription.more()
          // What came together is delivered together.
          await nextTurn()
        }
      }
    } catch (error) {
      await requirePassing(error, source, upTo)
      await pauses.pause(signal)
    } finally {
      signal.removeEventListener('abort', wake)
      clearInterval(watch)
      subscription.end()
    }
  }
}

function begin(
  { connection }: RecordSource,
  { after, prefixes, isSearching }: { after: Position; prefixes: readonly string[] | undefined; isSearching: boolean },
): Subscription {
  return new Subscription({
    begin: (passed) =>
      isSearching && prefixes ? connection.followStreams(after, prefixes, passed) : connection.follow(after),
    ...{ after, prefixes, onlyCatchesUp: isSearching },
  })
}

/** One that says nothing is broken when it searches, or when there was something to say a while ago already. */
function watching(source: FollowedSource, subscription: Subscription, isSearching: boolean): NodeJS.Timeout {
  let expected: Position = 0
  return setInterval(async () => {
    if (subscription.heard()) return
    const isBehind = subscription.reached < expected
    if (isSearching || isBehind) subscription.fail(new Silence(source.silentMs))
    // A server that does not answer ends the subscription by itself, or is asked again.
    else expected = await source.head().catch(() => expected)
  }, source.silentMs)
}

/** @throws RangeError for a position that the log has never given; LogRefused for what does not pass */
async function requirePassing(error: unknown, source: RecordSource, upTo: Position): Promise<void> {
  const reason = finalRefusal(error)
  if (reason) throw reason
  if (!isNoRecord(error) || upTo === 0) return
  const isThere = await isRecord(source, upTo).catch(() => true)
  if (!isThere) throw new RangeError(`this log has never given the position ${upTo}`)
}
