/** What every read does: take moment and query apart, wait if asked to, ask the query service, say what the answer stands for. */
import { createHash } from 'node:crypto'
import { Inject, StreamableFile } from '@nestjs/common'
import { QueryBus } from '@nestjs/cqrs'
import type { FastifyReply } from 'fastify'
import { comparePositions, InvalidInput, type Position, type Query, refuse, type Viewer } from '#kernel'
import type { Queries } from '#operations'
import { type Answer, type AskedFile, jsonOf, type Question } from '#queries'
import { SignedInAs } from '../../identity/identity.js'
import { type MemberRequest, visitorOf } from '../../identity/member-guard.js'
import { Ask, QUERIES } from '../buses.js'
import { languageAsked } from '../requests/language-asked.js'
import { parsedQueryOf } from '../requests/parsed-query.js'
import { type QueryString, queryOf } from '../requests/query-values.js'
import { untilGone } from '../requests/until-gone.js'
import { type ExportFormat, exported, requireFormat, typeOf } from './exports/exported.js'
import { POSITION_HEADER } from './writes.js'

const AS_OF_HEADER = 'Kumppani-As-Of'
/** Where what the answer is about cannot be read further. */
const STOPPED_AT_HEADER = 'Kumppani-Stopped-At'
const KNOWN_AT_HEADER = 'Kumppani-Known-At'

const longestWaitMs = 2000

export class Reads {
  constructor(
    @Inject(QueryBus) private readonly bus: QueryBus,
    @Inject(QUERIES) private readonly queries: Queries,
    @Inject(SignedInAs) private readonly identity: SignedInAs,
  ) {}

  /** @throws InvalidInput, DomainError, BadCursor, Refused */
  async ask(page: Query, request: MemberRequest, reply: FastifyReply): Promise<object> {
    const { format, columns, ...asked } = request.query as QueryString
    if (format !== undefined || columns !== undefined)
      return this.export({ page, format: requireFormat(format), file: fileOf(columns), asked }, request, reply)
    const question = await this.questionOf(page, asked, request)
    const answer = await this.bus.execute(new Ask(question, untilGone(reply)))
    reply.headers(headersOf(answer))
    const json = jsonOf(answer)
    const etag = etagOf(answer.position, json)
    reply.header('ETag', etag)
    if (isKnown(etag, request.headers['if-none-match'])) {
      reply.code(304)
      return Buffer.alloc(0)
    }
    reply.type('application/json; charset=utf-8')
    return json
  }

  private async questionOf(page: Query, asked: QueryString, request: MemberRequest): Promise<Question> {
    const { rest, moment, after, reason, inWords } = parsedQueryOf(asked, page)
    const query = queryOf(page.query, rest)
    const viewer = await this.viewerAt(after, request)
    const params = request.params as Record<string, string>
    const language = languageAsked(request)
    const question = { page: page.name, viewer, language, params, query, after }
    return { ...question, ...(moment && { moment }), ...(reason && { reason }), ...(inWords && { inWords }) }
  }

  /** All of it is read at one moment, and on record as exported before anything is sent. */
  private async export(
    { page, format, file, asked }: { page: Query; format: ExportFormat; file: AskedFile; asked: QueryString },
    request: MemberRequest,
    reply: FastifyReply,
  ): Promise<StreamableFile> {
    const question = await this.questionOf(page, asked, request)
    const answer = await this.bus.execute(new Ask({ ...question, file }, untilGone(reply)))
    reply.headers(headersOf(answer))
    return new StreamableFile(await exported(page, format, answer.file ?? { columns: [], pages: [] }), {
      type: typeOf[format],
      disposition: `attachment; filename="${page.name}.${format}"`,
    })
  }

  /**
   * Who asks, by the rights that are known once the position is to be seen, where one is waited for.
   * @throws Refused for whoever has left by then; as `untilVisible`
   */
  async viewerAt(after: Position | undefined, request: MemberRequest): Promise<Viewer> {
    const { viewer } = visitorOf(request)
    if (after === undefined) return viewer
    await this.untilVisible(after)
    return this.identity.viewerByNow(viewer)
  }

  /** @throws DomainError `not-recorded-yet` beyond the head of the log, `not-yet-visible` after two seconds */
  private async untilVisible(position: Position): Promise<void> {
    if (await this.queries.waitFor(position, 0)) return
    if (comparePositions(position, await this.queries.head()) > 0) refuse('not-recorded-yet')
    if (await this.queries.waitFor(position, longestWaitMs)) return
    refuse('not-yet-visible')
  }
}

/** Names of columns by comma. @throws InvalidInput */
function fileOf(columns: unknown): AskedFile {
  if (columns === undefined) return {}
  if (typeof columns !== 'string' || columns === '') throw new InvalidInput([{ path: 'columns', code: 'not-a-text' }])
  return { columns: columns.split(',').map((name) => name.trim()) }
}

/**
 * By the position, and by what is said there: rights, names and what time alone causes change an answer at the
 * same position. Weak, since it may be sent compressed.
 */
const etagOf = (position: Position, json: Buffer): string =>
  `W/"${position}-${createHash('sha256').update(json).digest('base64url').slice(0, 16)}"`

const isKnown = (etag: string, known: string | undefined): boolean =>
  known?.split(',').some((each) => each.trim() === etag) ?? false

function headersOf({ position, moment, stoppedAt }: Answer): Record<string, string> {
  return {
    [POSITION_HEADER]: String(position),
    ...(stoppedAt !== undefined && { [STOPPED_AT_HEADER]: String(stoppedAt) }),
    ...(moment?.asOf !== undefined && { [AS_OF_HEADER]: moment.asOf }),
    ...(moment && { [KNOWN_AT_HEADER]: String(moment.knownAt ?? position) }),
  }
}
