/**
 * Deals tasks into waves, each to be done at once and after the one before it: in order wherever a task writes what
 * an earlier one writes or refers to, or refers to what an earlier one writes.
 */

/** A task's place: the streams it writes, and those it only refers to. */
export interface WavePlace {
  writes: readonly string[]
  refersTo: readonly string[]
}

/** The tasks of each wave, in the order in which they came. */
export function wavesOf<T>(tasks: readonly T[], placeOf: (task: T) => WavePlace): T[][] {
  const waves: T[][] = []
  /** Stream → the first wave behind all that write it, and behind all that write it or refer to it. */
  const behindWriters = new Map<string, number>()
  const behindAll = new Map<string, number>()
  for (const task of tasks) {
    const { writes, refersTo } = placeOf(task)
    const at = Math.max(firstBehind(behindAll, writes), firstBehind(behindWriters, refersTo))
    for (const stream of writes) behindWriters.set(stream, at + 1)
    for (const stream of writes) behindAll.set(stream, at + 1)
    for (const stream of refersTo) behindAll.set(stream, Math.max(behindAll.get(stream) ?? 0, at + 1))
    const wave = waves[at]
    if (wave) wave.push(task)
    else waves[at] = [task]
  }
  return waves
}

function firstBehind(waves: ReadonlyMap<string, number>, streams: readonly string[]): number {
  let first = 0
  for (const stream of streams) first = Math.max(first, waves.get(stream) ?? 0)
  return first
}
