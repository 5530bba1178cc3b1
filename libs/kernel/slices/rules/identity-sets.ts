/** Which records count as one: what folds, queries and commands ask of the slice that merges them. */
import type { Partition } from '../../history/group-history.js'
import type { References } from '../../references/reference.js'

export interface Alias {
  /** The stream that stands for the one asked for. */
  stream: string
  /** Streams whose facts count as its own. */
  with: readonly string[]
}

export interface IdentitySets {
  /** Stored types that change which records count as one. */
  changedBy: ReadonlySet<string>
  /** All that count as one with this one, the survivor first. */
  setOf(kind: Partition['kind'], id: string, references: References): Partition['ids']
  /** Where a stream's commands go and what is folded with it. */
  aliasOf(stream: string, references: References): Alias
}
