/** What is known of a target's records by the log alone: how they are found there, and what stands on them. */
import type { Ending, RecordChange } from './step.js'

export interface VanishingTarget {
  target: string
  category: string
  /** Stored type with which a record begins. */
  raises: string
  ends?: Ending
  /** Whether the stream is the record's own, with everything on it. */
  ownsStream: boolean
  /** Of a record on another's stream that others name: the field that holds its id. */
  slot?: string
  /** Stored types of what a record says on streams elsewhere. */
  elsewhere: readonly string[]
}

interface Declared {
  target: string
  category: string
  raises: string
  change: RecordChange | ((...of: never[]) => RecordChange)
  ends?: Ending
  placed?: { types: readonly string[] }
}

export function vanishingTarget({ target, category, raises, ends, placed, change }: Declared): VanishingTarget {
  const elsewhere = placed?.types ?? []
  const slot = typeof change === 'object' && change.by === 'again' ? change.slot : undefined
  return { target, category, raises, ends, ownsStream: !elsewhere.includes(raises), slot, elsewhere }
}
