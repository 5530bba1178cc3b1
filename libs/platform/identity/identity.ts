/** From a token or the cookie of a session to a member with today's roles: the one door of the interface. */

import type { FastifyRequest } from 'fastify'
import type { KeptSessions, TextLanguage, Viewer } from '#kernel'
import type { KnownMembers } from '#operations'
import { Refused } from '../http/problems/problem.js'
import { isIssuedHere, type LocalIssuer } from './local-issuer.js'
import { isFromThisMachine } from './loopback.js'
import { type OidcSettings, OidcVerifier } from './oidc-verifier.js'
import { cookieIn, cookiesOf, noSessionCookiesOf } from './sessions/cookies.js'
import { requireOwnPage } from './sessions/own-page.js'
import { type ProviderClient, ProviderSignIn } from './sessions/provider-sign-in.js'
import { type SessionLimits, Sessions } from './sessions/sessions.js'
import { CachedVerifier, type TokenVerifier } from './token-verifier.js'

/** Who may sign in without a password on a machine of their own. */
export interface DemoMember {
  id: string
  name: string
  /** Function, unit and roles in a line. */
  about: string
}

/** The demo's members, told of in a language. */
export type DemoMembersIn = (language: TextLanguage) => Promise<readonly DemoMember[]>

interface KeepingSessions {
  /** Of browsers: the same for all processes that take each other's cookies. */
  sessions: KeptSessions
  sessionLimits?: SessionLimits
}

export type IdentityOptions = KeepingSessions & Issuing

type Issuing =
  | { kind: 'local'; issuer: LocalIssuer; demoMembers?: DemoMembersIn }
  /**
   * A token's subject is the identity that the organization knows a member by, or the id of a member with none.
   * The command line's own tokens are taken from this machine alone: who can sign them holds the data folder.
   * Browsers sign in, and are taken to be signed in, where the provider knows this installation as a client.
   */
  | ({ kind: 'oidc'; commandLine?: LocalIssuer; client?: ProviderClient } & OidcSettings)

export interface Visitor {
  viewer: Viewer
  /** When the token or the session ends, in milliseconds since 1970. */
  expiresAt: number
  /** Of a session, which may end earlier. */
  session?: {
    ended: AbortSignal
    /** Whether it goes on, by its issuer's word as well; asking is no use of it. */
    holds(): Promise<boolean>
  }
}

/** Whom a subject means. */
type MemberOf = (subject: string) => string | undefined

/** Who vouches for a token, and whom its subject means. */
interface Door {
  verifier: TokenVerifier
  memberOf: MemberOf
}

const bearer = /^Bearer ([A-Za-z0-9\-._~+/]+=*)$/i
const challenge = { 'WWW-Authenticate': 'Bearer realm="kumppani"' }
const challengeInvalid = { 'WWW-Authenticate': 'Bearer realm="kumppani", error="invalid_token"' }

type Asking = Pick<FastifyRequest, 'headers' | 'socket' | 'method'>

export class SignedInAs {
  readonly sessions: Sessions
  /** Where browsers sign in; absent without a provider that knows this installation as a client. */
  readonly atProvider: ProviderSignIn | undefined
  /** Of browsers. */
  readonly cookies: ReturnType<typeof cookiesOf>
  private readonly provider: Door
  /** For requests from this machine, beside the company's provider. */
  private readonly commandLine: Door | undefined

  constructor(
    readonly options: IdentityOptions,
    private readonly members: Pick<KnownMembers, 'viewer' | 'member' | 'load'>,
  ) {
    if (options.kind === 'oidc' && options.client) this.atProvider = new ProviderSignIn(options.issuer, options.client)
    const { sessions, sessionLimits } = options
    this.sessions = new Sessions(sessions, this.atProvider ?? { name: issuerName(options) }, sessionLimits)
    this.cookies = cookiesOf(isOverTls(options))
    const byId = (issuer: LocalIssuer): Door => ({ verifier: new CachedVerifier(issuer), memberOf: (id) => id })
    if (options.kind === 'local') this.provider = byId(options.issuer)
    else {
      const verifier = new CachedVerifier(new OidcVerifier(options))
      this.provider = { verifier, memberOf: (subject) => members.member(subject) }
      this.commandLine = options.commandLine && byId(options.commandLine)
    }
  }

  /**
   * By the token, else by the cookie of a session.
   * @throws Refused with 401 and a challenge, 403 where the cookie comes with a page of others, 409 where it is of
   * another member than the page says, or 503 when the identity provider does not answer
   */
  async admit(request: Asking): Promise<Visitor> {
    const { authorization } = request.headers
    if (authorization === undefined) return this.admitSession(request)
    const token = bearer.exec(authorization)?.[1]
    if (token === undefined) throw new Refused('not-signed-in', { headers: challenge })
    const { verifier, memberOf } = this.doorFor(token, request)
    const { subject, expiresAt } = await verifier.verify(token).catch(withChallenge)
    return { viewer: await this.viewerOf(subject, memberOf), expiresAt }
  }

  /** Whom a subject of the issuer, or of a sign-in on this machine, means. @throws Refused `subject-unknown` */
  viewerOfSubject(subject: string): Promise<Viewer> {
    return this.viewerOf(subject, this.provider.memberOf)
  }

  /** The same member with the roles known by now. @throws Refused `subject-unknown` for whoever has left */
  viewerByNow({ member }: Viewer): Viewer {
    return this.members.viewer(member) ?? refuseUnknown()
  }

  private async admitSession(request: Asking): Promise<Visitor> {
    const cookie = this.cookies.session
    const id = cookieIn(request, cookie)
    if (id === undefined) throw new Refused('not-signed-in', { headers: challenge })
    requireOwnPage(request)
    const session = await this.sessions.find(id)
    const gone = { ...challenge, 'Set-Cookie': noSessionCookiesOf(cookie) }
    if (!session) throw new Refused('session-ended', { headers: gone })
    const { subject, endsAt, ended } = session
    const holds = async () => (await this.sessions.find(id, { isUse: false })) !== undefined
    const viewer = await this.viewerOfSubject(subject)
    requirePageOf(viewer, request)
    return { viewer, expiresAt: endsAt, session: { ended, holds } }
  }

  /** Who joined a moment ago may not be known here yet. */
  private async viewerOf(subject: string, memberOf: MemberOf): Promise<Viewer> {
    const known = () => {
      const member = memberOf(subject)
      return member === undefined ? undefined : this.members.viewer(member)
    }
    const viewer = known()
    if (viewer) return viewer
    await this.members.load()
    return known() ?? refuseUnknown()
  }

  private doorFor(token: string, request: Pick<FastifyRequest, 'headers' | 'socket'>): Door {
    if (!this.commandLine || !isFromThisMachine(request)) return this.provider
    return isIssuedHere(token) ? this.commandLine : this.provider
  }
}

/** A browser has one session for all its pages: one that says whose it is shows and records nothing as anybody else. */
function requirePageOf({ member }: Viewer, { headers }: Asking): void {
  const said = headers['kumppani-member']
  if (said !== undefined && said !== member) throw new Refused('signed-in-as-another')
}

function refuseUnknown(): never {
  throw new Refused('subject-unknown', { headers: challengeInvalid })
}

function withChallenge(error: unknown): never {
  if (error instanceof Refused && error.code === 'token-invalid') {
    throw new Refused('token-invalid', { headers: challengeInvalid })
  }
  throw error
}

const issuerName = (options: Issuing): string => (options.kind === 'oidc' ? options.issuer : 'this installation')

const isOverTls = (options: IdentityOptions): boolean =>
  options.kind === 'oidc' && options.client !== undefined && new URL(options.client.address).protocol === 'https:'
