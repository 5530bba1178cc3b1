/**
 * What stands between every outer interface (HTTP, command line, imports) and the rest: commands go in and
 * what was recorded comes out, questions go in and answers come out, and one gate decides who may.
 */
import type {
  Caller,
  CommandRequest,
  CorrectionRequest,
  Position,
  Recorded,
  References,
  Registry,
  StoredEvent,
  Viewer,
} from '#kernel'
import type { Answer, Change, Question } from '#queries'

/** Of more events the lag is told as so many: counting is reading. */
export const mostCounted = 1000

export interface Lag {
  /** Head of the log and position of the read models. */
  head: Position
  projected: Position
  /** Events between the two, counted up to `mostCounted`. */
  waiting: number
  parked: number
  /** Processes of which a step was refused, as far as the read models know. */
  stuck: number
}

/** The way in. */
export interface Commands {
  /** @throws InvalidInput, DomainError, LogRefused */
  dispatch(request: CommandRequest, caller: Caller): Promise<Recorded>
  correct(request: CorrectionRequest, caller: Caller): Promise<Recorded>
  /** Command id of a request: the same for the same member, route and key. */
  commandId(...parts: string[]): string
  /** Id of the record that a command has begun, where the command alone says which; undefined where it has not been done. */
  begun(category: string, commandId: string): Promise<string | undefined>
}

/** Answers, and what has changed. */
export interface Queries {
  /**
   * @param signal aborted once nobody waits for the answer
   * @throws DomainError `not-found`, `not-allowed` or `too-much-asked`, InvalidInput for a wrong moment, NobodyWaits
   */
  ask(question: Question, signal?: AbortSignal): Promise<Answer>
  /** The event at a position, opened as far as the viewer may see it. */
  event(position: Position, viewer: Viewer, reason?: string): Promise<StoredEvent>
  /** The customer that stands for this one since they were merged; itself otherwise. */
  survivorOf(customer: string): string
  /** Whether there is such a customer, and the viewer may see it. */
  sees(viewer: Viewer, customer: string): Promise<boolean>
  /** Position of the last event recorded. */
  head(): Promise<Position>
  /** Resolves once reads show the position; false when that takes longer. */
  waitFor(position: Position, timeoutMs: number): Promise<boolean>
  /**
   * Changes of what the viewer may see until the signal, from now on, or from where the viewer heard of the last
   * one: then those missed come first, or one that says that anything may have changed where that is not known.
   */
  changes(viewer: Viewer, signal: AbortSignal, after?: Position): AsyncIterable<Change>
  lag(): Promise<Lag>
}

/** Who there is, by the references that every process holds. */
export interface KnownMembers {
  references(): References
  /** The member with today's roles; undefined when unknown or gone. */
  viewer(member: string): Viewer | undefined
  /** The member that a company's identity provider names. */
  member(identity: string): string | undefined
  /** In which language the member reads, the group where nobody is named: ISO 639-1. */
  languageOf(member: string | undefined): string | undefined
  /** Resolves once they are known as the log has them now, also by what others have just recorded. */
  load(): Promise<void>
}

/** Both sides in one process; whoever needs one of them says so. */
export interface Core extends Commands, Queries, KnownMembers {
  registry: Registry
}
