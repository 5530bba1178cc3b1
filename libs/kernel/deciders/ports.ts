/** What dispatch needs besides the log: sealing, keyed hashes, rights and the clock. */
import type { Position } from '../events/position.js'
import type { Correction, EventMetadata, JsonObject, StoredEvent } from '../events/stored-event.js'
import type { Moment } from '../history/history.js'
import type { Stated } from '../history/instants.js'
import type { EventLog } from '../ports/event-log.js'
import type { References } from '../references/reference.js'
import type { Registry } from '../slices/registry.js'
import type { Correcting } from '../slices/rules/access.js'
import type { Alias } from '../slices/rules/identity-sets.js'
import type { Filed, Notice } from './decider.js'
import type { Viewer } from './viewer.js'

/** An event to be sealed: its metadata say who is in it. */
export interface Sealable {
  id: string
  type: string
  stream: string
  data: JsonObject
  metadata: EventMetadata
}

export interface Sealer {
  /**
   * Seals what the payload of `type` declares as sealed.
   * @throws SubjectErased when the payload is about, or names, somebody who was erased
   */
  seal(event: Sealable): Promise<JsonObject>
  /**
   * The same of many, with one look at the keys and one flush of those that are made; undefined in place of
   * what is about somebody who was erased.
   */
  sealAll(events: readonly Sealable[]): Promise<(JsonObject | undefined)[]>
  /** Opens markers in read events' data; erased values become `{ erased: true }`. Many at once cost one look at the keys. */
  open<T>(value: T): Promise<T>
}

export interface KeyedHash {
  /** UUID derived from the parts. */
  uuid(...parts: string[]): string
  /** 16 characters, for ids of records. */
  shortId(...parts: string[]): string
  fingerprint(body: JsonObject): string
  /** A UUID that nothing else has: an append that is tried anew brings events of other ids. */
  freshId(): string
}

export interface Access {
  /** Whether that there is a record filed there is the viewer's to know: whoever writes without reading names what others told. */
  sees(viewer: Viewer, filed: Filed): Promise<boolean>
  /** @throws DomainError `not-found` or `not-allowed` when the viewer may not write there */
  requireWrite(viewer: Viewer, resource: string, filed: Filed): Promise<void>
  /**
   * Of what the viewer may correct where it was filed until now.
   * @throws DomainError `not-found` or `not-allowed` when the viewer may not move it there
   */
  requireMove(viewer: Viewer, resource: string, filed: Filed): Promise<void>
  /** @throws DomainError `switched-off` when the part of the platform that a category belongs to is not in use there */
  requireSwitchedOn(viewer: Viewer, category: string, filed: Filed): void
  /** @throws DomainError unless the viewer may correct that event */
  requireCorrection(viewer: Viewer, event: StoredEvent, correcting: Correcting): Promise<void>
}

export interface Dispatching {
  log: EventLog
  registry: Registry
  sealer: Sealer
  hash: KeyedHash
  access: Access
  clock: () => Date
  /** Milliseconds that never fall; of this process unless told. */
  steadyMs?: () => number
  references: (moment: Moment) => References
  /** Resolves once references know all that the log holds now. */
  follow: () => Promise<void>
  /** Time zone of a selling unit; the group's without one. */
  zoneOf: (unit?: string) => string
  /** Where a stream's commands go and what is folded with it. */
  aliases: (stream: string) => Alias
  /**
   * Ids of facts of other records that hold and name the record of a stream, as far as the read models
   * know: what is recorded at the same moment may be missed.
   * @param filed where the record is filed
   */
  factsNaming: (stream: string, filed: Filed) => Promise<readonly string[]>
}

/** Where a command comes from; what makes a repeat recognisable. */
export interface Caller {
  viewer: Viewer
  /** Derived from member + route + Idempotency-Key, or from (import, row). */
  commandId: string
  correlationId?: string
  causationId?: string
  source?: { system: string; record: string }
  importId?: string
}

export interface CommandRequest {
  /** Stream category: names the decider. */
  category: string
  command: string
  /** Id of the record; derived for commands that create. */
  id?: string
  /** Nothing is recorded of it yet, as far as the caller knows: it is done without a look first. So is what gets its id from the command. */
  begins?: boolean
  body: unknown
  /** When it happened; now when absent. */
  occurred?: Stated
  /** Record although later facts would no longer be possible. */
  confirmed?: boolean
}

export interface CorrectionRequest {
  stream: string
  /** Id of the first event. */
  eventId: string
  mode: Correction['mode']
  /**
   * The whole payload, when restating. Without it an earlier version is put back, with its time unless another is stated:
   * it is not held against the rules again, since what stood before need not be possible any more.
   */
  body?: unknown
  /** Id of the version to put back: the last that was no retraction when absent. */
  version?: string
  because: string
  occurred?: Stated
  /** Correct although later facts would no longer be possible, or name what is no longer there. */
  confirmed?: boolean
}

/** A command or a correction with where it comes from, as it stands in a batch. */
export interface SentCommand {
  request: CommandRequest | CorrectionRequest
  caller: Caller
}

export interface Recorded {
  /** Id of the record. */
  id: string
  stream: string
  events: { id: string; type: string }[]
  /** Position after which reads show it: of its last event, where nothing changed. */
  position: Position
  /** Whether the same command had been done before. */
  repeated: boolean
  /** What whoever asked is told besides; absent where all came as asked. */
  notices?: Notice[]
  /** Of a command that carried more than its own fields: what became of the process that it began. */
  process?: RecordedProcess
}

export interface RecordedProcess {
  id: string
  /** `running`: everything will be recorded; `stuck`: some of it was refused, and somebody has to look at it. */
  state: 'running' | 'stuck' | 'finished' | 'given-up'
  /** What followed, in the order asked for. */
  parts: RecordedPart[]
}

export interface RecordedPart extends Pick<Recorded, 'id' | 'stream' | 'events'> {
  /** Dot path in what was asked: `promises.0`. */
  place: string
  /** Code of the refusal, where it cannot be recorded as things are. */
  refused?: string
}
