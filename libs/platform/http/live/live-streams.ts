/**
 * Server-sent events: "something changed, at position p", for what the viewer may see. The client
 * fetches again, so access keeps its one gate.
 */
import { PassThrough, type Readable } from 'node:stream'
import type { Logger } from 'pino'
import type { Core } from '#core/core.js'
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

export class LiveStreams {
  private readonly open = new Map<string, Set<AbortController>>()

  constructor(
    private readonly core: Pick<Core, 'changes' | 'viewer' | 'survivorOf'>,
    private readonly options: LiveOptions,
    private readonly log: Logger,
  ) {}

  /**
   * A stream that ends with the token, with any change of the member's roles, or with `closeAll`.
   * @param customer passes changes of this one alone, or of the one it is merged into by then
   * @throws Refused `too-many-streams`
   */
  stream(visitor: Visitor, customer?: string): Readable {
    const ending = this.admit(visitor.viewer.member)
    const stream = new PassThrough()
    const timers = [this.heartbeat(stream, visitor, ending), this.expiry(visitor, ending)]
    const end = () => {
      for (const timer of timers) clearTimeout(timer)
      this.release(visitor.viewer.member, ending)
      stream.end()
    }
    ending.signal.addEventListener('abort', end, { once: true })
    stream.once('close', () => ending.abort())
    void this.pass(stream, { visitor, ending, customer })
    return stream
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

  private heartbeat(stream: PassThrough, { viewer }: Visitor, ending: AbortController): NodeJS.Timeout {
    const rights = JSON.stringify(viewer)
    stream.write(STILL_HERE)
    const beat = () => {
      if (JSON.stringify(this.core.viewer(viewer.member)) !== rights) ending.abort()
      else stream.write(STILL_HERE)
    }
    return setInterval(beat, this.options.heartbeatMs).unref()
  }

  private expiry({ expiresAt }: Visitor, ending: AbortController): NodeJS.Timeout {
    return setTimeout(() => ending.abort(), Math.min(expiresAt - Date.now(), longestTimerMs)).unref()
  }

  private async pass(
    stream: PassThrough,
    { visitor, ending, customer }: { visitor: Visitor; ending: AbortController; customer: string | undefined },
  ): Promise<void> {
    try {
      for await (const change of this.core.changes(visitor.viewer, ending.signal)) {
        const only = customer === undefined ? undefined : (`customer:${this.core.survivorOf(customer)}` as const)
        for (const message of messagesOf(change, only)) stream.write(message)
        if (stream.readableLength + stream.writableLength > mostUnreadBytes) break
      }
    } catch (error) {
      if (!ending.signal.aborted) this.log.error({ error: loggedError(error) }, 'a live stream failed')
    } finally {
      ending.abort()
    }
  }
}
