/** Sessions of browsers: begun on one's own machine or at the company's provider, and ended. */
import { Body, Controller, Delete, Get, HttpCode, Inject, Post, Query, Req, Res } from '@nestjs/common'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Label, Optional, parse } from '#kernel'
import { Refused } from '../../http/problems/problem.js'
import { SignedInAs } from '../identity.js'
import { OpenRoute } from '../member-guard.js'
import { LocalSignIn, SignIn } from '../sign-in.controller.js'
import { SignInRate } from '../sign-in-rate.js'
import { cookieIn, cookieOf, noCookieOf, noSessionCookiesOf, sessionCookiesOf } from './cookies.js'
import { requireOwnPage } from './own-page.js'
import type { ProviderSignIn, SigningIn } from './provider-sign-in.js'
import type { Vouched } from './vouching.js'

export class BeginAtProvider {
  /** Path of this installation to come back to; its beginning when left out. */
  @Optional() @Label({ max: 2000 }) returnTo?: string
}

export interface BegunSession {
  member: string
  /** ISO instant: when it ends however much it is used. */
  endsAt: string
}

export interface EndedSession {
  /** Where the browser signs out of the provider as well; absent where there is no such place. */
  providerSignOut?: string
}

const signingInSeconds = 600

@Controller('api/v1/session')
export class SessionController {
  constructor(
    @Inject(SignedInAs) private readonly identity: SignedInAs,
    @Inject(LocalSignIn) private readonly local: LocalSignIn,
    @Inject(SignInRate) private readonly rate: SignInRate,
  ) {}

  /** On this machine: as a demo member, or by a link. */
  @OpenRoute()
  @Post()
  @HttpCode(201)
  async begin(
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BegunSession> {
    requireOwnPage(request)
    this.rate.take(request)
    const subject = await this.local.member(parse(SignIn, body ?? {}), request)
    return this.beginFor({ word: { subject } }, request, reply)
  }

  @OpenRoute()
  @Delete()
  async end(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<EndedSession> {
    requireOwnPage(request)
    const cookie = this.identity.cookies.session
    const id = cookieIn(request, cookie)
    reply.header('Set-Cookie', noSessionCookiesOf(cookie))
    const providerSignOut = id === undefined ? undefined : await this.identity.sessions.end(id)
    return { ...(providerSignOut !== undefined && { providerSignOut }) }
  }

  /** Sends the browser to the company's provider. */
  @OpenRoute()
  @Get('provider')
  async toProvider(@Query() query: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    this.rate.take(request)
    const { returnTo = '/' } = parse(BeginAtProvider, query ?? {})
    const { address, signingIn } = await this.requireProvider().begin(localPath(returnTo))
    const kept = Buffer.from(JSON.stringify(signingIn)).toString('base64url')
    reply.header('Set-Cookie', cookieOf(this.identity.cookies.signingIn, kept, signingInSeconds))
    reply.redirect(address, 302)
  }

  /** Where the provider sends the browser back to. */
  @OpenRoute()
  @Get('callback')
  async back(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    this.rate.take(request)
    const cookie = this.identity.cookies.signingIn
    const signingIn = signingInOf(cookieIn(request, cookie))
    reply.header('Set-Cookie', noCookieOf(cookie))
    const vouched = await this.requireProvider().finish(new URL(request.url, 'http://here').search, signingIn)
    await this.beginFor(vouched, request, reply)
    reply.redirect(localPath(signingIn.returnTo), 302)
  }

  private async beginFor(vouched: Vouched, request: FastifyRequest, reply: FastifyReply): Promise<BegunSession> {
    const { cookies, sessions } = this.identity
    const { member } = await this.identity.viewerOfSubject(vouched.word.subject)
    const cookie = cookies.session
    const before = cookieIn(request, cookie)
    if (before !== undefined) await sessions.end(before)
    const { id, endsInMs } = await sessions.begin(vouched)
    reply.header('Set-Cookie', sessionCookiesOf(cookie, id, endsInMs / 1000))
    return { member, endsAt: new Date(Date.now() + endsInMs).toISOString() }
  }

  private requireProvider(): ProviderSignIn {
    return this.identity.atProvider ?? refuseSignIn()
  }
}

function refuseSignIn(): never {
  throw new Refused('sign-in-refused')
}

function signingInOf(kept: string | undefined): SigningIn {
  try {
    return JSON.parse(Buffer.from(kept ?? '', 'base64url').toString()) as SigningIn
  } catch {
    throw new Refused('sign-in-failed')
  }
}

/** A path of this installation, whatever was asked for: nobody is led elsewhere from here. */
function localPath(wanted: string): string {
  const here = 'http://here'
  if (!wanted.startsWith('/') || !URL.canParse(wanted, here)) return '/'
  const { origin, pathname, search, hash } = new URL(wanted, here)
  return origin === here && !pathname.startsWith('//') ? pathname + search + hash : '/'
}
