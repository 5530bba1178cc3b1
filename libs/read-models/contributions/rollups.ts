/**
 * What questions came to over full parts of contributions. Those never change and are never replaced, so what
 * they come to is right for ever: the same question looks only through the parts that were filled since, and
 * through those that are not full yet.
 */
import { LRUCache } from 'lru-cache'

export interface Rollup {
  /** Ids of the parts that were summed. */
  parts: ReadonlySet<number>
  /** Of each place the codes of its columns, in the order that the question names them. */
  places: readonly (readonly number[])[]
  /** By cell, the periods of one place together: whether there was any contribution, and their sums. */
  touched: Uint8Array
  value: Float64Array
  whole: Float64Array
}

/** Bytes kept in all. */
const mostBytes = 12 * 1024 * 1024
/** Of one question; what has more cells is seldom asked twice. */
const mostOfOne = 1024 * 1024
/** Of one place, beside its cells. */
const placeBytes = 64

export class Rollups {
  private readonly kept = new LRUCache<string, Rollup>({
    maxSize: mostBytes,
    maxEntrySize: mostOfOne,
    sizeCalculation: ({ places, touched, value, whole }) =>
      1 + places.length * placeBytes + touched.byteLength + value.byteLength + whole.byteLength,
  })

  /** @param question all that decides which contributions it counts and in which cells, as one text */
  of(question: string): Rollup | undefined {
    return this.kept.get(question)
  }

  keep(question: string, rollup: Rollup): void {
    this.kept.set(question, rollup)
  }
}
