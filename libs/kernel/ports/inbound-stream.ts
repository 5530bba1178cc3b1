/**
 * The port to what others send us: topics of messages, each partition in its order, shared out among all who receive for
 * one installation. How far a partition is done, and what of it was set aside, is kept together or not at all; what was
 * handed over before a death is handed over again.
 */

export interface SentMessage {
  /** As declared. */
  topic: string
  partition: number
  /** Its place in the partition: a whole number as text. */
  offset: string
  /** Null where the sender gave none. */
  key: string | null
  /** As text; null where there is none. */
  value: string | null
  /** Whether key or value are no UTF-8: their text is not what was sent. */
  isGarbled?: boolean
  headers: Readonly<Record<string, string>>
}

/** A message that cannot be taken, for its sender: it is kept as it came, with why. */
export interface SetAside {
  message: SentMessage
  /** Stable; a program may branch on it. */
  code: string
  /** For people, without what the message says. */
  sentence: string
  /** Dotted: the field that is to blame. */
  path?: string
}

/** Messages of one partition, in order: at least one. */
export interface SentBatch {
  messages: readonly SentMessage[]
  /**
   * Whether the partition is still this one’s, so that nobody else can have taken what comes behind: asked
   * between reading what a decision goes by and writing. @throws NoLongerHeld
   */
  requireHeld(): void
}

export interface Handled {
  /** How many of the messages, from the first on, are done with; where that is none they are handed over again a moment later. */
  taken: number
  /** Of those taken. */
  setAside: readonly SetAside[]
  /** Told once both are kept. */
  kept?(): void
}

export interface Receiving {
  /** As declared. */
  topics: readonly string[]
  /** Where what is set aside is kept. */
  setAsideTo: string
  /** Messages handed over at once. */
  most: number
  /** One at a time. What it throws is told, and the same is handed over again a moment later. */
  handle(batch: SentBatch): Promise<Handled>
  /** Told in one line why receiving waits; it is tried again. */
  onTrouble(error: Error): void
  signal: AbortSignal
}

export interface InboundStream {
  /** Creates the topics that are missing; those that are there stay as their senders want them. @throws EnginesRefused with one line */
  declare(topics: readonly string[], setAsideTo: string): Promise<void>
  /** Until the signal; resolves once nothing is under way any more. @throws EnginesRefused with one line where waiting does not help */
  receive(receiving: Receiving): Promise<void>
  /** By topic: how many messages nobody has taken yet, marks of senders' transactions among them. */
  lag(topics: readonly string[]): Promise<ReadonlyMap<string, number>>
  close(): Promise<void>
}

/** The partition may be another's by now: what was begun is left alone, and they do it. */
export class NoLongerHeld extends Error {
  constructor() {
    super('the partition may be another’s by now')
    this.name = 'NoLongerHeld'
  }
}
