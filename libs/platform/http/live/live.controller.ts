/** The routes of live updates. */
import { Controller, Get, Inject, Param, Req, StreamableFile } from '@nestjs/common'
import { isId, refuse } from '#kernel'
import { type MemberRequest, visitorOf } from '../../identity/member-guard.js'
import { LiveStreams } from './live-streams.js'

const type = 'text/event-stream; charset=utf-8'

@Controller('api/v1')
export class LiveController {
  constructor(@Inject(LiveStreams) private readonly streams: LiveStreams) {}

  /** Everything the viewer may see. */
  @Get('changes')
  changes(@Req() request: MemberRequest): StreamableFile {
    return new StreamableFile(this.streams.stream(visitorOf(request)), { type })
  }

  /** Of one customer; since it was merged into another, of that one. */
  @Get('customers/:id/live')
  customer(@Param('id') id: string, @Req() request: MemberRequest): StreamableFile {
    if (!isId(id)) refuse('not-found')
    return new StreamableFile(this.streams.stream(visitorOf(request), id), { type })
  }
}
