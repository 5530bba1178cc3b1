/** What a record asks for: commands, each with the way in which a changed row is told. */
import type { Fact, JsonObject, Stated } from '#kernel'

/** A field that a command of its own changes. */
export interface Turn {
  command: string
  raises: string
  /** What the command calls it. */
  as: string
}

/**
 * How a row that says something else than before becomes a change:
 * - `edits`, a command that takes each changed field as `{ was, is }`, and `fields`, one that takes the changed fields.
 *   What it does not take, when the record began, and everything once the record is over, are corrected where they were said;
 * - `again`, the same command once more;
 * - `restating`, a correction of what the import itself had recorded;
 * - `turning`, the same command once more where the row states another moment, else a correction;
 * - `moving`, a correction in the same slot or at the same moment, and an end with a new beginning in another;
 * - `replacing`, what had been said is left, and the command once more.
 */
export type RecordChange =
  | {
      by: 'edits' | 'fields'
      command: string
      raises: string
      turns?: Readonly<Record<string, Turn>>
      /** Stored types of the facts with which the record is over. */
      endings?: readonly string[]
      isOver?(facts: readonly Fact[]): boolean
    }
  | { by: 'again'; slot?: string }
  | { by: 'restating' | 'turning' | 'replacing' }
  | { by: 'moving'; slot: string; end: string }

/** How it is said that something is so no longer; where there is none, it is taken back. */
export interface Leaving {
  command: string
  raises: string
  /** @param said what the source had said last */
  body(said: JsonObject): JsonObject
}

/** How a record ends of which its source says nothing any more. */
export interface Ending {
  command: string
  /** Stored type of the fact that says so. */
  raises: string
  /** Further stored types of facts with which the record is over. */
  over?: readonly string[]
  /** Where a stream holds several of its kind: the field that says which. */
  slot?: string
  /** @param said what the source had said last */
  body?(said: JsonObject, source: string): JsonObject
}

export interface RecordStep {
  /** Stream category. */
  category: string
  /** Of the record; left out where the command names it itself. */
  id?: string
  command: string
  body: JsonObject
  /** Fields of the body that the mapping speaks of, with a value or without; those of the body when absent. */
  declared?: ReadonlySet<string>
  /** Parts of fields that the mapping speaks of and the row leaves empty, dotted; others of the same field have a value. */
  emptyParts?: readonly string[]
  /** Now when absent. */
  occurred?: Stated
  /** Stored type of the fact by which it is known that this was done. */
  raises: string
  change: RecordChange
  leaving?: Leaving
  /** How it may have ended while the source said nothing of it. */
  ends?: Ending
  /** The source says this no longer: what it had said is left or taken back, and nothing where it had said nothing. */
  gone?: boolean
  /** The same row says how the record ended: what it says besides was so before. */
  endsBeside?: boolean
  /** The stream follows from fields: what the source had said may stand on others. */
  placed?: boolean
  /** Where it comes to nothing, it is done once more when all rows have been read. */
  retold?: boolean
  /** Waits until all rows have been read once: it may refer to a record further down. */
  late?: boolean
  /** Tells apart what one record says several times in one stream, as of two identifiers. */
  part?: string
  /** Of what only one record can have: whose it is by the facts of its stream; undefined where it is free. */
  holder?(facts: readonly Fact[]): string | undefined
  /** Fills in what only the stream's facts tell; undefined when nothing is left to do. */
  complete?(facts: readonly Fact[], body: JsonObject): JsonObject | undefined
  /** What the record itself fills in where the row leaves it out. */
  fills?(facts: readonly Fact[]): JsonObject
}
