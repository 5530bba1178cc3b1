/** What an import needs of the program it runs in. */
import type {
  Caller,
  CommandRequest,
  CorrectionRequest,
  Dispatching,
  ImportFiles,
  KeyVault,
  Recorded,
  SentCommand,
  StoredEvent,
  Viewer,
} from '#kernel'
import type { TargetDeclaration } from '../records/define-target.js'

/** Commands onto a log that keeps nothing, by the same rules and rights. */
export interface RehearsedCore {
  commands: Pick<ImportPorts['core'], 'dispatch' | 'dispatchAll' | 'correct' | 'ports'> &
    Pick<ImportPorts, 'rehearsing'>
  viewer: ImportPorts['core']['viewer']
  /** Lets go of all that was done. */
  restart(): void
}

export interface ImportPorts {
  /** What would come of commands. */
  rehearsing(): RehearsedCore
  /** The one way in: rows take the same way as people's work. */
  core: {
    dispatch(request: CommandRequest, caller: Caller): Promise<Recorded>
    /** Many at once, commands and corrections: each is answered as if they were sent one after another. */
    dispatchAll(commands: readonly SentCommand[]): Promise<PromiseSettledResult<Recorded>[]>
    correct(request: CorrectionRequest, caller: Caller): Promise<Recorded>
    /** The member with today's roles; undefined when unknown or gone. */
    viewer(member: string): Viewer | undefined
    /** What dispatch itself writes with. */
    readonly ports: Dispatching
  }
  vault: Pick<KeyVault, 'keyFor' | 'fetch' | 'destroy'>
  /** Where files lie sealed while they are needed. */
  files: ImportFiles
  targets: readonly TargetDeclaration[]
}

/** An import's ports onto what keeps nothing. */
export function rehearsedPorts(ports: ImportPorts): ImportPorts & { restart(): void } {
  const { commands, viewer, restart } = ports.rehearsing()
  const core: ImportPorts['core'] = {
    dispatch: (...sent) => commands.dispatch(...sent),
    dispatchAll: (sent) => commands.dispatchAll(sent),
    correct: (...sent) => commands.correct(...sent),
    viewer,
    ports: commands.ports,
  }
  return { ...ports, core, rehearsing: () => commands.rehearsing(), restart }
}

/** The event in its newest version, opened. */
export const openedBy = ({ core: { ports } }: Pick<ImportPorts, 'core'>, event: StoredEvent): Promise<StoredEvent> =>
  ports.sealer.open(ports.registry.catalogue.read(event))

/** The same of many, with one look at the keys. */
export const allOpenedBy = (
  { core: { ports } }: Pick<ImportPorts, 'core'>,
  events: readonly StoredEvent[],
): Promise<StoredEvent[]> => ports.sealer.open(events.map((event) => ports.registry.catalogue.read(event)))

/** Who started an import, with the roles that hold today; systems have none and need none. */
export const importViewerOf = ({ core }: ImportPorts, member: string): Viewer | undefined =>
  member.startsWith('system:') ? { member, grants: [] } : core.viewer(member)
