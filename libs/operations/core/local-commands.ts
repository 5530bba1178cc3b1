/** Commands onto the log of this process: dispatched in batches, and run to their end where they span several streams. */
import { dispatch, GatheredCommands, ProcessRunner, ScratchLog } from '#commands'
import {
  type Caller,
  type CommandRequest,
  type CorrectionRequest,
  type Dispatching,
  DomainError,
  type EventLog,
  type Filed,
  type KeyVault,
  type Recorded,
  type Registry,
  type Rules,
  refuse,
  type Sealer,
  type SentCommand,
  type StoredEvent,
  type Viewer,
  type WriteAccess,
} from '#kernel'
import { derivedIds, EventSealer } from '#privacy'
import { factsNaming, openProcesses, type QueryService } from '#queries'
import { type ShownProcess, shownProcesses } from '../processes/stuck-processes.js'
import { forgetUnrecorded } from '../processes/unrecorded.js'
import { type ClockLeap, refuseLeap } from './clock-leap.js'
import type { Commands } from './core.js'
import type { HeldByCommands } from './held-references.js'
import { RehearsedReferences } from './rehearsed-references.js'

export interface CommandsParts extends Pick<Rules, 'identitySets' | 'calendar' | 'members'> {
  registry: Registry
  writeAccess: WriteAccess
  log: EventLog
  vault: KeyVault
  clock: () => Date
  /** Told when a process that nobody waits for stopped at what is no refusal; it is run again at the next start. */
  processFailed?: (error: Error) => void
  /** Whether other processes append to the log as well. */
  sharesLog?: boolean
  /** Where it is not by the vault. */
  sealer?: Sealer
  /** How far the clock may be ahead of what was recorded last, or of the moment at which somebody looked at it. */
  leap?: ClockLeap
}

/** Commands onto a log that keeps nothing, by references that follow it. */
export interface RehearsedCommands {
  commands: LocalCommands
  viewer(member: string): Viewer | undefined
  /** Lets go of all that was done, and begins anew with what is recorded by now. */
  restart(): void
}

/** What commands ask of the read models, which may lag behind: each a soft rule. */
export type AskedOfReadModels = Pick<QueryService, 'store' | 'unitsAround' | 'readingOf' | 'documentsOf'>

/** Commands that are done in one piece while others wait. */
const mostGathered = 256

const isRefused = (answer: PromiseSettledResult<Recorded>): boolean =>
  answer.status === 'rejected' && answer.reason instanceof DomainError

function rethrow(error: Error): never {
  throw error
}

export class LocalCommands implements Commands {
  /** What dispatch writes with; imports read and checkpoint by it. */
  readonly ports: Dispatching
  /** Does what spans several streams, to its end. */
  readonly processes: ProcessRunner
  private readonly gathering: GatheredCommands
  private readonly underWay = new Set<Promise<unknown>>()
  /** When what is newest in the log was recorded. */
  private newestMs = 0

  /** @param asked the read models that serve now */
  constructor(
    private readonly p: CommandsParts,
    private readonly held: HeldByCommands,
    private readonly asked: () => AskedOfReadModels,
  ) {
    this.ports = this.portsOf(p)
    this.gathering = new GatheredCommands((batch) => this.batch(batch), mostGathered)
    this.processes = new ProcessRunner({
      ports: this.ports,
      dispatch: (...command) => this.dispatchAlone(...command),
      viewer: (member) => held.viewer(member),
      unfinished: async () => {
        const open = await openProcesses({ store: asked().store, log: p.log })
        return open.flatMap(({ id, state }) => (state === 'running' ? [id] : []))
      },
      forget: (stream) => forgetUnrecorded(stream, p),
      documentsOf: (viewer) => asked().documentsOf(viewer),
      failed: p.processFailed ?? rethrow,
    })
  }

  private portsOf({ log, registry, vault, calendar, identitySets, sealer }: CommandsParts): Dispatching {
    const { held } = this
    return {
      log,
      registry,
      sealer: sealer ?? new EventSealer(vault, registry.catalogue),
      hash: derivedIds(vault.hashKey()),
      clock: () => this.now(),
      references: (moment) => held.holder.at(moment),
      follow: () => held.load(),
      zoneOf: (unit) => calendar.zoneOf(unit, held.references()),
      aliases: (stream) => identitySets.aliasOf(stream, held.references()),
      factsNaming: (stream, filed) => factsNaming(stream, filed, { store: this.asked().store, registry }),
      access: this.access(),
    }
  }

  /** What commands would come to, by the same rules and rights: nothing is recorded or sealed, and no key is made. */
  rehearsing(): RehearsedCommands {
    const { registry, vault, members } = this.p
    const log = new ScratchLog(this.p.log)
    const held = new RehearsedReferences(this.held, log, members)
    const sealer = new EventSealer(vault, registry.catalogue)
    const unsealed: Sealer = {
      seal: async ({ data }) => data,
      sealAll: async (events) => events.map(({ data }) => data),
      open: (value) => sealer.open(value),
    }
    const commands = new LocalCommands({ ...this.p, log, sealer: unsealed, sharesLog: false }, held, this.asked)
    commands.newestMs = this.newestMs
    const restart = () => {
      log.forget()
      held.restart()
    }
    return { commands, viewer: held.viewer, restart }
  }

  private access(): Dispatching['access'] {
    const { writeAccess } = this.p
    const writing = async (filed: Filed, isAsked: boolean) => ({
      filed,
      unitsAround: isAsked && filed.unit === undefined ? await this.asked().unitsAround(filed.customers) : [],
      references: this.held.references(),
    })
    return {
      sees: async (viewer, filed) =>
        writeAccess.seesEverywhere(viewer, this.held.references()) ||
        writeAccess.sees(viewer, await writing(filed, true)),
      // Of those who write everywhere nobody looks where that is.
      requireWrite: async (viewer, resource, filed) => {
        const isAsked = !writeAccess.mayWriteEverywhere(viewer, resource)
        writeAccess.requireWrite(viewer, resource, await writing(filed, isAsked))
      },
      requireMove: async (viewer, resource, filed) =>
        writeAccess.requireMove(viewer, resource, await writing(filed, true)),
      requireSwitchedOn: (viewer, category, filed) =>
        writeAccess.requireSwitchedOn(viewer, category, { filed, references: this.held.references() }),
      requireCorrection: async (viewer, event, correcting) => {
        try {
          writeAccess.requireCorrection(viewer, event, correcting)
        } catch (error) {
          if (error instanceof DomainError) writeAccess.requireRead(viewer, await writing(event.metadata, true))
          throw error
        }
      },
    }
  }

  /** Takes up the time of the log. */
  async start(): Promise<void> {
    const last = await this.p.log.eventAt(await this.p.log.head())
    this.newestMs = last ? Date.parse(last.metadata.recordedAt) : 0
  }

  stop(): Promise<void> {
    return this.processes.stop()
  }

  /** Told when something was recorded by others, whose clocks may be ahead. */
  recordedElsewhere({ metadata }: Pick<StoredEvent, 'metadata'>): void {
    this.newestMs = Math.max(this.newestMs, Date.parse(metadata.recordedAt))
  }

  /** Never behind what was recorded before, so that recorded order and recorded time agree. */
  private now(): Date {
    const ownMs = this.p.clock().getTime()
    if (this.newestMs - ownMs > 2000) refuse('clock-behind')
    if (this.p.leap) refuseLeap(ownMs, this.newestMs, this.p.leap)
    this.newestMs = Math.max(this.newestMs, ownMs)
    return new Date(this.newestMs)
  }

  async dispatch(request: CommandRequest, caller: Caller): Promise<Recorded> {
    try {
      return await this.processes.record(request, caller, (...alone) => this.dispatchAlone(...alone))
    } catch (error) {
      throw error instanceof DomainError ? this.toldTo(caller.viewer, error) : error
    }
  }

  /** Many at once: each is answered as if they were sent one after another. */
  async dispatchAll(commands: readonly SentCommand[]): Promise<PromiseSettledResult<Recorded>[]> {
    if (commands.some(({ request }) => 'category' in request && this.processes.mayFollow(request))) {
      const sent = commands.map(({ request, caller }) =>
        'category' in request ? this.dispatch(request, caller) : this.correct(request, caller),
      )
      return Promise.allSettled(sent)
    }
    const answers = await this.batch(commands)
    return answers.map((answer, at) => {
      const { caller } = commands[at] as SentCommand
      const isTold = answer.status === 'rejected' && answer.reason instanceof DomainError
      return isTold ? { status: 'rejected', reason: this.toldTo(caller.viewer, answer.reason) } : answer
    })
  }

  private async batch(commands: readonly SentCommand[]): Promise<PromiseSettledResult<Recorded>[]> {
    const answers = await this.dispatched(commands)
    return this.p.sharesLog ? this.lookedAtAgain(commands, answers) : answers
  }

  /** What is refused may be allowed by what others have recorded meanwhile: rights, units, members, merges. */
  private async lookedAtAgain(
    commands: readonly SentCommand[],
    answers: PromiseSettledResult<Recorded>[],
  ): Promise<PromiseSettledResult<Recorded>[]> {
    const refused = answers.flatMap((answer, at) => (isRefused(answer) ? [at] : []))
    const { holder } = this.held
    const known = holder.position
    if (refused.length > 0) await this.held.load()
    if (holder.position === known) return answers
    const again = await this.dispatched(refused.map((at) => this.byRightsOfNow(commands[at] as SentCommand)))
    return answers.map((answer, at) => again[refused.indexOf(at)] ?? answer)
  }

  private byRightsOfNow({ request, caller }: SentCommand): SentCommand {
    return { request, caller: { ...caller, viewer: this.held.viewer(caller.viewer.member) ?? caller.viewer } }
  }

  private dispatched(commands: readonly SentCommand[]): Promise<PromiseSettledResult<Recorded>[]> {
    const done = dispatch(commands, this.ports)
    this.underWay.add(done)
    return done.finally(() => this.underWay.delete(done))
  }

  /** Resolves once all commands that are being decided now are done. */
  async settled(): Promise<void> {
    await Promise.allSettled(this.underWay)
  }

  private dispatchAlone(request: CommandRequest, caller: Caller): Promise<Recorded> {
    return this.gathering.send({ request, caller })
  }

  /** A refusal, without what stands there for those who may write there and not read it. */
  private toldTo(viewer: Viewer, error: DomainError): DomainError {
    const { now, by, at, ...details } = error.details
    if (now === undefined || this.asked().readingOf(viewer).personal) return error
    return error.with(details)
  }

  correct(request: CorrectionRequest, caller: Caller): Promise<Recorded> {
    return this.gathering.send({ request, caller })
  }

  commandId(...parts: string[]): string {
    return this.ports.hash.uuid('command', ...parts)
  }

  async begun(category: string, commandId: string): Promise<string | undefined> {
    const id = this.ports.hash.shortId(category, commandId)
    const [first] = await this.p.log.readStream(`${category}-${id}`)
    return first && id
  }

  /** Those that have not ended, with what was refused of them. */
  openProcesses(): Promise<ShownProcess[]> {
    const { log, registry } = this.p
    return shownProcesses({ log, store: this.asked().store, registry, processes: this.processes })
  }
}
