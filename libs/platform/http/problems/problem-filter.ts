/** Answers every error of the interface with its problem, and writes down what somebody has to mend. */
import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Logger } from 'pino'
import { NobodyWaits, type RefusalTexts, type RefusalWords } from '#kernel'
import { loggedError } from '../../observability/logged-error.js'
import { isCutOff } from '../requests/bodies.js'
import { languageAsked } from '../requests/language-asked.js'
import { PROBLEM_TYPE, type Problem } from './problem.js'
import { problemOf } from './problem-of.js'

@Catch()
export class ProblemFilter implements ExceptionFilter {
  /** @param texts what refusals say in other languages */
  constructor(
    private readonly log: Logger,
    private readonly texts: RefusalTexts,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp()
    answerProblem(error, { request: http.getRequest(), reply: http.getResponse(), log: this.log, texts: this.texts })
  }
}

/** Answers the request with the problem an error stands for. */
export function answerProblem(
  error: unknown,
  {
    request,
    reply,
    log,
    texts = {},
  }: { request: FastifyRequest; reply: FastifyReply; log: Logger; texts?: RefusalTexts },
): void {
  if (error instanceof NobodyWaits) {
    log.debug({ requestId: request.id }, 'a question was dropped, as nobody waits for its answer')
    reply.hijack()
    return
  }
  const { body, headers, unforeseen, cause } = problemOf(error)
  body.detail = detailIn(languageAsked(request), body, texts)
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

/** The sentence of a refusal in the language asked for, where it has one there. */
const detailIn = (language: string | undefined, { code, detail }: Problem, texts: RefusalTexts): string =>
  texts[code]?.[2]?.[(language === 'no' ? 'nb' : language) as keyof RefusalWords] ?? detail
