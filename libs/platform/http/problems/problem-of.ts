/** Which problem an error is answered with. What nobody foresaw is `internal` and says nothing of itself. */
import { HttpException } from '@nestjs/common'
import {
  BadCursor,
  DomainError,
  InvalidInput,
  LogRefused,
  ReadStoreRefused,
  type RefusalTexts,
  refuse,
  SubjectErased,
  sentenceOf,
} from '#kernel'
import { type InterfaceCode, interfaceProblems, type Problem, problem, Refused, statusOf } from './problem.js'

export interface AnsweredProblem {
  body: Problem
  headers: Record<string, string>
  /** Whether somebody should look into it. */
  unforeseen: boolean
  /** What the operator has to mend before it can be answered otherwise. */
  cause?: unknown
}

const ofInterface = (code: InterfaceCode, more: Partial<AnsweredProblem> = {}): AnsweredProblem => ({
  body: problem(interfaceProblems[code][0], { code, detail: interfaceProblems[code][1] }),
  headers: {},
  unforeseen: false,
  ...more,
})

/** Errors of Fastify by their code, of Nest by their status. */
const ofFramework: Readonly<Record<string, InterfaceCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'body-too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'media-type-unsupported',
  FST_ERR_CTP_INVALID_JSON_BODY: 'malformed-json',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'malformed-json',
  '400': 'malformed-request',
  '404': 'no-such-route',
  '413': 'body-too-large',
  '414': 'no-such-route',
  '415': 'media-type-unsupported',
  '503': 'closing',
}

export function problemOf(error: unknown): AnsweredProblem {
  if (error instanceof InvalidInput) return invalidInput(error)
  if (error instanceof DomainError) return ofDomain(error)
  if (error instanceof Refused) return ofRefused(error)
  if (error instanceof BadCursor) return ofInterface('bad-cursor')
  if (error instanceof LogRefused) return unavailable('log-unavailable', error, '5')
  if (error instanceof ReadStoreRefused) return unavailable('read-models-unavailable', error, '1')
  if (error instanceof SubjectErased) return personErased()
  return unforeseenOr(frameworkCodeOf(error))
}

const unavailable = (code: InterfaceCode, cause: Error, retryAfterS: string): AnsweredProblem =>
  ofInterface(code, { headers: { 'Retry-After': retryAfterS }, cause })

function invalidInput({ problems }: InvalidInput): AnsweredProblem {
  const answer = ofInterface('invalid-input')
  const errors = problems.map((one) => ({ path: one.path, code: one.code, sentence: sentenceOf(one) }))
  return { ...answer, body: { ...answer.body, errors } }
}

function ofDomain({ code, sentence, kind, details }: DomainError): AnsweredProblem {
  const headers: Record<string, string> = kind === 'unavailable' ? { 'Retry-After': '1' } : {}
  return { body: problem(statusOf[kind], { code, detail: sentence, details }), headers, unforeseen: false }
}

function ofRefused({ code, options }: Refused): AnsweredProblem {
  const answer = ofInterface(code, { headers: options.headers ?? {}, cause: options.cause })
  return { ...answer, body: { ...options.details, ...answer.body } }
}

function personErased(): AnsweredProblem {
  const [kind, detail] = refuse.texts['person-erased'] as RefusalTexts[string]
  return { body: problem(statusOf[kind], { code: 'person-erased', detail }), headers: {}, unforeseen: false }
}

function frameworkCodeOf(error: unknown): InterfaceCode | undefined {
  // Nest wraps what Fastify says; the cause knows more.
  const origin = error instanceof HttpException ? (error.cause ?? error) : error
  if (origin instanceof HttpException) return ofFramework[String(origin.getStatus())]
  if (!(origin instanceof Error)) return undefined
  const { code = '', statusCode } = origin as Error & { code?: string; statusCode?: number }
  if (origin instanceof SyntaxError && statusCode === 400) return 'malformed-json'
  return origin.name === 'FastifyError' ? (ofFramework[code] ?? ofFramework[String(statusCode)]) : undefined
}

function unforeseenOr(code: InterfaceCode | undefined): AnsweredProblem {
  return code ? ofInterface(code) : ofInterface('internal', { unforeseen: true })
}
