/** From an Authorization header to a member with today's roles: the one door of the interface. */

import type { FastifyRequest } from 'fastify'
import type { Viewer } from '#kernel'
import type { KnownMembers } from '#operations'
import { Refused } from '../http/problems/problem.js'
import { isIssuedHere, type LocalIssuer } from './local-issuer.js'
import { isFromThisMachine } from './loopback.js'
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
  | { kind: 'local'; issuer: LocalIssuer; demoMembers?: () => Promise<readonly DemoMember[]> }
  /**
   * A token's subject is the identity that the organization knows a member by, or the id of a member with none.
   * The command line's own tokens are taken from this machine alone: who can sign them holds the data folder.
   */
  | ({ kind: 'oidc'; commandLine?: LocalIssuer } & OidcSettings)

export interface Visitor {
  viewer: Viewer
  /** When the token ends, in milliseconds since 1970. */
  expiresAt: number
}

/** Who vouches for a token, and whom its subject means. */
interface Door {
  verifier: TokenVerifier
  memberOf: (subject: string) => string | undefined
}

const bearer = /^Bearer ([A-Za-z0-9\-._~+/]+=*)$/i
const challenge = { 'WWW-Authenticate': 'Bearer realm="kumppani"' }
const challengeInvalid = { 'WWW-Authenticate': 'Bearer realm="kumppani", error="invalid_token"' }

export class SignedInAs {
  private readonly provider: Door
  /** For requests from this machine, beside the company's provider. */
  private readonly commandLine: Door | undefined

  constructor(
    readonly options: IdentityOptions,
    private readonly members: Pick<KnownMembers, 'viewer' | 'member'>,
  ) {
    const byId = (issuer: LocalIssuer): Door => ({ verifier: new CachedVerifier(issuer), memberOf: (id) => id })
    if (options.kind === 'local') this.provider = byId(options.issuer)
    else {
      const verifier = new CachedVerifier(new OidcVerifier(options))
      this.provider = { verifier, memberOf: (subject) => members.member(subject) }
      this.commandLine = options.commandLine && byId(options.commandLine)
    }
  }

  /** @throws Refused with 401 and a challenge, or 503 when the identity provider does not answer */
  async admit(request: Pick<FastifyRequest, 'headers' | 'socket'>): Promise<Visitor> {
    const token = bearer.exec(request.headers.authorization ?? '')?.[1]
    if (token === undefined) throw new Refused('not-signed-in', { headers: challenge })
    const { verifier, memberOf } = this.doorFor(token, request)
    const { subject, expiresAt } = await verifier.verify(token).catch(withChallenge)
    const member = memberOf(subject)
    const viewer = member === undefined ? undefined : this.members.viewer(member)
    if (!viewer) throw new Refused('subject-unknown', { headers: challengeInvalid })
    return { viewer, expiresAt }
  }

  private doorFor(token: string, request: Pick<FastifyRequest, 'headers' | 'socket'>): Door {
    if (!this.commandLine || !isFromThisMachine(request)) return this.provider
    return isIssuedHere(token) ? this.commandLine : this.provider
  }
}

function withChallenge(error: unknown): never {
  if (error instanceof Refused && error.code === 'token-invalid') {
    throw new Refused('token-invalid', { headers: challengeInvalid })
  }
  throw error
}
