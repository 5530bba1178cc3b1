/**
 * A small seeded generator, so that the demo group is the same on every machine and in every test.
 * It is mulberry32: 32 bits of state, fast, evenly spread; never to be used for anything secret.
 */

/** A repeatable stream of choices. Two streams with one seed make the same choices in the same order. */
export interface Random {
  /** A number from 0 (included) to 1 (excluded). */
  next(): number
  /** A whole number from min to max, both included. */
  int(min: number, max: number): number
  /** One entry of a list; an empty list is an error. */
  pick<T>(list: readonly T[]): T
  /** One value, in proportion to its weight; weights are not negative and at least one is above zero. */
  weighted<T>(choices: readonly Weighted<T>[]): T
  /** A shuffled copy; the list given stays as it is. */
  shuffle<T>(list: readonly T[]): T[]
  /** True with the given probability, 0 to 1. */
  chance(probability: number): boolean
}

/** A value and how often it comes up compared with the others. */
export type Weighted<T> = readonly [value: T, weight: number]

/** Opens a stream. Only the lowest 32 bits of the seed count. */
export function seededRandom(seed: number): Random {
  const next = mulberry32(seed)
  const int = (min: number, max: number) => min + Math.floor(next() * (max - min + 1))
  return {
    next,
    int,
    pick: (list) => entryAt(list, int(0, list.length - 1)),
    weighted: (choices) => weightedChoice(choices, next()),
    shuffle: (list) => shuffled(list, int),
    chance: (probability) => next() < probability,
  }
}

function mulberry32(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

function entryAt<T>(list: readonly T[], index: number): T {
  if (list.length === 0) throw new Error('random.pick: the list is empty; give at least one entry')
  return list[index] as T
}

function weightedChoice<T>(choices: readonly Weighted<T>[], share: number): T {
  const total = choices.reduce((sum, [, weight]) => sum + weight, 0)
  if (!(total > 0)) throw new Error('random.weighted: no weight is above zero; give at least one')
  let left = share * total
  const hit = choices.find(([, weight]) => {
    left -= weight
    return left < 0
  })
  // Rounding can leave a crumb past the last weight; the last weighted choice takes it.
  return (hit ?? (choices.findLast(([, weight]) => weight > 0) as Weighted<T>))[0]
}

function shuffled<T>(list: readonly T[], int: (min: number, max: number) => number): T[] {
  const copy = [...list]
  for (let last = copy.length - 1; last > 0; last--) {
    const other = int(0, last)
    const kept = copy[last] as T
    copy[last] = copy[other] as T
    copy[other] = kept
  }
  return copy
}
