/** An identity provider of one process, for specs of signing in: it signs in whomever it is told, and checks what a provider checks. */
import { createHash, randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'

export interface IdentityProvider {
  issuer: string
  /** Whom it signs in. */
  subject: string
  /** How long a token is good for. */
  tokenSeconds: number
  /** What renews is good no longer. */
  forgets: boolean
  /** Answers 503 to whatever is asked for a token. */
  isAway: boolean
  /** How often a token was renewed, and what was taken back. */
  renewed: number
  revoked: string[]
  /** What a browser does there: it is signed in and led back. @returns the address that it is led to */
  visit(address: string): URL
  close(): Promise<void>
}

interface Asked {
  nonce: string
  challenge: string
}

export const clientOf = (address: string) => ({ id: 'kumppani-web', secret: 'known to both', address })

export async function runIdentityProvider(): Promise<IdentityProvider> {
  const { privateKey, publicKey } = await generateKeyPair('ES256')
  const keys = [{ ...(await exportJWK(publicKey)), kid: 'one', alg: 'ES256' }]
  const codes = new Map<string, Asked>()
  let renewal = ''
  const tokens = async (nonce?: string) => {
    renewal = randomUUID()
    const idToken = new SignJWT({ nonce }).setProtectedHeader({ alg: 'ES256', kid: 'one' })
    const claims = idToken.setIssuer(provider.issuer).setAudience('kumppani-web').setSubject(provider.subject)
    return {
      access_token: randomUUID(),
      token_type: 'Bearer',
      expires_in: provider.tokenSeconds,
      refresh_token: renewal,
      id_token: await claims.setIssuedAt().setExpirationTime('1h').sign(privateKey),
    }
  }
  const granted = async (form: URLSearchParams): Promise<object> => {
    const refused = { error: 'invalid_grant' }
    if (form.get('client_secret') !== 'known to both') return { error: 'invalid_client' }
    if (form.get('grant_type') === 'refresh_token') {
      if (provider.forgets || form.get('refresh_token') !== renewal) return refused
      provider.renewed++
      return tokens()
    }
    const asked = codes.get(form.get('code') ?? '')
    codes.delete(form.get('code') ?? '')
    const proof = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url')
    return asked?.challenge === proof ? tokens(asked.nonce) : refused
  }
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const of = (status: number, body: object) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    if (request.url === '/keys') return of(200, { keys })
    if (request.url?.startsWith('/.well-known')) return of(200, published(provider.issuer))
    const form = new URLSearchParams(await text(request))
    if (provider.isAway) return of(503, { error: 'temporarily_unavailable' })
    if (request.url === '/revocation') return of(200, { revoked: provider.revoked.push(form.get('token') ?? '') })
    const body = await granted(form)
    return of('error' in body ? 400 : 200, body)
  }
  const server = createServer((request, response) => void answer(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const provider: IdentityProvider = {
    issuer: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    ...{ subject: 'subject-of-aino', tokenSeconds: 600, forgets: false, isAway: false, renewed: 0, revoked: [] },
    visit: (address) => {
      const asked = new URL(address).searchParams
      const code = randomUUID()
      codes.set(code, { nonce: asked.get('nonce') ?? '', challenge: asked.get('code_challenge') ?? '' })
      const back = new URL(asked.get('redirect_uri') ?? '')
      back.search = new URLSearchParams({ code, state: asked.get('state') ?? '' }).toString()
      return back
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  return provider
}

const published = (issuer: string) => ({
  issuer,
  authorization_endpoint: `${issuer}/authorize`,
  token_endpoint: `${issuer}/token`,
  jwks_uri: `${issuer}/keys`,
  revocation_endpoint: `${issuer}/revocation`,
  end_session_endpoint: `${issuer}/sign-out`,
  response_types_supported: ['code'],
  subject_types_supported: ['public'],
  id_token_signing_alg_values_supported: ['ES256'],
  scopes_supported: ['openid', 'offline_access'],
})
