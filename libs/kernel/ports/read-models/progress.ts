/** The steps by which a checkpoint came to where it is, out of the writes that are still known. */
import type { Position } from '../../events/position.js'
import type { ProgressStep } from './read-store.js'

/** A write that said what it changed. */
export interface ToldWrite {
  /** Where the checkpoint was before it. */
  before: Position
  position: Position
  partitions: readonly string[]
}

/**
 * What lies between two writes that are known is a step of its own, of which nobody knows what it changed.
 * @param writes in order; all that are known after `at`
 * @param last where the checkpoint was at least when they were read
 */
export function stepsAfter(at: Position, writes: readonly ToldWrite[], last: Position): ProgressStep[] {
  const steps: ProgressStep[] = []
  let reached = at
  for (const { before, position, partitions } of writes) {
    if (before > reached) steps.push({ position: before })
    steps.push({ position, partitions })
    reached = position
  }
  return last > reached ? [...steps, { position: last }] : steps
}
