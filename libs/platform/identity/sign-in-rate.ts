/** How often one may try to sign in, by the address one comes from: nobody is known yet. */
import type { FastifyRequest } from 'fastify'
import { Refused } from '../http/problems/problem.js'
import { type RateLimit, RequestRate } from '../http/requests/request-rate.js'

/** In front of a provider there may be a proxy, so that all members come from one address. */
const unlessTold: Readonly<Record<'local' | 'oidc', RateLimit>> = {
  local: { perSecond: 1, burst: 30 },
  oidc: { perSecond: 20, burst: 200 },
}

export class SignInRate {
  private readonly rate: RequestRate

  constructor(kind: 'local' | 'oidc', limit: RateLimit = unlessTold[kind]) {
    this.rate = new RequestRate(limit)
  }

  /** @throws Refused `too-many-sign-ins` */
  take({ socket }: Pick<FastifyRequest, 'socket'>): void {
    const waitSeconds = this.rate.take(socket.remoteAddress ?? '')
    if (waitSeconds > 0) throw new Refused('too-many-sign-ins', { headers: { 'Retry-After': String(waitSeconds) } })
  }
}
