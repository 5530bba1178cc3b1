/** The references that a process holds in memory and keeps up to date with the log: rights, names and merges go by them. */
import {
  type EventLog,
  followReferences,
  loadReferences,
  type Position,
  type ReadStore,
  ReferenceHolder,
  type References,
  type Registry,
  type Rules,
  type StoredEvent,
  type Viewer,
  Waiting,
} from '#kernel'
import { startReferences } from '#read-models'
import type { KnownMembers } from './core.js'

export interface HeldParts {
  registry: Registry
  members: Rules['members']
  log: EventLog
  /** With what is kept of the references: the log is read on from there. */
  store: ReadStore
  /** Told when they cannot be kept up to date. */
  failed?: (error: Error) => void
  /** Told of every event that they take. */
  taken?: (event: StoredEvent) => void
}

/** What commands go by. */
export interface HeldByCommands {
  readonly holder: ReferenceHolder
  /** Resolves once they know all that the log holds now. */
  load(): Promise<void>
  references(): References
  viewer(member: string): Viewer | undefined
}

export class HeldReferences implements KnownMembers, HeldByCommands {
  readonly holder: ReferenceHolder
  /** How far they are. */
  readonly reached = new Waiting()
  private readonly following = new AbortController()
  private followed: Promise<void> = Promise.resolve()

  constructor(private readonly p: HeldParts) {
    this.holder = new ReferenceHolder(p.registry.references)
  }

  /** Begins with what is kept of them and follows the log from there. */
  async start(): Promise<void> {
    await startReferences(this.holder, this.p)
    const reached = (position: Position) => this.reached.reach(position)
    const followed = followReferences(this.holder, { ...this.p, reached }, this.following.signal)
    const { failed } = this.p
    this.followed = failed ? followed.catch((error: Error) => failed(error)) : followed
  }

  /** Resolves once they know all that the log holds now. */
  load(): Promise<void> {
    return loadReferences(this.holder, this.p)
  }

  async stop(): Promise<void> {
    this.following.abort()
    await this.followed
  }

  references(): References {
    return this.holder.at()
  }

  viewer(member: string): Viewer | undefined {
    return this.p.members.viewerOf(member, this.holder.at())
  }

  member(identity: string): string | undefined {
    return this.p.members.memberOf(identity, this.holder.at())
  }

  languageOf(member: string | undefined): string | undefined {
    return this.p.members.languageOf(member, this.holder.at())
  }
}
