/** Signing in at the company's identity provider: the authorization code flow with PKCE, done by the server. */
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  ClientError,
  ClientSecretPost,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  None,
  ResponseBodyError,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  refreshTokenGrant,
  tokenRevocation,
} from 'openid-client'
import { Refused } from '../../http/problems/problem.js'
import { isLoopback } from '../loopback.js'
import { type IssuersWord, type SessionIssuer, type Vouched, VouchesNoLonger } from './vouching.js'

/** What the provider knows this installation by. */
export interface ProviderClient {
  id: string
  /** Absent for a public client: PKCE alone. */
  secret?: string
  /** Where browsers reach this installation, `https://crm.example.com`. */
  address: string
}

/** What a browser keeps while its member is at the provider. */
export interface SigningIn {
  state: string
  nonce: string
  verifier: string
  /** Path to go to afterwards. */
  returnTo: string
}

export const CALLBACK_PATH = '/api/v1/session/callback'

const timeoutSeconds = 5
/** Where a provider does not say how long its word is good for. */
const usualSeconds = 3600

const goodForMs = (tokens: { expiresIn(): number | undefined }): number => (tokens.expiresIn() ?? usualSeconds) * 1000

export class ProviderSignIn implements SessionIssuer {
  private known: Promise<Configuration> | undefined

  readonly name: string

  constructor(
    private readonly issuer: string,
    private readonly client: ProviderClient,
  ) {
    this.name = `${client.id} at ${issuer}`
  }

  /** @throws Refused `identity-unavailable` */
  async begin(returnTo: string): Promise<{ address: string; signingIn: SigningIn }> {
    const provider = await this.provider()
    const signingIn = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier(), returnTo }
    const address = buildAuthorizationUrl(provider, {
      redirect_uri: this.client.address + CALLBACK_PATH,
      scope: scopeOf(provider),
      code_challenge: await calculatePKCECodeChallenge(signingIn.verifier),
      code_challenge_method: 'S256',
      state: signingIn.state,
      nonce: signingIn.nonce,
    })
    return { address: address.href, signingIn }
  }

  /**
   * @param search of the address that the provider sent the browser back to
   * @throws Refused `sign-in-failed` where the provider or its answer does not fit, `identity-unavailable`
   */
  async finish(search: string, { state, nonce, verifier }: SigningIn): Promise<Vouched> {
    const provider = await this.provider()
    const here = new URL(this.client.address + CALLBACK_PATH + search)
    const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true }
    const tokens = await authorizationCodeGrant(provider, here, checks).catch((cause: unknown) => {
      throw new Refused(isOutOfReach(cause) ? 'identity-unavailable' : 'sign-in-failed', { cause })
    })
    return vouchedBy(tokens, { subject: tokens.claims()?.sub ?? '' })
  }

  /** Providers that do not change what renews leave it out. */
  async renew(word: IssuersWord): Promise<Vouched> {
    if (word.renewal === undefined) throw new VouchesNoLonger()
    const tokens = await refreshTokenGrant(await this.provider(), word.renewal).catch((error: unknown) => {
      throw isRefusal(error) ? new VouchesNoLonger() : error
    })
    return vouchedBy(tokens, { ...word, subject: tokens.claims()?.sub ?? word.subject })
  }

  /** What renews is taken back as well as may be: whoever signs out is signed out here in any case. */
  async signOut({ renewal, idToken }: IssuersWord): Promise<string | undefined> {
    const provider = await this.provider().catch(() => undefined)
    if (!provider) return undefined
    const { revocation_endpoint: revocation, end_session_endpoint: ending } = provider.serverMetadata()
    if (revocation !== undefined && renewal !== undefined) {
      await tokenRevocation(provider, renewal).catch(() => undefined)
    }
    if (ending === undefined) return undefined
    const after = { post_logout_redirect_uri: `${this.client.address}/`, ...(idToken && { id_token_hint: idToken }) }
    return buildEndSessionUrl(provider, after).href
  }

  /** What the provider publishes of itself, looked up once; after a failure again at the next sign-in. */
  private provider(): Promise<Configuration> {
    this.known ??= this.discover().catch((cause: unknown) => {
      this.known = undefined
      throw new Refused('identity-unavailable', { cause })
    })
    return this.known
  }

  private async discover(): Promise<Configuration> {
    const { id, secret } = this.client
    const server = new URL(this.issuer)
    // Settings allow an address without TLS on the machine itself alone.
    const execute = isLoopback(server.hostname) && server.protocol === 'http:' ? [allowInsecureRequests] : []
    const proof = secret === undefined ? None() : ClientSecretPost(secret)
    return discovery(server, id, {}, proof, { execute, timeout: timeoutSeconds })
  }
}

type Tokens = Pick<Awaited<ReturnType<typeof refreshTokenGrant>>, 'expiresIn' | 'id_token' | 'refresh_token'>

function vouchedBy(tokens: Tokens, { subject, ...before }: IssuersWord): Vouched {
  const [idToken, renewal] = [tokens.id_token ?? before.idToken, tokens.refresh_token ?? before.renewal]
  const word = { subject, ...(idToken !== undefined && { idToken }), ...(renewal !== undefined && { renewal }) }
  return { word, goodForMs: goodForMs(tokens) }
}

/** What renews a session is asked for where the provider says that it gives it so. */
function scopeOf(provider: Configuration): string {
  const { scopes_supported: offered = [] } = provider.serverMetadata()
  return offered.includes('offline_access') ? 'openid offline_access' : 'openid'
}

/** The provider answered, and said that what was given is good no longer. */
const isRefusal = (error: unknown): boolean => error instanceof ResponseBodyError && error.error === 'invalid_grant'

const codesOfTheMoment = new Set<unknown>(['OAUTH_TIMEOUT', 'OAUTH_RESPONSE_IS_NOT_CONFORM'])

function isOutOfReach(error: unknown): boolean {
  if (error instanceof ResponseBodyError) return error.status >= 500
  if (error instanceof ClientError) return codesOfTheMoment.has(error.code)
  return error instanceof TypeError && error.message === 'fetch failed'
}
