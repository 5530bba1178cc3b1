/** The exit codes of every program here, in one table, and the error that carries one of them to main. */
import { type Tellable, TellingError } from '#kernel'

export const exitCodes = {
  ok: 0,
  usage: 2,
  badSetting: 3,
  portInUse: 4,
  dataFolderHeld: 5,
  dataFolderUnusable: 6,
  logRefused: 7,
  refused: 8,
  filesApart: 9,
  takenOver: 10,
  different: 1,
  internal: 70,
} as const
export type ExitReason = keyof typeof exitCodes

/** What each code says to whoever starts a program. */
export const exitMeanings: Readonly<Record<(typeof exitCodes)[ExitReason], string>> = {
  0: 'done',
  1: 'verify found a difference, or bench missed a target',
  2: 'the command was not understood',
  3: 'a setting is wrong',
  4: 'the port is in use',
  5: 'another program holds the data folder',
  6: 'the data folder cannot be used',
  7: 'the log refuses to open',
  8: 'the command was refused; the line says why',
  9: 'files do not belong together, or one is not what its name says',
  10: 'another process has taken over; started again, it waits for its place',
  70: 'a fault of ours; the log file knows more',
}

/** A reason not to start (or not to go on) that the operator can act on: one line, no stack trace. */
export class StartRefused extends TellingError {
  constructor(
    readonly reason: ExitReason,
    why: Tellable,
  ) {
    super(why)
    this.name = 'StartRefused'
  }

  /** What the process exits with. */
  get exitCode(): number {
    return exitCodes[this.reason]
  }
}
