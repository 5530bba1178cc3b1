/**
 * Delivers the log batch after batch. Where only some streams are asked for, the server searches what is old, up to where
 * the log ended when it began: then everything is followed and looked through here, since a search does not tell how far
 * it has come. A subscription that ends, as a burst ends it, or falls silent is begun again where it had come to.
 */
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Delivered, Position, Subscribe } from '#kernel'
import { finalRefusal, mayBeNoRecord, Pauses, Silence } from '../failures.js'
import { isRecord, type RecordSource } from './pages.js'
import { Subscription } from './subscription.js'

export interface FollowedSource extends RecordSource {
  head(): Promise<Position>
}

/** How far a delivery has come, over all its subscriptions. */
interface Course {
  upTo: Position
  isSearching: boolean
  /** All of the log where it is undefined. */
  prefixes: readonly string[] | undefined
  readonly pauses: Pauses
}

export async function* followLog(
  source: FollowedSource,
  options: Subscribe,
): AsyncGenerator<Delivered, void, undefined> {
  const { signal } = options
  const prefixes = options.prefixes?.includes('') ? undefined : options.prefixes
  const isSearching = prefixes !== undefined && prefixes.length > 0
  const course: Course = { upTo: options.after, isSearching, prefixes, pauses: new Pauses() }
  while (!signal.aborted) {
    try {
      if (course.isSearching) yield* searched(source, course, options)
      else yield* delivered(source, course, options)
    } catch (error) {
      await requirePassing(error, source, course.upTo)
      await course.pauses.pause(signal)
    }
  }
}

/** Where it catches up, all is known of what was there before. */
async function* searched(source: FollowedSource, course: Course, options: Subscribe): AsyncGenerator<Delivered> {
  const head = await source.head()
  if (head > course.upTo) yield* delivered(source, course, options)
  if (options.signal.aborted) return
  course.isSearching = false
  if (head <= course.upTo) return
  course.upTo = head
  yield { events: [], upTo: head }
}

/** By one subscription. */
async function* delivered(source: FollowedSource, course: Course, options: Subscribe): AsyncGenerator<Delivered> {
  const { signal, batch = 500 } = options
  const subscription = begin(source, course)
  const wake = () => subscription.wake()
  signal.addEventListener('abort', wake)
  const watch = watching(source, subscription, course.isSearching)
  try {
    while (!signal.aborted) {
      const delivery = subscription.next(batch)
      if (delivery) {
        course.upTo = delivery.upTo
        course.pauses.reset()
        yield delivery
      } else if (subscription.isOver()) return
      else {
        await subscription.more()
        // What came together is delivered together.
        await nextTurn()
      }
    }
  } finally {
    signal.removeEventListener('abort', wake)
    clearInterval(watch)
    subscription.end()
  }
}

function begin({ connection, names }: RecordSource, { upTo: after, isSearching, prefixes }: Course): Subscription {
  const call = (passed: () => void) =>
    isSearching && prefixes
      ? connection.followStreams(
          after,
          prefixes.map((prefix) => names.kept(prefix)),
          passed,
        )
      : connection.follow(after)
  return new Subscription({ begin: call, after, names, prefixes, onlyCatchesUp: isSearching })
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
  if (!mayBeNoRecord(error) || upTo === 0) return
  const isThere = await isRecord(source, upTo).catch(() => true)
  if (!isThere) throw new RangeError(`this log has never given the position ${upTo}`)
}
