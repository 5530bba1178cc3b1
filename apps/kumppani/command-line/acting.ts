/** How a command runs: options that all share, a session while it lasts, one line and an exit code when it is refused. */
import type { Command } from 'commander'
import { exitCodes, StartRefused } from '#platform/config'
import { refusalOf } from '#services/configuration'
import { forPeople } from './for-people.js'
import { localized } from './localized.js'
import { print } from './output.js'
import { RefusedRequest } from './refused.js'
import { Session } from './session.js'

export interface SharedOptions {
  json?: boolean
  as?: string
  language?: string
  events?: boolean
}

/** Adds the options that every command of a session has. */
export const withSharedOptions = (command: Command): Command =>
  command
    .option('--json', 'print JSON')
    .option('--as <member>', 'act as this member (default: the first administrator)')
    .option('--language <code>', 'of names, sentences, money and times: fi, en … (default: the member’s own)')
    .option('--events', 'show ids and positions of events as well')

/** Runs work in a session and prints what it answers. */
export async function inSession(options: SharedOptions, work: (session: Session) => Promise<unknown>): Promise<void> {
  const session = await Session.open(options)
  try {
    const answer = await work(session)
    if (answer !== undefined) print(options.json ? answer : await shown(answer, session, options), options)
  } finally {
    await session.close()
  }
}

async function shown(answer: unknown, session: Session, { language, events = false }: SharedOptions): Promise<unknown> {
  const own = await ownReading(session)
  return localized(forPeople(answer), { ...own, ...(language !== undefined && { language }), events })
}

/** As the member reads; whoever is none here, like those who run it, reads English. */
async function ownReading(session: Session): Promise<{ language: string; timeZone: string }> {
  try {
    return (await session.get('/me')).body as { language: string; timeZone: string }
  } catch (error) {
    if (error instanceof RefusedRequest) return { language: 'en', timeZone: 'UTC' }
    throw error
  }
}

/** A part of an address; what would lead to another one is refused. */
export function segment(id: string): string {
  if (/^\.{0,2}$/.test(id)) throw new StartRefused('usage', `"${id}" is no id`)
  return encodeURIComponent(id)
}

/** Prints why a command failed; answers with the exit code. */
export function failed(error: unknown, { json }: { json: boolean }): number {
  const refused = refusalOf(error)
  const problem =
    error instanceof RefusedRequest ? error.problem : refused && { code: refused.reason, detail: refused.message }
  if (json && problem) process.stderr.write(`${JSON.stringify(problem, null, 2)}\n`)
  else process.stderr.write(`kumppani: ${problem ? (error as Error).message : unforeseen(error)}\n`)
  if (error instanceof RefusedRequest) return exitCodes.refused
  return refused?.exitCode ?? exitCodes.internal
}

const unforeseen = (error: unknown): string => (error as Error)?.stack ?? String(error)
