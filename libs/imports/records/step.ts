/** What a record asks for: commands, each with the way in which a changed row is told. */
import type { Fact, JsonObject, Stated } from '#kernel'

/**
 * How a row that says something else than before becomes a change: `edits`, a command that takes each
 * changed field as `{ was, is }`; `fields`, one that takes the changed fields; `again`, the same
 * command once more; `restating`, a correction of what the import itself had recorded; `moving`, such
 * a correction in the same slot, and an end with a new beginning in another.
 */
export type RecordChange =
  | { by: 'edits' | 'fields'; command: string; raises: string }
  | { by: 'again'; slot?: string }
  | { by: 'restating' }
  | { by: 'moving'; slot: string; end: string }

export interface RecordStep {
  /** Stream category. */
  category: string
  /** Of the record; left out where the command names it itself. */
  id?: string
  command: string
  body: JsonObject
  /** Fields of the body that the mapping speaks of, with a value or without; those of the body when absent. */
  declared?: ReadonlySet<string>
  /** Now when absent. */
  occurred?: Stated
  /** Stored type of the fact by which it is known that this was done. */
  raises: string
  change: RecordChange
  /** Waits until all rows have been read once: it may refer to a record further down. */
  late?: boolean
  /** Tells apart what one record says several times in one stream, as of two identifiers. */
  part?: string
  /** Of what only one record can have: whose it is by the facts of its stream; undefined where it is free. */
  holder?(facts: readonly Fact[]): string | undefined
  /** Fills in what only the stream's facts tell; undefined when nothing is left to do. */
  complete?(facts: readonly Fact[], body: JsonObject): JsonObject | undefined
}
