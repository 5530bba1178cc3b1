/**
 * Server-sent events: "something changed, at position p", for what the viewer may see. The client
 * fetches again, so access keeps its one gate.
 */
import { PassThrough, type Readable } from 'node:stream'
import type { Logger } from 'pino'
import { isId, type Position, refuse } from '#kernel'
import type { KnownMembers, Queries } from '#operations'
import type { Visitor } from '../../identity/identity.js'
import { loggedError } from '../../observability/logged-error.js'
import { Refused } from '../problems/problem.js'
import { messagesOf, STILL_HERE } from './messages.js'

export interface LiveOptions {
  /** Streams one member may have open at once. */
  perMember: number
  heartbeatMs: number
}

/** A reader who falls so far behind is let go; its client comes back and fetches anew. */
const mostUnreadBytes = 65_536
const longestTimerMs = 2_147_483_647

/** What of the changes a stream passes on. */
export interface Listening {
  customer?: string
  after?: Position
}

interface Passing extends Listening {
  visitor: Visitor
  ending: AbortController
  hasSameRights: () => boolean
}

export class LiveStreams {
  private readonly open = new Map<string, Set<AbortController>>()

  constructor(
    private readonly of: {
      queries: Pick<Queries, 'changes' | 'survivorOf' | 'sees'>
      members: Pick<KnownMembers, 'viewer'>
    },
    private readonly options: LiveOptions,
    private readonly log: Logger,
  ) {}

  /**
   * A stream that ends with the token or the session, with any change of the member's roles, or with `closeAll`. It counts
   * as open until its connection is gone.
   * @param options.customer passes changes of this one alone, or of the one it is merged into by then
   * @param options.after position of the last message the client has had
   * @throws Refused `too-many-streams`
   */
  stream(visitor: Visitor, { customer, after }: Listening = {}): Readable {
    const ending = this.admit(visitor.viewer.member)
    const stream = new PassThrough()
    const hasSameRights = this.rightsOf(visitor)
    const timers = [this.heartbeat(stream, { visitor, hasSameRights, ending }), this.expiry(visitor, ending)]
    const end = () => {
      for (const timer of timers) clearTimeout(timer)
      stream.end()
      // Who does not read does not see the end either.
      setTimeout(() => stream.destroy(), this.options.heartbeatMs).unref()
    }
    ending.signal.addEventListener('abort', end, { once: true })
    endWith(visitor, ending)
    stream.once('close', () => {
      ending.abort()
      this.release(visitor.viewer.member, ending)
    })
    void this.pass(stream, { visitor, ending, customer, after, hasSameRights })
    return stream
  }

  /**
   * The same of one customer.
   * @throws DomainError `not-found` when there is none that the viewer may see
   */
  async streamOf(customer: string, visitor: Visitor, after?: Position): Promise<Readable> {
    if (!isId(customer) || !(await this.of.queries.sees(visitor.viewer, customer))) return refuse('not-found')
    return this.stream(visitor, { customer, after })
  }

  /** Ends every stream. */
  closeAll(): void {
    for (const endings of this.open.values()) for (const ending of [...endings]) ending.abort()
  }

  private admit(member: string): AbortController {
    const endings = this.open.get(member) ?? new Set()
    if (endings.size >= this.options.perMember)
      throw new Refused('too-many-streams', { headers: { 'Retry-After': '5' } })
    const ending = new AbortController()
    this.open.set(member, endings.add(ending))
    return ending
  }

  private release(member: string, ending: AbortController): void {
    const endings = this.open.get(member)
    endings?.delete(ending)
    if (endings?.size === 0) this.open.delete(member)
  }

  /** Asks whether the member's roles are still those with which the stream was opened. */
  private rightsOf({ viewer }: Visitor): () => boolean {
    const rights = JSON.stringify(viewer)
    return () => JSON.stringify(this.of.members.viewer(viewer.member)) === rights
  }

  private heartbeat(
    stream: PassThrough,
    { visitor: { session }, hasSameRights, ending }: Pick<Passing, 'visitor' | 'hasSameRights' | 'ending'>,
  ): NodeJS.Timeout {
    stream.write(STILL_HERE)
    const beat = async () => {
      const holds = hasSameRights() && ((await session?.holds().catch(() => false)) ?? true)
      if (!holds) ending.abort()
      else if (!ending.signal.aborted) stream.write(STILL_HERE)
    }
    return setInterval(() => void beat(), this.options.heartbeatMs).unref()
  }

  private expiry({ expiresAt }: Visitor, ending: AbortController): NodeJS.Timeout {
    return setTimeout(() => ending.abort(), Math.min(expiresAt - Date.now(), longestTimerMs)).unref()
  }

  private async pass(stream: PassThrough, { visitor, ending, customer, after, hasSameRights }: Passing): Promise<void> {
    try {
      for await (const change of this.of.queries.changes(visitor.viewer, ending.signal, after)) {
        if (!hasSameRights()) break
        const only = customer === undefined ? undefined : (`customer:${this.of.queries.survivorOf(customer)}` as const)
        for (const message of messagesOf(change, only)) stream.write(message)
        if (stream.readableLength + stream.writableLength <= mostUnreadBytes) continue
        stream.destroy()
        break
      }
    } catch (error) {
      if (!ending.signal.aborted) this.log.error({ error: loggedError(error) }, 'a live stream failed')
    } finally {
      ending.abort()
    }
  }
}

/** Whoever signs out hears nothing more. */
function endWith({ session }: Visitor, ending: AbortController): void {
  const end = () => ending.abort()
  session?.ended.addEventListener('abort', end, { once: true })
  ending.signal.addEventListener('abort', () => session?.ended.removeEventListener('abort', end), { once: true })
}
