/** What the stand-in of EventStoreDB can be told to do wrong, each as a real server or a network has been seen to do. */

export interface Faults {
  /** So many of the next appends are recorded, and nobody hears of it. */
  loseAnswers: number
  /** So many of the next appends end the connection they came by, after they were recorded. */
  dropAfterAppend: number
  /** So many of the next appends end it as a graceful stop does, before they are recorded. */
  resetAppends: number
  /** So many of the next appends are answered as by a server that is starting. */
  notReady: number
  /** Appends are neither recorded nor answered. */
  neverAnswer: boolean
  /** Reads and subscriptions are taken, and nothing comes of them. */
  neverRead: boolean
  /** So many of the next reads and subscriptions end by an error of which nothing more is said. */
  failReads: number
  /** Answers to appends come so late, in whatever order; up to so many milliseconds. */
  lateMs: number
  /** Each answer to an append comes again after a moment. */
  answerTwice: boolean
  /** What asks for the leader is sent to another address. */
  leader: { host: string; port: number } | undefined
  /** A subscription ends when more than 32 events wait for it, as up to version 23.10. */
  endOnBursts: boolean
  /** Subscriptions stay open and say nothing more. */
  stall: boolean
  /** The version it says it is. */
  version: string
}

export const noFaults = (): Faults => ({
  loseAnswers: 0,
  dropAfterAppend: 0,
  resetAppends: 0,
  notReady: 0,
  neverAnswer: false,
  neverRead: false,
  failReads: 0,
  lateMs: 0,
  answerTwice: false,
  leader: undefined,
  endOnBursts: true,
  stall: false,
  version: '23.10.6',
})

type Counted = 'loseAnswers' | 'dropAfterAppend' | 'resetAppends' | 'notReady' | 'failReads'

/** Uses up one of so many. */
export function takes(faults: Faults, which: Counted): boolean {
  if (faults[which] <= 0) return false
  faults[which]--
  return true
}
