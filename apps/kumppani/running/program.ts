/** The running program: the whole installation, and HTTP over all of it. */
import { fileURLToPath } from 'node:url'
import { type LocalCore, proceduresOf } from '#operations'
import { allOf } from '#platform'
import { version } from '#platform/config'
import type { LocalIssuer } from '#platform/identity'
import { type Composing, type Configuration, operatorOf, type Service, startService } from '#services'
import { demoMembers } from './demo-members.js'
import { LocalInstallation } from './local-installation.js'

/** The web application, built beside the program. */
const webFolder = fileURLToPath(new URL('../../../web', import.meta.url))

interface Starting {
  /** A calm line for the terminal. */
  onStep: (line: string) => void
  /** Waited for once the program serves, before others are told where it does. */
  onServing?: (program: Program) => Promise<void>
}

export class Program {
  private constructor(
    private readonly service: Service,
    readonly installation: LocalInstallation,
  ) {}

  get url(): string {
    return this.service.url
  }

  /** Absent when a company's own identity provider is configured. */
  get issuer(): LocalIssuer | undefined {
    return this.service.issuer
  }

  /** Resolves with the reason when a thread fails and the program cannot go on. */
  get failed(): Promise<Error> {
    return this.service.failed
  }

  get core(): LocalCore {
    return this.installation.core
  }

  /** @throws StartRefused and the engines' refusals, each with one line; nothing is left open then */
  static async start(settings: Configuration, { onStep, onServing }: Starting): Promise<Program> {
    const opened: { installation?: LocalInstallation } = {}
    const service = await startService(settings, { version: version(), onStep }, async (composing) => {
      const installation = await begun(composing)
      opened.installation = installation
      return {
        ...allOf(installation.core),
        procedures: proceduresOf(installation, installation.imports),
        notReadyBecause: () => reasonsNotToServe(installation),
        operator: () => operatorOf(installation.core),
        web: webFolder,
        ...(settings.demo && { demoMembers: (language) => demoMembers(installation, language) }),
      }
    })
    const program = new Program(service, opened.installation as LocalInstallation)
    await onServing?.(program)
    service.announce()
    return program
  }

  /** Done once, also when asked again meanwhile. */
  stop(): Promise<void> {
    return this.service.stop()
  }
}

/** Opened, with what was under way taken up. */
async function begun({ settings, log, closing, ...listeners }: Composing): Promise<LocalInstallation> {
  const installation = await LocalInstallation.open(settings, {
    ...listeners,
    onProcessFailure: (error) => log.error({ err: error }, 'a process cannot go on until the next start'),
    onImportStopped: (error) => log.error({ err: error }, 'an import cannot go on'),
  })
  closing(() => installation.close())
  installation.imports.resume()
  const resuming = installation.core.processes.resume()
  closing(() => installation.core.processes.stop().then(() => resuming))
  return installation
}

/** Open to whoever asks, so without paths. */
const reasonsNotToServe = (installation: LocalInstallation): string[] =>
  installation.failed().map((name) => `The disk failed under the ${name}: nothing is recorded until a fresh start.`)
