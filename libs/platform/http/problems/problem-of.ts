/** Which problem an error is answered with. What nobody foresaw is `internal` and says nothing of itself. */
import { HttpException } from '@nestjs/common'
import {
  BadCursor,
  DomainError,
  type InputProblem,
  InvalidInput,
  LogRefused,
  ReadStoreRefused,
  type RefusalTexts,
  refuse,
  SubjectErased,
  sentenceOf,
  type TextLanguage,
} from '#kernel'
import { type InterfaceCode, interfaceProblems } from './interface-problems.js'
import { type Problem, problem, Refused, type RefusedWith, statusOf } from './problem.js'

export interface AnsweredProblem {
  body: Problem
  headers: Record<string, string | string[]>
  /** Whether somebody should look into it. */
  unforeseen: boolean
  /** What the operator has to mend before it can be answered otherwise. */
  cause?: unknown
}

/** What an error stands for, in whatever language it is then said. */
interface ToRefuse {
  refused: RefusedWith
  /** What is wrong in what was sent, place by place. */
  wrong?: readonly InputProblem[]
  headers?: Record<string, string | string[]>
  unforeseen?: boolean
  cause?: unknown
}

const ofInterface = (
  code: InterfaceCode,
  more: Omit<ToRefuse, 'refused'> & Pick<RefusedWith, 'details'> = {},
): ToRefuse => {
  const { details, ...rest } = more
  const [status, texts] = interfaceProblems[code]
  return { ...rest, refused: { status, code, sentence: { texts }, details } }
}

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

export function problemOf(error: unknown, language: TextLanguage): AnsweredProblem {
  const { refused, wrong, headers = {}, unforeseen = false, cause } = toRefuse(error)
  const errors = wrong?.map((one) => ({ path: one.path, code: one.code, sentence: sentenceOf(one, language) }))
  const body = { ...problem(refused, language), ...(errors && { errors }) }
  return { body, headers, unforeseen, ...(cause !== undefined && { cause }) }
}

function toRefuse(error: unknown): ToRefuse {
  if (error instanceof InvalidInput) return ofInterface('invalid-input', { wrong: error.problems })
  if (error instanceof DomainError) return ofDomain(error)
  if (error instanceof Refused) return ofInterface(error.code, error.options)
  if (error instanceof BadCursor) return ofInterface('bad-cursor')
  if (error instanceof LogRefused) return unavailable('log-unavailable', error, '5')
  if (error instanceof ReadStoreRefused) return unavailable('read-models-unavailable', error, '1')
  if (error instanceof SubjectErased) return personErased()
  return unforeseenOr(frameworkCodeOf(error))
}

const unavailable = (code: InterfaceCode, cause: Error, retryAfterS: string): ToRefuse =>
  ofInterface(code, { headers: { 'Retry-After': retryAfterS }, cause })

const ofDomain = (error: DomainError): ToRefuse => ({
  refused: { status: statusOf[error.kind], code: error.code, sentence: error, details: error.details },
  ...(error.kind === 'unavailable' && { headers: { 'Retry-After': '1' } }),
})

function personErased(): ToRefuse {
  const [kind, texts] = refuse.texts['person-erased'] as RefusalTexts[string]
  return { refused: { status: statusOf[kind], code: 'person-erased', sentence: { texts } } }
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

function unforeseenOr(code: InterfaceCode | undefined): ToRefuse {
  return code ? ofInterface(code) : ofInterface('internal', { unforeseen: true })
}
