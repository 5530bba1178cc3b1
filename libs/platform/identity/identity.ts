/** From an Authorization header to a member with today's roles: the one door of the interface. */

import type { Core } from '#core/core.js'
import type { Viewer } from '#kernel'
import { Refused } from '../http/problems/problem.js'
import type { LocalIssuer } from './local-issuer.js'
import { type OidcSettings, OidcVerifier } from './oidc-verifier.js'
import { CachedVerifier, type TokenVerifier } from './token-verifier.js'

/** Who may sign in without a password on a machine of their own. */
export interface DemoMember {
  id: string
  name: string
  /** Function, unit and roles in a line. */
  about: string
}

export type IdentityOptions =
  | { kind: 'local'; issuer: LocalIssuer; demoMembers?: () => readonly DemoMember[] }
  /** A token's subject is the identity that the organization knows a member by. */
  | ({ kind: 'oidc' } & OidcSettings)

export interface Visitor {
  viewer: Viewer
  /** When the token ends, in milliseconds since 1970. */
  expiresAt: number
}

const bearer = /^Bearer ([A-Za-z0-9\-._~+/]+=*)$/i
const challenge = { 'WWW-Authenticate': 'Bearer realm="kumppani"' }
const challengeInvalid = { 'WWW-Authenticate': 'Bearer realm="kumppani", error="invalid_token"' }

export class Identity {
  private readonly verifier: TokenVerifier
  private readonly memberOf: (subject: string) => string | undefined

  constructor(
    readonly options: IdentityOptions,
    private readonly core: Pick<Core, 'viewer' | 'member'>,
  ) {
    this.verifier = new CachedVerifier(options.kind === 'local' ? options.issuer : new OidcVerifier(options))
    this.memberOf = options.kind === 'local' ? (subject) => subject : (subject) => core.member(subject)
  }

  /** @throws Refused with 401 and a challenge, or 503 when the identity provider does not answer */
  async admit(authorization: string | undefined): Promise<Visitor> {
    const token = bearer.exec(authorization ?? '')?.[1]
    if (token === undefined) throw new Refused('not-signed-in', { headers: challenge })
    const { subject, expiresAt } = await this.verifier.verify(token).catch(withChallenge)
    const member = this.memberOf(subject)
    const viewer = member === undefined ? undefined : this.core.viewer(member)
    if (!viewer) throw new Refused('member-unknown', { headers: challengeInvalid })
    return { viewer, expiresAt }
  }
}

function withChallenge(error: unknown): never {
  if (error instanceof Refused && error.code === 'token-invalid') {
    throw new Refused('token-invalid', { headers: challengeInvalid })
  }
  throw error
}
