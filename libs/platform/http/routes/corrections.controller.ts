/** One event as recorded, and its corrections: restating it or taking it back, with a reason. */
import { Body, Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common'
import { CommandBus } from '@nestjs/cqrs'
import type { FastifyReply } from 'fastify'
import { type CorrectionRequest, isId, NoQuery, parsedPosition, refuse } from '#kernel'
import type { Queries } from '#operations'
import { type MemberRequest, visitorOf } from '../../identity/member-guard.js'
import { Correct, QUERIES } from '../buses.js'
import { readRestatement, readRetraction } from '../requests/correction.js'
import { parsedQueryOf } from '../requests/parsed-query.js'
import { type QueryString, queryOf } from '../requests/query-values.js'
import { Reads } from './reads.js'
import { type ShownEvent, shownEventOf } from './shown-event.js'
import { answerOf, type WriteAnswer, Writes } from './writes.js'

type Correcting = Pick<CorrectionRequest, 'stream' | 'eventId'>

@Controller('api/v1/events')
export class CorrectionsController {
  constructor(
    @Inject(CommandBus) private readonly bus: CommandBus,
    @Inject(QUERIES) private readonly queries: Queries,
    @Inject(Writes) private readonly writes: Writes,
    @Inject(Reads) private readonly reads: Reads,
  ) {}

  @Get(':position')
  async show(
    @Param('position') text: string,
    @Query() query: QueryString,
    @Req() request: MemberRequest,
  ): Promise<ShownEvent> {
    const { rest, after, reason } = parsedQueryOf(query, {})
    queryOf(NoQuery, rest)
    const position = parsedPosition(text) ?? refuse('not-found')
    if (after !== undefined) await this.reads.untilVisible(after)
    return shownEventOf(await this.queries.event(position, visitorOf(request).viewer, reason))
  }

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
    return answerOf(await this.bus.execute(new Correct(correction, caller)), reply, 200)
  }
}

const streamName = /^[a-z][a-z-]*-[a-z0-9][a-z0-9.-]{0,150}$/

function requireNames({ stream, eventId }: Correcting): Correcting {
  return streamName.test(stream) && isId(eventId) ? { stream, eventId } : refuse('not-found')
}
