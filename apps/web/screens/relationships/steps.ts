/** Where the steps of a pyramid stand: the deepest on top, each as wide as it has relationships. */
import type { Stage } from './address.js'

export interface Counted {
  stage: Stage
  name: string
  count: number
  target?: number
}

export interface Step extends Counted {
  /** Percent of the widest, be it a step or a target. */
  width: number
  targetWidth?: number
}

/** @param counted as the ladder is climbed; what is over stands at the foot of it */
export function stepsOf(counted: readonly Counted[]): Step[] {
  const widest = Math.max(1, ...counted.flatMap(({ count, target = 0 }) => [count, target]))
  const percent = (count: number) => (100 * count) / widest
  const steps = counted.map((each) => ({
    ...each,
    width: percent(each.count),
    ...(each.target !== undefined && { targetWidth: percent(each.target) }),
  }))
  const isOver = ({ stage }: Counted) => stage === 'ended'
  return [...steps.filter((step) => !isOver(step)).reverse(), ...steps.filter(isOver)]
}
