/** Corrections of an event: restating it or taking it back, with a reason. */
import { Body, Controller, Inject, Param, Post, Req, Res } from '@nestjs/common'
import { CommandBus } from '@nestjs/cqrs'
import type { FastifyReply } from 'fastify'
import { type CorrectionRequest, isId, refuse } from '#kernel'
import type { MemberRequest } from '../../identity/member-guard.js'
import { Correct } from '../buses.js'
import { readRestatement, readRetraction } from '../requests/correction.js'
import { type WriteAnswer, Writes } from './writes.js'

type Correcting = Pick<CorrectionRequest, 'stream' | 'eventId'>

@Controller('api/v1/events')
export class CorrectionsController {
  constructor(
    @Inject(CommandBus) private readonly bus: CommandBus,
    @Inject(Writes) private readonly writes: Writes,
  ) {}

  @Post(':stream/:eventId/restatement')
  restate(
    @Param() params: Correcting,
    @Body() body: unknown,
    @Req() request: MemberRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WriteAnswer> {
    return this.correct({ ...requireNames(params), mode: 'restate', ...readRestatement(body) }, request, reply)
  }

  @Post(':stream/:eventId/retraction')
  retract(
    @Param() params: Correcting,
    @Body() body: unknown,
    @Req() request: MemberRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WriteAnswer> {
    return this.correct({ ...requireNames(params), mode: 'retract', ...readRetraction(body) }, request, reply)
  }

  private async correct(
    correction: CorrectionRequest,
    request: MemberRequest,
    reply: FastifyReply,
  ): Promise<WriteAnswer> {
    const caller = this.writes.callerOf(request, correction.mode, correction.stream, correction.eventId)
    const corrected = await this.bus.execute(new Correct(correction, caller))
    return this.writes.answered(corrected, { request, reply, status: 200 })
  }
}

const streamName = /^[a-z][a-z-]*-[a-z0-9][a-z0-9.-]{0,150}$/

function requireNames({ stream, eventId }: Correcting): Correcting {
  return streamName.test(stream) && isId(eventId) ? { stream, eventId } : refuse('not-found')
}
