/**
 * Verifies access tokens of the company's own identity provider. Issuer, audience and algorithms are
 * pinned; keys come from the address the issuer itself publishes, whatever a token's header says.
 */
import { createRemoteJWKSet, errors, type JWTVerifyGetKey, jwtVerify } from 'jose'
import { Refused } from '../http/problems/problem.js'
import { isLoopback } from './loopback.js'
import type { TokenVerifier, Verified } from './token-verifier.js'

export interface OidcSettings {
  /** As the tokens name it. */
  issuer: string
  audience: string
}

const algorithms = ['RS256', 'PS256', 'ES256', 'EdDSA']
const timeoutMs = 5000
const clockToleranceSeconds = 5
/** Errors of jose that are the token's fault; the rest is the provider's. */
const tokenFault = /^ERR_(JWT|JWS|JOSE_ALG|JOSE_NOT_SUPPORTED|JWKS_NO_MATCHING|JWKS_MULTIPLE)/

export class OidcVerifier implements TokenVerifier {
  private keys: Promise<JWTVerifyGetKey> | undefined

  constructor(private readonly settings: OidcSettings) {}

  async verify(token: string): Promise<Verified> {
    const { issuer, audience } = this.settings
    try {
      const { payload } = await jwtVerify(token, async (header, jws) => (await this.published())(header, jws), {
        issuer,
        audience,
        algorithms,
        clockTolerance: clockToleranceSeconds,
        requiredClaims: ['sub', 'exp'],
      })
      return { subject: payload.sub ?? '', expiresAt: (payload.exp ?? 0) * 1000 }
    } catch (error) {
      throw isTokenFault(error) ? new Refused('token-invalid') : new Refused('identity-unavailable', { cause: error })
    }
  }

  /** The issuer's keys, looked up once; after a failure again at the next token. */
  private published(): Promise<JWTVerifyGetKey> {
    this.keys ??= this.discover().catch((error: unknown) => {
      this.keys = undefined
      throw error
    })
    return this.keys
  }

  private async discover(): Promise<JWTVerifyGetKey> {
    const { issuer } = this.settings
    const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`
    const answer = await fetch(address, { redirect: 'error', signal: AbortSignal.timeout(timeoutMs) })
    if (!answer.ok) throw new Error(`${address} answered ${answer.status}`)
    const { issuer: named, jwks_uri: keys } = (await answer.json()) as { issuer?: unknown; jwks_uri?: unknown }
    if (named !== issuer) throw new Error(`${address} speaks of another issuer`)
    return createRemoteJWKSet(safeAddress(keys), { timeoutDuration: timeoutMs })
  }
}

function safeAddress(keys: unknown): URL {
  const url = new URL(String(keys))
  const isSafe = url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname))
  if (!isSafe) throw new Error('the issuer publishes its keys at an address that is not https')
  return url
}

const isTokenFault = (error: unknown): boolean => error instanceof errors.JOSEError && tokenFault.test(error.code)
