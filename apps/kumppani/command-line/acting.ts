/** How a command runs: options that all share, a session while it lasts, one line and an exit code when it is refused. */
import type { Command } from 'commander'
import { exitCodes } from '#platform/config/exit-codes.js'
import { refusalOf } from '../running/refused-start.js'
import { print } from './output.js'
import { Refused, Session } from './session.js'

export interface SharedOptions {
  json?: boolean
  as?: string
}

/** Adds the options that every command of a session has. */
export const shared = (command: Command): Command =>
  command
    .option('--json', 'print JSON')
    .option('--as <member>', 'act as this member (default: the first administrator)')

/** Runs work in a session and prints what it answers. */
export async function inSession(options: SharedOptions, work: (session: Session) => Promise<unknown>): Promise<void> {
  const session = await Session.open(options.as)
  try {
    const answer = await work(session)
    if (answer !== undefined) print(answer, options)
  } catch (error) {
    throw error instanceof Refused && error.status === 403 ? error.of(session.member) : error
  } finally {
    await session.close()
  }
}

/** Prints why a command failed; answers with the exit code. */
export function failed(error: unknown): number {
  const refused = refusalOf(error)
  const isOurs = refused !== undefined || error instanceof Refused
  process.stderr.write(`kumppani: ${isOurs ? (error as Error).message : ((error as Error)?.stack ?? String(error))}\n`)
  if (error instanceof Refused) return exitCodes.refused
  return refused?.exitCode ?? exitCodes.internal
}
