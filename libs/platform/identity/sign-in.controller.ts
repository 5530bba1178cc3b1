/** Signing in on one's own machine: as a demo member, or with a link that works once. */
import { Body, Controller, Get, HttpCode, Inject, Post, Req } from '@nestjs/common'
import type { FastifyRequest } from 'fastify'
import { Code, Label, Optional, parse } from '#kernel'
import type { KnownMembers } from '#operations'
import { KNOWN_MEMBERS } from '../http/buses.js'
import { Refused } from '../http/problems/problem.js'
import { languageFor } from '../http/requests/language-asked.js'
import { type DemoMember, SignedInAs } from './identity.js'
import type { IssuedToken, LocalIssuer } from './local-issuer.js'
import { isFromThisMachine } from './loopback.js'
import { OpenRoute } from './member-guard.js'
import { SignInRate } from './sign-in-rate.js'

export class SignIn {
  /** A demo member. */
  @Optional() @Code() member?: string
  /** A sign-in link, instead of a member. */
  @Optional() @Label({ max: 2000 }) link?: string
}

interface WaysIn {
  kind: 'local' | 'oidc'
  issuer?: string
  /** Where a browser begins a session with the provider. */
  begin?: string
  members?: readonly DemoMember[]
}

/** Who signs in on the machine itself. */
export class LocalSignIn {
  constructor(
    @Inject(SignedInAs) private readonly identity: SignedInAs,
    @Inject(KNOWN_MEMBERS) private readonly members: KnownMembers,
  ) {}

  /** @throws Refused `sign-in-refused` */
  async member({ member, link }: SignIn, request: FastifyRequest): Promise<string> {
    const issuer = this.issuerFor(request)
    const signedIn = link === undefined ? await this.demoMember(member, request) : await issuer.redeem(link)
    return this.members.viewer(signedIn) ? signedIn : refuse()
  }

  /** @throws Refused `sign-in-refused` */
  issuerFor(request: FastifyRequest): LocalIssuer {
    const { options } = this.identity
    return options.kind === 'local' && isFromThisMachine(request) ? options.issuer : refuse()
  }

  /** As the request asks to read of them; else in the group's language. */
  async demoMembers(request: FastifyRequest): Promise<readonly DemoMember[]> {
    const { options } = this.identity
    return options.kind === 'local' ? ((await options.demoMembers?.(languageFor(request, this.members))) ?? []) : []
  }

  private async demoMember(member: string | undefined, request: FastifyRequest): Promise<string> {
    return (await this.demoMembers(request)).find(({ id }) => id === member)?.id ?? refuse()
  }
}

function refuse(): never {
  throw new Refused('sign-in-refused')
}

@Controller('api/v1/sign-in')
export class SignInController {
  constructor(
    @Inject(SignedInAs) private readonly identity: SignedInAs,
    @Inject(LocalSignIn) private readonly local: LocalSignIn,
    @Inject(SignInRate) private readonly rate: SignInRate,
  ) {}

  /** How one signs in here. Demo members are named to this machine only. */
  @OpenRoute()
  @Get()
  async ways(@Req() request: FastifyRequest): Promise<WaysIn> {
    const { options } = this.identity
    if (options.kind === 'local')
      return { kind: 'local', members: isFromThisMachine(request) ? await this.local.demoMembers(request) : [] }
    return { kind: 'oidc', issuer: options.issuer, ...(options.client && { begin: '/api/v1/session/provider' }) }
  }

  /** A token, for programs. */
  @OpenRoute()
  @Post()
  @HttpCode(200)
  async signIn(@Body() body: unknown, @Req() request: FastifyRequest): Promise<IssuedToken> {
    this.rate.take(request)
    const issuer = this.local.issuerFor(request)
    return issuer.tokenFor(await this.local.member(parse(SignIn, body ?? {}), request))
  }
}
