/** What a bearer token proves: who it speaks of and until when. Roles never come from it. */

export interface Verified {
  /** Claim `sub`. */
  subject: string
  /** Milliseconds since 1970. */
  expiresAt: number
}

export interface TokenVerifier {
  /** @throws Refused `token-invalid` or `identity-unavailable` */
  verify(token: string): Promise<Verified>
}

const maxTokens = 5000

/** Remembers verified tokens until they expire, the most recently used ones first. */
export class CachedVerifier implements TokenVerifier {
  private readonly known = new Map<string, Verified>()

  constructor(private readonly verifier: TokenVerifier) {}

  async verify(token: string): Promise<Verified> {
    const known = this.known.get(token)
    if (known && known.expiresAt > Date.now()) return this.remember(token, known)
    this.known.delete(token)
    return this.remember(token, await this.verifier.verify(token))
  }

  private remember(token: string, verified: Verified): Verified {
    this.known.delete(token)
    this.known.set(token, verified)
    const [oldest] = this.known.keys()
    if (this.known.size > maxTokens && oldest !== undefined) this.known.delete(oldest)
    return verified
  }
}
