/** Another member, who asks lists and pages as people do, while somebody else is hostile. */
import { setTimeout as delay } from 'node:timers/promises'
import { type CallerOf, call } from './caller.js'

const pauseMs = 25
/** Two windows are open. */
const atOnce = 2

export interface Waited {
  times: number
  p50Ms: number
  p95Ms: number
  longestMs: number
  /** Answers other than 200, by status. */
  refused: ReadonlyMap<number, number>
}

/** Asks until the work is done, and some times at least. */
export async function waitedDuring(
  as: CallerOf,
  customers: readonly string[],
  work: Promise<unknown>,
): Promise<Waited> {
  const tookMs: number[] = []
  const refused = new Map<number, number>()
  const least = 40
  let isDone = false
  let nth = 0
  const done = work.finally(() => {
    isDone = true
  })
  const window = async () => {
    while (!isDone || tookMs.length < least) {
      const { status, tookMs: took } = await call(as, pathOf(nth++, customers))
      tookMs.push(took)
      if (status !== 200) refused.set(status, (refused.get(status) ?? 0) + 1)
      await delay(pauseMs)
    }
  }
  await Promise.all([done, ...Array.from({ length: atOnce }, window)])
  const sorted = tookMs.sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] as number
  return { times: sorted.length, p50Ms: at(0.5), p95Ms: at(0.95), longestMs: at(1), refused }
}

function pathOf(nth: number, customers: readonly string[]): string {
  const customer = customers[nth % customers.length]
  const paths = [
    '/customers',
    `/customers/${customer}`,
    '/relationships',
    `/customers/${customer}/timeline`,
    '/my/visits',
  ]
  return paths[nth % paths.length] as string
}
