/** The routes of live updates. */
import { Controller, Get, Inject, Param, Req, StreamableFile } from '@nestjs/common'
import { type Position, parsedPosition } from '#kernel'
import { type MemberRequest, visitorOf } from '../../identity/member-guard.js'
import { LiveStreams } from './live-streams.js'

const type = 'text/event-stream; charset=utf-8'

/** The position that a client which comes back says it has heard of last; one that is none is behind everything. */
function lastHeard({ headers }: MemberRequest): Position | undefined {
  const id = headers['last-event-id']
  if (id === undefined) return undefined
  return (typeof id === 'string' ? parsedPosition(id) : undefined) ?? 0
}

@Controller('api/v1')
export class LiveController {
  constructor(@Inject(LiveStreams) private readonly streams: LiveStreams) {}

  /** Everything the viewer may see. */
  @Get('changes')
  changes(@Req() request: MemberRequest): StreamableFile {
    return new StreamableFile(this.streams.stream(visitorOf(request), { after: lastHeard(request) }), { type })
  }

  /** Of one customer; since it was merged into another, of that one. */
  @Get('customers/:id/live')
  async customer(@Param('id') id: string, @Req() request: MemberRequest): Promise<StreamableFile> {
    return new StreamableFile(await this.streams.streamOf(id, visitorOf(request), lastHeard(request)), { type })
  }
}
