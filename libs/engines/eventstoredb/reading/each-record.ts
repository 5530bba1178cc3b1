/** Takes what a call brings, record by record, until it ends or enough has come, and lets go of the call in every case. */
import type { Following, Reading, ServerRecord } from '../connection.js'
import { Silence } from '../failures.js'

export interface Taking {
  /** @param passed is told of places that a search has come to */
  begin: (passed: (position: bigint) => void) => Reading | Following
  /** What is not heard of for so long has ended. */
  silentMs: number
  /** Tells when enough has come; what it throws is thrown where it was asked. */
  take: (record: ServerRecord) => boolean
  /** The same of a place that a search has come to, where everything before it has been taken. */
  passed?: (position: bigint) => boolean
}

/**
 * Of a subscription, all that there is when it has caught up.
 * @throws Silence; what the client says, or `take`
 */
export function eachRecord({ begin, silentMs, take, passed = () => false }: Taking): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  let heard = false
  let isOver = false
  const over = (error?: unknown) => {
    if (isOver) return
    isOver = true
    clearInterval(watch)
    letGo(call)
    if (error === undefined) resolve()
    else reject(error)
  }
  const taken = (enough: () => boolean) => {
    heard = true
    if (isOver) return
    try {
      if (enough()) over()
    } catch (error) {
      over(error)
    }
  }
  // The client tells of places at once, of records perhaps only after them.
  const afterRecords = (then: () => void) => setImmediate(then)
  const call = begin((position) => afterRecords(() => taken(() => passed(position)))) as Reading
  const watch = setInterval(() => {
    if (!heard) over(new Silence(silentMs))
    heard = false
  }, silentMs)
  // Also for what is said when nobody listens any more, which would end the process.
  call.on('error', over)
  call.on('end', () => over())
  call.on('caughtUp', () => afterRecords(() => over()))
  call.on('data', (record) => taken(() => take(record)))
  return promise
}

/** Ends a call; there may be none to end, where it could not be begun. */
export function letGo(call: Reading | Following): void {
  const ending = 'cancel' in call ? call.cancel() : call.unsubscribe()
  ending.catch(() => undefined)
}
