/**
 * Sessions of browsers: a cookie names one by a random text and says nothing else, and what is kept of it is the same
 * for every process of an installation. Whoever vouches for it is asked again when its word has run out.
 */
import { setTimeout as delay } from 'node:timers/promises'
import type { KeptSession, KeptSessions, Renewal } from '#kernel'
import { Refused } from '../../http/problems/problem.js'
import { CookieText, newCookieText } from './cookie-text.js'
import { Endings } from './endings.js'
import { type IssuersWord, type SessionIssuer, type Vouched, VouchesNoLonger } from './vouching.js'

export interface BrowserSession {
  readonly subject: string
  /** Milliseconds since 1970 by this process's clock: when it ends however much it is used. */
  readonly endsAt: number
  /** Aborted once this process knows that it has ended. */
  readonly ended: AbortSignal
}

export interface SessionLimits {
  /** How long one lives that nobody uses, and how long any does. */
  idleMs: number
  longestMs: number
}

const unlessTold: SessionLimits = { idleMs: 12 * 3_600_000, longestMs: 7 * 24 * 3_600_000 }
/** How long one process may take to ask the issuer, and how long others wait for that. */
const renewalTermMs = 10_000
const patienceMs = 15_000
const lookAgainMs = 50

export class Sessions {
  private readonly endings = new Endings()
  /** Of this process, by name: requests that come at once ask once. */
  private readonly renewals = new Map<string, Promise<KeptSession | undefined>>()

  constructor(
    private readonly kept: KeptSessions,
    private readonly issuer: SessionIssuer,
    private readonly limits: SessionLimits = unlessTold,
  ) {}

  /** @returns the text of the cookie, and in how many milliseconds the session ends at the latest */
  async begin({ word, goodForMs }: Vouched): Promise<{ id: string; endsInMs: number }> {
    const id = newCookieText()
    const text = new CookieText(id)
    const { idleMs, longestMs } = this.limits
    const isRenewed = word.renewal !== undefined
    const endsInMs = isRenewed ? longestMs : Math.min(longestMs, goodForMs ?? longestMs)
    const sealed = text.seal(word, this.issuer.name)
    const good = isRenewed && goodForMs !== undefined && { goodForMs }
    await this.kept.begin(text.name, { sealed, idleMs, longestMs: endsInMs, ...good })
    return { id, endsInMs }
  }

  /**
   * The session that a cookie names, once its issuer vouches for it again where it has to be asked.
   * @param options.isUse whether somebody uses it by that, so that its idle time begins anew
   * @returns undefined where there is none, or none any more
   * @throws Refused `identity-unavailable` where the issuer cannot be asked; ReadStoreRefused where sessions are not at hand
   */
  async find(id: string, { isUse = true } = {}): Promise<BrowserSession | undefined> {
    const text = new CookieText(id)
    const found = await this.kept.find(text.name, { isUse })
    const isOfIssuer = found && this.wordOf(text, found) !== undefined
    const kept = isOfIssuer && isToBeRenewed(found) ? await this.renewedOnce(text) : found
    const word = kept && this.wordOf(text, kept)
    if (!kept || !word) {
      this.endings.end(text.name)
      return undefined
    }
    return { subject: word.subject, endsAt: Date.now() + kept.endsInMs, ended: this.endings.signalOf(text.name) }
  }

  /** Ends it, for every process. @returns where the browser can end its session with the issuer as well */
  async end(id: string): Promise<string | undefined> {
    const text = new CookieText(id)
    const sealed = await this.kept.end(text.name)
    this.endings.end(text.name)
    const word = sealed === undefined ? undefined : this.wordOf(text, { sealed })
    return word && this.issuer.signOut?.(word)
  }

  private wordOf(text: CookieText, { sealed }: Pick<KeptSession, 'sealed'>): IssuersWord | undefined {
    return text.open(sealed, this.issuer.name)
  }

  private renewedOnce(text: CookieText): Promise<KeptSession | undefined> {
    const { name } = text
    const renewal = this.renewals.get(name) ?? this.renewed(text).finally(() => this.renewals.delete(name))
    this.renewals.set(name, renewal)
    return renewal
  }

  /** What renews works once with many issuers, so that of several processes one uses it, and the others wait for that. */
  private async renewed(text: CookieText): Promise<KeptSession | undefined> {
    const since = performance.now()
    while (performance.now() - since < patienceMs) {
      const renewal = await this.kept.takeRenewal(text.name, renewalTermMs)
      if (renewal) await this.renew(text, renewal)
      else await delay(lookAgainMs)
      const kept = await this.kept.find(text.name, { isUse: false })
      if (!kept || renewal || !isToBeRenewed(kept)) return kept
    }
    throw new Refused('identity-unavailable')
  }

  private async renew(text: CookieText, renewal: Renewal): Promise<void> {
    const { kept, issuer } = this
    const fresh = await this.vouchedAgain(text, renewal)
    if (!fresh) return void (await kept.end(text.name))
    const { word, goodForMs } = fresh
    const sealed = text.seal(word, issuer.name)
    const isKept = await kept.renewed(renewal, { sealed, ...(goodForMs !== undefined && { goodForMs }) })
    // It was signed out of meanwhile, and what was taken back then was the word before this one.
    if (!isKept) await issuer.signOut?.(word)
  }

  /** Undefined where the issuer vouches no longer, or for another. @throws Refused `identity-unavailable` */
  private async vouchedAgain(text: CookieText, renewal: Renewal): Promise<Vouched | undefined> {
    const word = this.wordOf(text, renewal)
    try {
      const fresh = word && (await this.issuer.renew?.(word))
      return fresh?.word.subject === word?.subject ? fresh : undefined
    } catch (error) {
      if (error instanceof VouchesNoLonger) return undefined
      await this.kept.giveUpRenewal(renewal)
      throw new Refused('identity-unavailable', { cause: error })
    }
  }
}

const isToBeRenewed = ({ goodForMs = 1 }: KeptSession): boolean => goodForMs <= 0
