/** Commands, queries and the references that both go by, in one process. */
import type { ProcessRunner } from '#commands'
import type { ClearStore, Dispatching, KeyVault, ReadStore, Registry, Waiting } from '#kernel'
import type { QueryService } from '#queries'
import { holdKeys, type KeyHolder } from '../leases/key-holders.js'
import type { ShownProcess } from '../processes/stuck-processes.js'
import type { Core } from './core.js'
import { type HeldParts, HeldReferences } from './held-references.js'
import { type CommandsParts, LocalCommands } from './local-commands.js'
import { LocalQueries, type QueriesParts } from './local-queries.js'

export interface LocalParts extends HeldParts, CommandsParts, QueriesParts {
  vault: KeyVault
}

export class LocalCore implements Core {
  readonly registry: Registry
  readonly ports: Dispatching
  readonly processes: ProcessRunner
  private readonly held: HeldReferences
  private readonly commands: LocalCommands
  private readonly queries: LocalQueries
  private holding: KeyHolder | undefined

  constructor(private readonly p: LocalParts) {
    this.registry = p.registry
    this.held = new HeldReferences(p)
    this.queries = new LocalQueries(p, this.held)
    this.commands = new LocalCommands(p, this.held, () => this.queries.queryService)
    this.ports = this.commands.ports
    this.processes = this.commands.processes
  }

  /** Loads what is held in memory and follows log and read models from there. */
  async start(): Promise<void> {
    this.holding = await holdKeys({ ...this.p, settled: () => this.settled() })
    await this.queries.start()
    await this.held.start()
    await this.commands.start()
  }

  async stop(): Promise<void> {
    for (const each of [this.commands, this.held, this.queries]) await each.stop()
    await this.holding?.release()
  }

  get queryService(): QueryService {
    return this.queries.queryService
  }

  get projected(): Waiting {
    return this.queries.projected
  }

  openProcesses(): Promise<ShownProcess[]> {
    return this.commands.openProcesses()
  }

  serveFrom(store: ReadStore, clear?: ClearStore): Promise<void> {
    return this.queries.serveFrom(store, clear)
  }

  dispatch: Core['dispatch'] = (...command) => this.commands.dispatch(...command)
  rehearsing: LocalCommands['rehearsing'] = () => this.commands.rehearsing()
  dispatchAll: LocalCommands['dispatchAll'] = (commands) => this.commands.dispatchAll(commands)
  recordedElsewhere: LocalCommands['recordedElsewhere'] = (event) => this.commands.recordedElsewhere(event)
  /** Resolves once all commands that are being decided now are done. */
  settled: LocalCommands['settled'] = () => this.commands.settled()
  correct: Core['correct'] = (...correction) => this.commands.correct(...correction)
  commandId: Core['commandId'] = (...parts) => this.commands.commandId(...parts)
  begun: Core['begun'] = (...named) => this.commands.begun(...named)
  ask: Core['ask'] = (...asked) => this.queries.ask(...asked)
  event: Core['event'] = (...asked) => this.queries.event(...asked)
  survivorOf: Core['survivorOf'] = (customer) => this.queries.survivorOf(customer)
  sees: Core['sees'] = (...asked) => this.queries.sees(...asked)
  head: Core['head'] = () => this.queries.head()
  waitFor: Core['waitFor'] = (...awaited) => this.queries.waitFor(...awaited)
  changes: Core['changes'] = (...asked) => this.queries.changes(...asked)
  lag: Core['lag'] = () => this.queries.lag()
  references: Core['references'] = () => this.held.references()
  viewer: Core['viewer'] = (member) => this.held.viewer(member)
  member: Core['member'] = (identity) => this.held.member(identity)
  languageOf: Core['languageOf'] = (member) => this.held.languageOf(member)
  load: Core['load'] = () => this.held.load()
}
