/** Admits members: every route needs a token unless it is declared open, and no member may ask too much. */
import { type CanActivate, type ExecutionContext, SetMetadata } from '@nestjs/common'
import type { FastifyRequest } from 'fastify'
import { Refused } from '../http/problems/problem.js'
import type { RequestRate } from '../http/requests/request-rate.js'
import type { SignedInAs, Visitor } from './identity.js'

const OPEN = 'kumppani:open'

/** Declares a route that needs no token. */
export const OpenRoute = () => SetMetadata(OPEN, true)

export interface MemberRequest extends FastifyRequest {
  visitor?: Visitor
}

/** Who makes a request that the guard let through. */
export function visitorOf(request: MemberRequest): Visitor {
  if (!request.visitor) throw new Error('an open route asked who is there')
  return request.visitor
}

export class MemberGuard implements CanActivate {
  constructor(
    private readonly identity: SignedInAs,
    private readonly rate: RequestRate,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<MemberRequest>()
    if (Reflect.getMetadata(OPEN, context.getHandler())) return true
    request.visitor = await this.identity.admit(request)
    const waitSeconds = this.rate.take(request.visitor.viewer.member)
    if (waitSeconds > 0) throw new Refused('too-many-requests', { headers: { 'Retry-After': String(waitSeconds) } })
    return true
  }
}
