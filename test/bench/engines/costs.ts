/** What work costs by the clock and by the processor, and two works measured by turns, so that whatever else the machine does falls on both. */

export interface Cost {
  perSecond: number
  /** Processor of this process per thing done, in microseconds. */
  us: number
}

/** From now on. */
export function counting(): (done: number) => Cost {
  const beganMs = performance.now()
  const before = process.cpuUsage()
  return (done) => {
    const { user, system } = process.cpuUsage(before)
    return { perSecond: (done * 1_000) / (performance.now() - beganMs), us: (user + system) / done }
  }
}

/** The middle of some rounds each, one after the other. */
export async function byTurns(
  works: readonly [() => Promise<Cost>, () => Promise<Cost>],
  times: number,
): Promise<[Cost, Cost]> {
  const costs: [Cost[], Cost[]] = [[], []]
  for (let round = 0; round < times; round++) {
    costs[0].push(await works[0]())
    costs[1].push(await works[1]())
  }
  return [middle(costs[0]), middle(costs[1])]
}

const middle = (costs: readonly Cost[]): Cost => ({
  perSecond: median(costs.map(({ perSecond }) => perSecond)),
  us: median(costs.map(({ us }) => us)),
})

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
