/**
 * The port to what documents contribute to metrics: packed parts, appended and never changed. What is
 * in a part is its writers' and readers' affair; the engine underneath keeps the bytes and tells by
 * the heads which of them a question needs.
 */
import type { Position } from '../../events/position.js'

/** What can be told of a part without reading it. */
export interface PartSpan {
  /** Of a block, the metric it is of; of what waits to be put into blocks null: it may be of several. */
  metric: string | null
  /** How many contributions. */
  count: number
  firstCause: Position
  lastCause: Position
  /** Days, both included. */
  firstDay: string
  lastDay: string
}

export interface PartHead extends PartSpan {
  /** Grows from part to part, and is never given again. */
  id: number
}

export interface Part extends PartSpan {
  /** What questions read. */
  columns: Uint8Array
  /** Which documents and partitions it comes from, where `columns` do not say that as well. */
  origins: Uint8Array | null
}

export interface Contributions {
  /** Heads in the order of their ids, all of one moment: of a metric's blocks and of all that waits; of everything unless told. */
  heads(metric?: string): Promise<PartHead[]>
  /** One piece of each part, in the order asked; undefined for a part that was replaced meanwhile. */
  read(ids: readonly number[], piece: 'columns' | 'origins'): Promise<(Uint8Array | null | undefined)[]>
  /**
   * Puts parts in the place of others, all or nothing, and durable like any write. The new ones must
   * hold what the old ones held.
   * @throws Error when one of those to be replaced is not there, or nothing takes their place
   */
  replace(ids: readonly number[], by: readonly Part[]): Promise<void>
}
