/** How a command runs: options that all share, a session while it lasts, one line and an exit code when it is refused. */
import type { Command } from 'commander'
import { languages, spoken, type TextLanguage } from '#kernel'
import { exitCodes, findRunning, readSettings, StartRefused } from '#platform/config'
import { refusalOf } from '#services/configuration/refused-start.js'
import { forPeople } from './for-people.js'
import { localized } from './localized.js'
import { oneLineEach } from './one-line.js'
import { print } from './output.js'
import { RefusedRequest } from './refused.js'
import { Session } from './session.js'
import { ownLine } from './telling/lines.js'
import { isSpoken, requireLanguage, toldIn } from './telling/reader.js'

export interface SharedOptions {
  json?: boolean
  as?: string
  language?: string
  events?: boolean
}

export const ofLanguage = `of names, sentences, money and times: ${languages.join(', ')} (default: the member’s own)`

/** Adds the options that every command of a session has. */
export const withSharedOptions = (command: Command): Command =>
  command
    .option('--json', 'print JSON')
    .option('--as <member>', 'act as this member (default: the first administrator)')
    .option('--language <code>', ofLanguage)
    .option('--events', 'show ids and positions of events as well')

/** Runs work in a session and prints what it answers. */
export async function inSession(options: SharedOptions, work: (session: Session) => Promise<unknown>): Promise<void> {
  requireLanguage(options.language)
  const session = await Session.open(options)
  try {
    const answer = await work(session)
    if (answer === undefined) return
    const { json } = options
    print(json ? answer : await shown(answer, session, options), { json, language: await session.language() })
  } catch (error) {
    throw toldIn(error, await session.language())
  } finally {
    await session.close()
  }
}

async function shown(answer: unknown, session: Session, { language, events = false }: SharedOptions): Promise<unknown> {
  const own = await session.reading()
  const reader = { ...own, ...(language !== undefined && { language }), events }
  return oneLineEach(localized(forPeople(answer), reader))
}

/** A part of an address; what would lead to another one is refused. */
export function segment(id: string): string {
  if (/^\.{0,2}$/.test(id)) throw new StartRefused('usage', ownLine('no-id', { id }))
  return encodeURIComponent(id)
}

/** In which a command speaks that has no session: as asked for, else the member’s own where a program runs, else English. */
export async function languageBefore({ as, language }: Pick<SharedOptions, 'as' | 'language'>): Promise<TextLanguage> {
  return isSpoken(language) ? spoken(language) : languageOfMember(as)
}

async function languageOfMember(as: string | undefined): Promise<TextLanguage> {
  try {
    const isRunning = findRunning(readSettings(process.env).dataFolder)?.address !== undefined
    return isRunning ? await (await Session.open({ as })).language() : 'en'
  } catch {
    // What was to be told is more than why it cannot be told in another language.
    return 'en'
  }
}

/** Prints why a command failed; answers with the exit code. */
export async function failed(thrown: unknown, options: SharedOptions): Promise<number> {
  const error = refusalOf(thrown)?.sentence ? toldIn(thrown, await languageBefore(options)) : thrown
  const refused = refusalOf(error)
  const problem =
    error instanceof RefusedRequest ? error.problem : refused && { code: refused.reason, detail: refused.message }
  if (options.json && problem) process.stderr.write(`${JSON.stringify(problem, null, 2)}\n`)
  else process.stderr.write(`kumppani: ${problem ? (error as Error).message : unforeseen(error)}\n`)
  if (error instanceof RefusedRequest) return exitCodes.refused
  return refused?.exitCode ?? exitCodes.internal
}

const unforeseen = (error: unknown): string => (error as Error)?.stack ?? String(error)
