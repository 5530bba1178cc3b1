/** Finds the step that an address names. */
import type { ReplayOrder } from './address.js'

/** Place of the step at a position: as it became known, the last one that was recorded by then. */
export function stepAt(steps: readonly { position: string }[], order: ReplayOrder, at: string | undefined): number {
  if (at === undefined) return 0
  const exact = steps.findIndex(({ position }) => position === at)
  if (exact >= 0 || order === 'effective') return exact
  return steps.findLastIndex(({ position }) => BigInt(position) <= BigInt(at))
}
