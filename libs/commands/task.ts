/** What a command and a correction have in common for the round in which they are done, and what they are decided with. */
import type { Caller, Decider, Dispatching, Filed, NewEvent, Notice, StoredEvent, Viewer } from '#kernel'

/** A record's stream as a task finds it, with what was merged into it. */
export interface Loaded {
  stream: string
  /** Of the stream itself: what the append expects. */
  own: readonly StoredEvent[]
  /** Of the stream that was asked for, where another stands for it now. */
  asked: readonly StoredEvent[]
  /** With those of merged records, in the newest versions; opened where the task opens what it finds. */
  events: readonly StoredEvent[]
}

export interface Task {
  readonly decider: Decider
  readonly caller: Caller
  /** Of what it says: by it a repeat is told from another use of its key. */
  readonly fingerprint: string
  /** That was asked for. */
  readonly stream: string
  /** Stands in the stream that was asked for, also where another stands for that. */
  readonly staysThere: boolean
  /** Its body decides which record it is about. */
  readonly isNamed: boolean
  /** Nothing is recorded of its record, as far as is known. */
  readonly isNew: boolean
  /** It looks at what is sealed. */
  readonly opens: boolean
  /** The events that it leads to, not sealed yet; none when it changes nothing. @throws DomainError, InvalidInput */
  decide(found: Loaded, deciding: DecidingPorts): Promise<NewEvent[]>
  /** What whoever asked is told besides. @param events that it leads to now; none of a repeat, which stands in what was found */
  notices?(found: Loaded, events: readonly NewEvent[], deciding: DecidingPorts): Notice[]
}

/** The ports of dispatch with what the tasks of a round share. */
export interface DecidingPorts {
  readonly ports: Dispatching
  /** ISO instant of the recorder's clock. */
  readonly now: string
  /** The events of any stream, as a task finds them. */
  read(stream: string, task: Task): Promise<readonly StoredEvent[]>
  /** @throws DomainError as the port does, which is asked once for a place */
  requireWrite(viewer: Viewer, resource: string, filed: Filed): Promise<void>
  /** As the port says, which is asked once for a place. */
  sees(viewer: Viewer, filed: Filed): Promise<boolean>
}
