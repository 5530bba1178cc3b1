/** What every read does: take moment and query apart, wait if asked to, ask the query service, say what the answer stands for. */
import { Inject } from '@nestjs/common'
import { QueryBus } from '@nestjs/cqrs'
import type { FastifyReply } from 'fastify'
import { type Position, type Query, refuse } from '#kernel'
import type { Queries } from '#operations'
import type { Answer } from '#queries'
import { type MemberRequest, visitorOf } from '../../identity/member-guard.js'
import { Ask, QUERIES } from '../buses.js'
import { languageAsked } from '../requests/language-asked.js'
import { parsedQueryOf } from '../requests/parsed-query.js'
import { type QueryString, queryOf } from '../requests/query-values.js'
import { POSITION_HEADER } from './writes.js'

const AS_OF_HEADER = 'Kumppani-As-Of'
const KNOWN_AT_HEADER = 'Kumppani-Known-At'

const longestWaitMs = 2000

export class Reads {
  constructor(
    @Inject(QueryBus) private readonly bus: QueryBus,
    @Inject(QUERIES) private readonly queries: Queries,
  ) {}

  /** @throws InvalidInput, DomainError, BadCursor, Refused */
  async ask(page: Query, request: MemberRequest, reply: FastifyReply): Promise<object> {
    const { rest, moment, after, reason } = parsedQueryOf(request.query as QueryString, page)
    const query = queryOf(page.query, rest)
    const { viewer } = visitorOf(request)
    if (after !== undefined) await this.untilVisible(after)
    const params = request.params as Record<string, string>
    const language = languageAsked(request)
    const asked = { page: page.name, viewer, language, params, query }
    const question = { ...asked, ...(moment && { moment }), ...(reason && { reason }) }
    const answer = await this.bus.execute(new Ask(question))
    reply.headers(headersOf(answer))
    if (answer.json === undefined) return answer.body
    reply.type('application/json; charset=utf-8')
    const { buffer, byteOffset, byteLength } = answer.json
    return Buffer.from(buffer, byteOffset, byteLength)
  }

  /** @throws DomainError `not-yet-visible` after two seconds */
  async untilVisible(position: Position): Promise<void> {
    if (await this.queries.waitFor(position, longestWaitMs)) return
    refuse('not-yet-visible')
  }
}

function headersOf({ position, moment }: Answer): Record<string, string> {
  return {
    [POSITION_HEADER]: String(position),
    ...(moment?.asOf !== undefined && { [AS_OF_HEADER]: moment.asOf }),
    ...(moment && { [KNOWN_AT_HEADER]: String(moment.knownAt ?? position) }),
  }
}
