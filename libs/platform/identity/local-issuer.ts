/**
 * Issues and verifies tokens on one machine: for the command line, and where no identity provider is
 * configured for demo members and through sign-in links that work once.
 */
import { randomUUID } from 'node:crypto'
import { decodeJwt, errors, jwtVerify, SignJWT } from 'jose'
import { Refused } from '../http/problems/problem.js'
import { type KeyPair, LOCAL_ALGORITHM, openKeyPair } from './key-pair.js'
import type { TokenVerifier, Verified } from './token-verifier.js'

const issuer = 'urn:kumppani:local'
const audiences = { token: 'kumppani', link: 'kumppani:sign-in' } as const
const lifetimeMs = { token: 12 * 3_600_000, link: 10 * 60_000 } as const

/** Whether a token claims to be of this machine; nothing is verified by that. */
export function isIssuedHere(token: string): boolean {
  try {
    return decodeJwt(token).iss === issuer
  } catch (error) {
    if (error instanceof errors.JOSEError) return false
    throw error
  }
}

export interface IssuedToken {
  token: string
  member: string
  /** ISO instant. */
  expiresAt: string
}

export class LocalIssuer implements TokenVerifier {
  /** Ids of used links, with the moment after which they would not work anyway. */
  private readonly used = new Map<string, number>()
  private readonly startedAt = Date.now()

  private constructor(private readonly keys: KeyPair) {}

  /** @param folder the data folder, where the key is kept */
  static async open(folder: string): Promise<LocalIssuer> {
    return new LocalIssuer(await openKeyPair(folder))
  }

  /** A token that works for 12 hours. */
  async tokenFor(member: string): Promise<IssuedToken> {
    const expiresAt = new Date(Date.now() + lifetimeMs.token).toISOString()
    return { token: await this.sign('token', member), member, expiresAt }
  }

  /** A text that signs the member in once, within 10 minutes, at a process that was already running. */
  linkFor(member: string): Promise<string> {
    return this.sign('link', member)
  }

  /**
   * Uses a link up.
   * @returns the member it signs in
   * @throws Refused `sign-in-refused`
   */
  async redeem(link: string): Promise<string> {
    const { payload } = await this.read('link', link).catch((error: unknown) => this.refuseLink(error))
    const { jti = '', iat = 0, exp = 0, sub = '' } = payload
    // What was used before the start is forgotten, so only what was issued since may be used.
    if (this.used.has(jti) || iat * 1000 < this.startedAt) throw new Refused('sign-in-refused')
    for (const [id, until] of this.used) if (until < Date.now()) this.used.delete(id)
    this.used.set(jti, exp * 1000)
    return sub
  }

  async verify(token: string): Promise<Verified> {
    try {
      const { payload } = await this.read('token', token)
      return { subject: payload.sub ?? '', expiresAt: (payload.exp ?? 0) * 1000 }
    } catch (error) {
      if (error instanceof errors.JOSEError) throw new Refused('token-invalid')
      throw error
    }
  }

  private sign(sort: 'token' | 'link', member: string): Promise<string> {
    const nowMs = Date.now()
    return new SignJWT()
      .setProtectedHeader({ alg: LOCAL_ALGORITHM })
      .setIssuer(issuer)
      .setAudience(audiences[sort])
      .setSubject(member)
      .setJti(randomUUID())
      .setIssuedAt(nowMs / 1000)
      .setExpirationTime((nowMs + lifetimeMs[sort]) / 1000)
      .sign(this.keys.privateKey)
  }

  private read(sort: 'token' | 'link', text: string) {
    return jwtVerify(text, this.keys.publicKey, {
      issuer,
      audience: audiences[sort],
      algorithms: [LOCAL_ALGORITHM],
      requiredClaims: ['sub', 'exp', 'iat', 'jti'],
    })
  }

  private refuseLink(error: unknown): never {
    if (error instanceof errors.JOSEError) throw new Refused('sign-in-refused')
    throw error
  }
}
