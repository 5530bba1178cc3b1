/** One event as recorded. */
import { Controller, Get, Inject, Param, Query, Req } from '@nestjs/common'
import { NoQuery, parsedPosition, refuse } from '#kernel'
import type { Queries } from '#operations'
import type { MemberRequest } from '../../identity/member-guard.js'
import { QUERIES } from '../buses.js'
import { parsedQueryOf } from '../requests/parsed-query.js'
import { type QueryString, queryOf } from '../requests/query-values.js'
import { Reads } from './reads.js'
import { type ShownEvent, shownEventOf } from './shown-event.js'

@Controller('api/v1/events')
export class EventsController {
  constructor(
    @Inject(QUERIES) private readonly queries: Queries,
    @Inject(Reads) private readonly reads: Reads,
  ) {}

  @Get(':position')
  async show(
    @Param('position') text: string,
    @Query() query: QueryString,
    @Req() request: MemberRequest,
  ): Promise<ShownEvent> {
    const { rest, after, reason } = parsedQueryOf(query, { query: NoQuery })
    queryOf(NoQuery, rest)
    const position = parsedPosition(text) ?? refuse('not-found')
    const viewer = await this.reads.viewerAt(after, request)
    return shownEventOf(await this.queries.event(position, viewer, reason))
  }
}
