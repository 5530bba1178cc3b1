/** The exit codes of every program here, in one table, and the error that carries one of them to main. */

export const exitCodes = {
  ok: 0,
  usage: 2,
  badSetting: 3,
  portInUse: 4,
  dataFolderHeld: 5,
  dataFolderUnusable: 6,
  logRefused: 7,
  refused: 8,
  different: 1,
  internal: 70,
} as const
export type ExitReason = keyof typeof exitCodes

/** A reason not to start (or not to go on) that the operator can act on: one line, no stack trace. */
export class StartRefused extends Error {
  constructor(
    readonly reason: ExitReason,
    message: string,
  ) {
    super(message)
    this.name = 'StartRefused'
  }

  /** What the process exits with. */
  get exitCode(): number {
    return exitCodes[this.reason]
  }
}
