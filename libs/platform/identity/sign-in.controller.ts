/** Signing in on one's own machine: as a demo member, or with a link that works once. */
import { Body, Controller, Get, HttpCode, Inject, Post, Req } from '@nestjs/common'
import type { FastifyRequest } from 'fastify'
import { Code, Label, Optional, parse } from '#kernel'
import type { KnownMembers } from '#operations'
import { KNOWN_MEMBERS } from '../http/buses.js'
import { Refused } from '../http/problems/problem.js'
import { type DemoMember, SignedInAs } from './identity.js'
import type { IssuedToken, LocalIssuer } from './local-issuer.js'
import { isFromThisMachine } from './loopback.js'
import { OpenRoute } from './member-guard.js'

export class SignIn {
  /** A demo member. */
  @Optional() @Code() member?: string
  /** A sign-in link, instead of a member. */
  @Optional() @Label({ max: 2000 }) link?: string
}

interface WaysIn {
  kind: 'local' | 'oidc'
  issuer?: string
  members?: readonly DemoMember[]
}

@Controller('api/v1/sign-in')
export class SignInController {
  constructor(
    @Inject(SignedInAs) private readonly identity: SignedInAs,
    @Inject(KNOWN_MEMBERS) private readonly members: KnownMembers,
  ) {}

  /** How one signs in here. Demo members are named to this machine only. */
  @OpenRoute()
  @Get()
  async ways(@Req() request: FastifyRequest): Promise<WaysIn> {
    const { options } = this.identity
    if (options.kind === 'oidc') return { kind: 'oidc', issuer: options.issuer }
    return { kind: 'local', members: isFromThisMachine(request) ? ((await options.demoMembers?.()) ?? []) : [] }
  }

  @OpenRoute()
  @Post()
  @HttpCode(200)
  async signIn(@Body() body: unknown, @Req() request: FastifyRequest): Promise<IssuedToken> {
    const { options } = this.identity
    if (options.kind !== 'local' || !isFromThisMachine(request)) throw new Refused('sign-in-refused')
    const { member, link } = parse(SignIn, body ?? {})
    const signedIn = link === undefined ? await this.demoMember(member) : await options.issuer.redeem(link)
    return this.issue(options.issuer, signedIn)
  }

  private async demoMember(member: string | undefined): Promise<string> {
    const { options } = this.identity
    const demo = options.kind === 'local' ? ((await options.demoMembers?.()) ?? []) : []
    return demo.find(({ id }) => id === member)?.id ?? this.refuse()
  }

  private issue(issuer: LocalIssuer, member: string): Promise<IssuedToken> {
    if (!this.members.viewer(member)) this.refuse()
    return issuer.tokenFor(member)
  }

  private refuse(): never {
    throw new Refused('sign-in-refused')
  }
}
