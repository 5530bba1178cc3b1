/** The running program: data folder, engines, threads and HTTP, started in order and stopped in the other. */
import { once } from 'node:events'
import { type Logger, pino } from 'pino'
import { organization } from '#crm'
import { type KnownMembers, type LocalCore, proceduresOf } from '#operations'
import { requireFreePort, startHttp } from '#platform'
import { type DataFolder, openDataFolder, type Settings } from '#platform/config'
import { type IdentityOptions, LocalIssuer } from '#platform/identity'
import type { Configuration } from '#services'
import { version } from '../version.js'
import { demoMembers } from './demo-members.js'
import { LocalInstallation } from './local-installation.js'

interface Starting {
  /** A calm line for the terminal. */
  onStep: (line: string) => void
  /** Waited for once the program serves, before others are told where it does. */
  onServing?: (program: Program) => Promise<void>
}

interface Serving {
  settings: Settings
  folder: DataFolder
  installation: LocalInstallation
  log: Logger
}

export class Program {
  readonly url: string
  readonly installation: LocalInstallation
  /** Absent when a company's own identity provider is configured. */
  readonly issuer: LocalIssuer | undefined
  /** Resolves with the reason when a thread fails and the program cannot go on. */
  readonly failed: Promise<Error>

  private constructor(
    started: Pick<Program, 'url' | 'installation' | 'issuer' | 'failed'>,
    private readonly stopping: () => Promise<void>,
  ) {
    this.url = started.url
    this.installation = started.installation
    this.issuer = started.issuer
    this.failed = started.failed
  }

  get core(): LocalCore {
    return this.installation.core
  }

  /** @throws StartRefused and the engines' refusals, each with one line; nothing is left open then */
  static async start(settings: Configuration, { onStep, onServing }: Starting): Promise<Program> {
    const folder = openDataFolder(settings.dataFolder)
    const log = await openLog(folder.file('kumppani.log'), settings.logLevel)
    let fail: (error: Error) => void = () => undefined
    const failed = new Promise<Error>((resolve) => {
      fail = resolve
    })
    const closing: (() => Promise<void> | void)[] = [() => folder.release()]
    let stopped: Promise<void> | undefined
    const stopping = () => {
      stopped ??= closeAll(closing)
      return stopped
    }
    try {
      await requireFreePort(settings)
      const installation = await LocalInstallation.open(settings, {
        onStep,
        onFailure: fail,
        onProcessFailure: (error) => log.error({ err: error }, 'a process cannot go on until the next start'),
        onImportStopped: (error) => log.error({ err: error }, 'an import cannot go on'),
      })
      closing.push(() => installation.close())
      installation.imports.resume()
      const resuming = installation.core.processes.resume()
      closing.push(() => installation.core.processes.stop().then(() => resuming))
      const { http, issuer } = await Program.serve({ settings, folder, installation, log })
      closing.push(() => http.close())
      const program = new Program({ url: http.url, installation, issuer, failed }, stopping)
      await onServing?.(program)
      folder.announce(http.url, operatorOf(installation.core))
      return program
    } catch (error) {
      // What went wrong first is what the operator needs to read.
      await stopping().catch((second: unknown) => log.error({ err: second }, 'stopping after a refused start'))
      throw error
    }
  }

  private static async serve(from: Serving) {
    const { settings, folder, installation, log } = from
    const local = await LocalIssuer.open(folder.path)
    const demo = settings.demo ? { demoMembers: () => demoMembers(installation.core, installation.vault) } : {}
    const identity: IdentityOptions = settings.oidc
      ? { kind: 'oidc', ...settings.oidc, commandLine: local }
      : { kind: 'local', issuer: local, ...demo }
    const http = await startHttp({
      core: installation.core,
      settings,
      identity,
      log,
      version: version(),
      procedures: proceduresOf(installation, installation.imports),
      notReadyBecause: () => reasonsNotToServe(installation),
    })
    return { http, issuer: settings.oidc ? undefined : local }
  }

  /** Done once, also when asked again meanwhile. */
  stop(): Promise<void> {
    return this.stopping()
  }
}

/** The last opened first. */
async function closeAll(closing: (() => Promise<void> | void)[]): Promise<void> {
  for (const close of closing.reverse()) await close()
}

/** Open to whoever asks, so without paths. */
const reasonsNotToServe = (installation: LocalInstallation): string[] =>
  installation.failed().map((name) => `The disk failed under the ${name}: nothing is recorded until a fresh start.`)

/** Lines go to the file together: so many bytes, or all that came in so long. */
const logWriting = { minLength: 4096, periodicFlush: 250 }

/** Resolves once the file takes lines: a program that ends before that could not flush them. */
async function openLog(dest: string, level: Settings['logLevel']): Promise<Logger> {
  const destination = pino.destination({ dest, sync: false, ...logWriting })
  await once(destination, 'ready')
  return pino({ level }, destination)
}

/** The first administrator. */
function operatorOf(known: KnownMembers): string | undefined {
  const members = known.references().get(organization).members.values()
  return [...members].find(({ left, grants }) => !left && grants.some(({ role }) => role === 'admin'))?.id
}
