/** A program that serves: data folder, log file, what it is made of, and HTTP, started in order and stopped in the other. */
import type { Logger } from 'pino'
import { openSessions, ownSessions } from '#engines'
import type { KeptSessions } from '#kernel'
import { type HttpOptions, requireFreePort, startHttp } from '#platform'
import { type DataFolder, openDataFolder } from '#platform/config'
import { type DemoMembersIn, type IdentityOptions, LocalIssuer } from '#platform/identity'
import type { Configuration } from '../configuration/index.js'
import type { Runs } from '../running/index.js'
import { openProgramLog } from './program-log.js'

/** What a service is made of is opened with these. */
export interface Composing {
  settings: Configuration
  folder: DataFolder
  log: Logger
  /** A calm line for the terminal. */
  onStep: (line: string) => void
  /** Told of what the program cannot go on with. */
  onFailure: (error: Error) => void
  /** What was opened is closed when the program stops, the last first; also when the start is refused. */
  closing: (close: () => Promise<void> | void) => void
}

/** What is served of it. */
export type Composed = Omit<HttpOptions, 'settings' | 'identity' | 'log' | 'version'> & {
  demoMembers?: DemoMembersIn
  /** Whatever it serves is open to everybody: sessions of browsers are not looked at. */
  servesNoMembers?: boolean
  /** As whom the command line acts unless told otherwise. */
  operator?: () => string | undefined
}

export interface Starting {
  version: string
  onStep: Composing['onStep']
}

export interface Service extends Runs {
  url: string
  folder: DataFolder
  /** Absent when a company's own identity provider is configured. */
  issuer: LocalIssuer | undefined
  /** Says in the data folder where it serves. */
  announce(): void
}

const operatorLookMs = 500

/** @throws StartRefused and the engines' refusals, each with one line; nothing is left open then */
export async function startService(
  settings: Configuration,
  { version, onStep }: Starting,
  compose: (composing: Composing) => Promise<Composed>,
): Promise<Service> {
  const folder = openDataFolder(settings.dataFolder)
  const log = await openProgramLog(folder.file('kumppani.log'), settings.logLevel)
  const { promise: failed, resolve: onFailure } = Promise.withResolvers<Error>()
  const closing: (() => Promise<void> | void)[] = [() => folder.release()]
  let stopped: Promise<void> | undefined
  const stop = () => {
    stopped ??= closeAll(closing)
    return stopped
  }
  try {
    await requireFreePort(settings)
    const composing = { settings, folder, log, onStep, onFailure }
    const composed = await compose({ ...composing, closing: (close) => closing.push(close) })
    const sessions = composed.servesNoMembers ? ownSessions() : await openSessions(settings.engines)
    closing.push(() => sessions.close())
    const { http, issuer } = await serve(composed, { settings, folder, log, version, sessions })
    closing.push(() => http.close())
    const { announce, end } = announcing(folder, http.url, composed)
    closing.push(end)
    return { url: http.url, folder, issuer, failed, stop, announce }
  } catch (error) {
    // What went wrong first is what the operator needs to read.
    await stop().catch((second: unknown) => log.error({ err: second }, 'stopping after a refused start'))
    throw error
  }
}

interface Serving extends Pick<Composing, 'settings' | 'folder' | 'log'>, Pick<Starting, 'version'> {
  sessions: KeptSessions
}

async function serve(
  { demoMembers, operator: _operator, servesNoMembers: _none, ...http }: Composed,
  { settings, folder, sessions, ...given }: Serving,
) {
  const local = await LocalIssuer.open(folder.path)
  const identity: IdentityOptions = settings.oidc
    ? { kind: 'oidc', ...settings.oidc, commandLine: local, sessions }
    : { kind: 'local', issuer: local, sessions, ...(demoMembers && { demoMembers }) }
  return { http: await startHttp({ ...http, settings, identity, ...given }), issuer: settings.oidc ? undefined : local }
}

/** A group that another process is founding has its first administrator a little later: it is said then. */
function announcing(folder: DataFolder, url: string, { operator = () => undefined }: Pick<Composed, 'operator'>) {
  let looking: NodeJS.Timeout | undefined
  const look = () => {
    const known = operator()
    if (known !== undefined) folder.announce(url, known)
    else looking = setTimeout(look, operatorLookMs).unref()
  }
  const announce = () => {
    folder.announce(url)
    look()
  }
  return { announce, end: () => clearTimeout(looking) }
}

/** The last opened first. */
async function closeAll(closing: (() => Promise<void> | void)[]): Promise<void> {
  for (const close of closing.reverse()) await close()
}
