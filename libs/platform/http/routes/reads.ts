/** What every read does: take moment and query apart, wait if asked to, ask the query service, say what the answer stands for. */
import { createHash } from 'node:crypto'
import { Inject, StreamableFile } from '@nestjs/common'
import { QueryBus } from '@nestjs/cqrs'
import type { FastifyReply } from 'fastify'
import { comparePositions, fieldsOf, type Position, type Query, refuse } from '#kernel'
import type { Queries } from '#operations'
import type { Answer, Question } from '#queries'
import { type MemberRequest, visitorOf } from '../../identity/member-guard.js'
import { Ask, QUERIES } from '../buses.js'
import { languageAsked } from '../requests/language-asked.js'
import { parsedQueryOf } from '../requests/parsed-query.js'
import { type QueryString, queryOf } from '../requests/query-values.js'
import { untilGone } from '../requests/until-gone.js'
import { type ExportFormat, type ExportPage, exported, requireExport, typeOf } from './exports/exported.js'
import { POSITION_HEADER } from './writes.js'

const AS_OF_HEADER = 'Kumppani-As-Of'
/** Where what the answer is about cannot be read further. */
const STOPPED_AT_HEADER = 'Kumppani-Stopped-At'
const KNOWN_AT_HEADER = 'Kumppani-Known-At'

const longestWaitMs = 2000
/** The largest page of a list. */
const rowsAtOnce = 200

export class Reads {
  constructor(
    @Inject(QueryBus) private readonly bus: QueryBus,
    @Inject(QUERIES) private readonly queries: Queries,
  ) {}

  /** @throws InvalidInput, DomainError, BadCursor, Refused */
  async ask(page: Query, request: MemberRequest, reply: FastifyReply): Promise<object> {
    const { format, ...asked } = request.query as QueryString
    if (format !== undefined) return this.export({ page, format: requireExport(format, page), asked }, request, reply)
    const question = await this.questionOf(page, asked, request)
    const answer = await this.bus.execute(new Ask(question, untilGone(reply)))
    reply.headers(headersOf(answer))
    const json = writtenJson(answer)
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
    const { rest, moment, after, reason } = parsedQueryOf(asked, page)
    const query = queryOf(page.query, rest)
    const { viewer } = visitorOf(request)
    if (after !== undefined) await this.untilVisible(after)
    const params = request.params as Record<string, string>
    const language = languageAsked(request)
    const question = { page: page.name, viewer, language, params, query, after }
    return { ...question, ...(moment && { moment }), ...(reason && { reason }) }
  }

  /** Each page is read, and on record as exported, as the one before it has been sent. */
  private async export(
    { page, format, asked }: { page: Query; format: ExportFormat; asked: QueryString },
    request: MemberRequest,
    reply: FastifyReply,
  ): Promise<StreamableFile> {
    const question = await this.questionOf(page, asked, request)
    const most = longestPage(page)
    const gone = untilGone(reply)
    const ask = (cursor?: string): Promise<Answer> => {
      const query = { ...question.query, ...most, ...(cursor !== undefined && { cursor }) }
      return this.bus.execute(new Ask({ ...question, query, isExport: true }, gone))
    }
    const first = await ask()
    reply.headers(headersOf(first))
    const next = async (cursor: string) => (await ask(cursor)).body as ExportPage
    const file = exported(page, format, { first: first.body as ExportPage, next })
    return new StreamableFile(file, {
      type: typeOf[format],
      disposition: `attachment; filename="${page.name}.${format}"`,
    })
  }

  /** @throws DomainError `not-recorded-yet` beyond the head of the log, `not-yet-visible` after two seconds */
  async untilVisible(position: Position): Promise<void> {
    if (await this.queries.waitFor(position, 0)) return
    if (comparePositions(position, await this.queries.head()) > 0) refuse('not-recorded-yet')
    if (await this.queries.waitFor(position, longestWaitMs)) return
    refuse('not-yet-visible')
  }
}

/** As many rows at once as the list gives. */
function longestPage({ query }: Query): { limit?: number } {
  const limit = fieldsOf(query).find(({ name }) => name === 'limit')
  return limit ? { limit: Math.min(rowsAtOnce, Number(limit.schema.maximum ?? rowsAtOnce)) } : {}
}

function writtenJson({ json, body }: Answer): Buffer {
  if (json === undefined) return Buffer.from(JSON.stringify(body))
  const { buffer, byteOffset, byteLength } = json
  return Buffer.from(buffer, byteOffset, byteLength)
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
