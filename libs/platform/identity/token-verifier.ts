/** What a bearer token proves: who it speaks of and until when. Roles never come from it. */
import { LRUCache } from 'lru-cache'

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
  private readonly known = new LRUCache<string, Verified>({ max: maxTokens })

  constructor(private readonly verifier: TokenVerifier) {}

  async verify(token: string): Promise<Verified> {
    const known = this.known.get(token)
    if (known && known.expiresAt > Date.now()) return known
    this.known.delete(token)
    const verified = await this.verifier.verify(token)
    this.known.set(token, verified)
    return verified
  }
}
