/** Promises as arcs from the day they were made to the day they were due, and the thread of a broken one. */
import type { TimeAxis } from '../axis/axis.js'
import type { Fact } from '../facts/facts.js'
import type { Span } from '../facts/seen.js'

export type PromiseState = 'open' | 'kept' | 'late' | 'broken' | 'withdrawn'

export interface PromiseArc {
  fact: Fact
  state: PromiseState
  /** px: when it was made, and due. */
  from: number
  due: number
  /** px; where nobody had kept it in time, until when: somebody settled it, or what is looked at ends. */
  threadTo?: number
  /** Too narrow for an arc. */
  isDot: boolean
}

const leastArc = 7
const settled = { kept: 'kept', 'kept-late': 'late', withdrawn: 'withdrawn', declined: 'withdrawn' } as const

const isSettled = (status: unknown): status is keyof typeof settled =>
  typeof status === 'string' && Object.hasOwn(settled, status)

/** @param spans of the promises of one unit, @param asOf ms of the end of what is looked at */
export function promiseArcs(spans: readonly Span[], axis: TimeAxis, asOf: number): PromiseArc[] {
  const byPromise = Map.groupBy(spans, ({ fact }) => fact.slot)
  return [...byPromise.values()].flatMap((all) => {
    const first = all[0]
    const last = all.at(-1)
    if (!first || !last) return []
    const { status } = last.fact.says
    const due = dueOf(all)
    const end = isSettled(status) ? last.from : asOf
    const from = axis.x(first.from)
    const dueX = axis.x(due)
    if (Math.max(due, end) < axis.from || first.from > axis.to) return []
    const state = isSettled(status) ? settled[status] : due < asOf ? 'broken' : 'open'
    const isLate = end > due && state !== 'kept'
    return [
      {
        fact: last.fact,
        state,
        from,
        due: dueX,
        isDot: dueX - from < leastArc,
        ...(isLate && { threadTo: axis.x(end) }),
      },
    ]
  })
}

/** The last that was stated; a promise that is settled keeps the one it had. */
function dueOf(all: readonly Span[]): number {
  const due = all.findLast(({ fact }) => typeof fact.says.due === 'string')?.fact.says.due
  return typeof due === 'string' ? Date.parse(due) : (all[0]?.from ?? 0)
}

/** Below the lane. */
export function arcPath({ from, due }: Pick<PromiseArc, 'from' | 'due'>, y: number, room: number): string {
  const wide = due - from
  const deep = Math.min(room, 4 + wide / 2)
  return `M${from},${y}C${from + wide / 10},${y + deep} ${due - wide / 10},${y + deep} ${due},${y}`
}
