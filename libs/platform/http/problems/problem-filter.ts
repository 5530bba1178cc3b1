/** Answers every error of the interface with its problem, and writes down what somebody has to mend. */
import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common'
import type { FastifyReply } from 'fastify'
import type { Logger } from 'pino'
import { NobodyWaits } from '#kernel'
import type { KnownMembers } from '#operations'
import type { MemberRequest } from '../../identity/member-guard.js'
import { loggedError } from '../../observability/logged-error.js'
import { isCutOff } from '../requests/bodies.js'
import { languageFor } from '../requests/language-asked.js'
import { PROBLEM_TYPE } from './problem.js'
import { problemOf } from './problem-of.js'

@Catch()
export class ProblemFilter implements ExceptionFilter {
  /** @param members by whom it is known who reads which language */
  constructor(
    private readonly log: Logger,
    private readonly members: Pick<KnownMembers, 'languageOf'>,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp()
    const { log, members } = this
    answerProblem(error, { request: http.getRequest(), reply: http.getResponse(), log, members })
  }
}

interface Answering {
  request: MemberRequest
  reply: FastifyReply
  log: Logger
  members?: Pick<KnownMembers, 'languageOf'>
}

/** Answers the request with the problem an error stands for, in the language of whoever reads it. */
export function answerProblem(error: unknown, { request, reply, log, members }: Answering): void {
  if (error instanceof NobodyWaits) {
    log.debug({ requestId: request.id }, 'a question was dropped, as nobody waits for its answer')
    reply.hijack()
    return
  }
  const { body, headers, unforeseen, cause } = problemOf(error, languageFor(request, members))
  if (unforeseen && isCutOff(error, request)) log.debug({ requestId: request.id }, 'a request was cut off')
  else if (unforeseen) {
    body.requestId = request.id
    log.error({ requestId: request.id, error: loggedError(error) }, 'a request failed')
  }
  if (cause !== undefined) {
    log.warn({ requestId: request.id, code: body.code, error: loggedError(cause) }, 'a request cannot be answered now')
  }
  if (reply.sent) return
  reply.code(body.status).headers(headers).type(PROBLEM_TYPE).send(JSON.stringify(body))
}
