/**
 * Sessions of browsers, held at the server: a cookie names one by a random text and says nothing else. They
 * live in this process alone: after a restart one signs in again.
 */
import { createHash, randomBytes } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import { Refused } from '../../http/problems/problem.js'

/** Who vouches for somebody, and until when. */
export interface Vouched {
  /** As the issuer names it. */
  subject: string
  /** Milliseconds since 1970: after it the issuer is asked again, where it can be. */
  goodUntil: number
  /** Asks the issuer whether it still vouches; absent where the session ends with what it said once. */
  renew?: () => Promise<Vouched>
  /** Tells the issuer that the session has ended; where it can end its own, answers the address for the browser to go to. */
  signOut?: () => Promise<string | undefined>
}

/** Thrown by `renew` when the issuer vouches no longer; any other error is one of the moment. */
export class VouchesNoLonger extends Error {}

export interface BrowserSession {
  readonly subject: string
  /** Milliseconds since 1970: when it ends however much it is used. */
  readonly endsAt: number
  /** Aborted when it ends. */
  readonly ended: AbortSignal
}

export interface SessionLimits {
  /** How long one lives that nobody uses, and how long any does. */
  idleMs: number
  longestMs: number
  /** The least recently used ones end first. */
  most: number
}

interface Held {
  vouched: Vouched
  endsAt: number
  ending: AbortController
  renewing?: Promise<void>
}

const unlessTold: SessionLimits = { idleMs: 12 * 3_600_000, longestMs: 7 * 24 * 3_600_000, most: 20_000 }
/** What is held tells nobody the texts of the cookies. */
const keyOf = (id: string): string => createHash('sha256').update(id).digest('base64url')

export class Sessions {
  private readonly held: LRUCache<string, Held>

  constructor(
    private readonly limits: SessionLimits = unlessTold,
    private readonly now: () => number = Date.now,
  ) {
    this.held = new LRUCache({
      max: limits.most,
      ttl: limits.idleMs,
      ttlResolution: 0,
      perf: { now },
      dispose: ({ ending }) => ending.abort(),
    })
  }

  /** @returns the text of the cookie, and when the session ends */
  begin(vouched: Vouched): { id: string; endsAt: number } {
    const id = randomBytes(32).toString('base64url')
    const longest = this.now() + this.limits.longestMs
    const endsAt = vouched.renew ? longest : Math.min(longest, vouched.goodUntil)
    this.held.set(keyOf(id), { vouched, endsAt, ending: new AbortController() })
    return { id, endsAt }
  }

  /**
   * The session that a cookie names, once its issuer vouches for it again where it has to be asked.
   * @param options.isUse whether somebody uses it by that, so that its idle time begins anew
   * @returns undefined where there is none, or none any more
   * @throws Refused `identity-unavailable` where the issuer cannot be asked
   */
  async find(id: string, { isUse = true } = {}): Promise<BrowserSession | undefined> {
    const key = keyOf(id)
    const held = this.held.get(key, { updateAgeOnGet: isUse })
    if (!held) return undefined
    if (held.endsAt <= this.now()) this.held.delete(key)
    else if (held.vouched.goodUntil <= this.now()) await this.renewed(key, held)
    if (held.ending.signal.aborted) return undefined
    return { subject: held.vouched.subject, endsAt: held.endsAt, ended: held.ending.signal }
  }

  /** Ends it. @returns where the browser can end its session with the issuer as well */
  async end(id: string): Promise<string | undefined> {
    const held = this.held.peek(keyOf(id))
    this.held.delete(keyOf(id))
    return held?.vouched.signOut?.()
  }

  /** Requests that come at once ask the issuer once: what renews works once with many of them. */
  private renewed(key: string, held: Held): Promise<void> {
    held.renewing ??= this.renew(key, held).finally(() => {
      held.renewing = undefined
    })
    return held.renewing
  }

  private async renew(key: string, held: Held): Promise<void> {
    const { subject, renew } = held.vouched
    try {
      const vouched = await renew?.()
      if (vouched?.subject === subject) held.vouched = vouched
      else this.held.delete(key)
    } catch (error) {
      if (!(error instanceof VouchesNoLonger)) throw new Refused('identity-unavailable', { cause: error })
      this.held.delete(key)
    }
  }
}
